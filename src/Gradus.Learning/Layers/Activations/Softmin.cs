using Gradus.Tensors;

namespace Gradus.Learning.Layers;

/// <summary>Softmin: e⁻ˣ over its sum along an axis, so that the smallest gets the most.</summary>
/// <remarks>
/// As <see cref="Softmax"/> it returns <see cref="Probabilities"/> and is no layer.
/// </remarks>
public sealed class Softmin : AxisModule
{
    /// <summary>Makes the module.</summary>
    /// <param name="axis">The axis over which probabilities sum to 1; the last by default.</param>
    public Softmin(int axis = -1)
        : base(axis)
    {
    }

    /// <summary>Computes probabilities.</summary>
    /// <param name="logits">Logits of any shape.</param>
    /// <returns>Probabilities of the same shape.</returns>
    public Probabilities Forward(Logits logits) => new(Run(logits, input => (-input).Softmax(Axis)));
}
