using Gradus.Tensors;

namespace Gradus.Learning.Layers;

/// <summary>Softmax: eˣ over its sum along an axis, from logits to probabilities.</summary>
/// <remarks>
/// It is no <see cref="Layer"/>: what it returns are <see cref="Probabilities"/>, so it cannot slip between a network and a loss that takes logits.
/// The lab logits-into-the-loss shows what a second softmax costs.
/// </remarks>
public sealed class Softmax : AxisModule
{
    /// <summary>Makes the module.</summary>
    /// <param name="axis">The axis over which probabilities sum to 1; the last by default.</param>
    public Softmax(int axis = -1)
        : base(axis)
    {
    }

    /// <summary>Computes probabilities.</summary>
    /// <param name="logits">Logits of any shape.</param>
    /// <returns>Probabilities of the same shape.</returns>
    public Probabilities Forward(Logits logits) => new(Run(logits, input => input.Softmax(Axis)));
}
