using Gradus.Learning.Initializers;
using Gradus.Tensors;

namespace Gradus.Learning.Layers;

/// <summary>The options of <see cref="Linear"/>.</summary>
public sealed record LinearOptions
{
    /// <summary>Checks and keeps the options.</summary>
    /// <param name="inFeatures">The size of the last axis of the input.</param>
    /// <param name="outFeatures">The size of the last axis of the output.</param>
    /// <param name="bias">Whether a bias is added.</param>
    /// <param name="dtype">The element type of the parameters.</param>
    /// <exception cref="ArgumentOutOfRangeException">A size is below 1.</exception>
    public LinearOptions(int inFeatures, int outFeatures, bool bias = true, DType dtype = DType.Float32)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(inFeatures, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(outFeatures, 1);
        InFeatures = inFeatures;
        OutFeatures = outFeatures;
        Bias = bias;
        DType = dtype;
    }

    /// <summary>The size of the last axis of the input.</summary>
    public int InFeatures { get; }

    /// <summary>The size of the last axis of the output.</summary>
    public int OutFeatures { get; }

    /// <summary>Whether a bias is added.</summary>
    public bool Bias { get; }

    /// <summary>The element type of the parameters.</summary>
    public DType DType { get; }

    /// <summary>The rule for the first weights; null, the default, for PyTorch's, uniform in ±1/√inFeatures.</summary>
    public Initializer? WeightInitializer { get; init; }

    /// <summary>The rule for the first biases; null, the default, for PyTorch's, uniform in ±1/√inFeatures.</summary>
    public Initializer? BiasInitializer { get; init; }
}
