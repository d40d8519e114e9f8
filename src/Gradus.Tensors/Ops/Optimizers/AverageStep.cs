using Gradus.Tensors.Kernels.Optimizers;

namespace Gradus.Tensors.Ops.Optimizers;

/// <summary>One step of a running average over many tensors in one call: a ← (1 − w) a + w x.</summary>
/// <remarks>It has no gradient: averages are changed in place.</remarks>
/// <param name="Weight">w.</param>
public readonly unsafe record struct AverageStep(double Weight)
{
    /// <summary>Moves averages towards values.</summary>
    /// <param name="averages">a, contiguous tensors of float32 or float64.</param>
    /// <param name="values">x for each average, of its shape and type.</param>
    public void Apply(ReadOnlySpan<Tensor> averages, ReadOnlySpan<Tensor> values)
    {
        for (int i = 0; i < averages.Length; i++)
        {
            FusedUpdate.Run(averages[i], values[i], GradientTerms.None, new AverageRule<float>(Weight), new AverageRule<double>(Weight));
        }
    }
}
