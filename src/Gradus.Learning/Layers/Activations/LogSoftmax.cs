using Gradus.Tensors;

namespace Gradus.Learning.Layers;

/// <summary>The logarithm of softmax: x − ln Σ eˣ along an axis, without overflow.</summary>
/// <remarks>
/// It is no <see cref="Layer"/>: what it returns are <see cref="LogProbabilities"/>, which a loss that takes logits refuses.
/// </remarks>
public sealed class LogSoftmax : AxisModule
{
    /// <summary>Makes the module.</summary>
    /// <param name="axis">The axis over which probabilities sum to 1; the last by default.</param>
    public LogSoftmax(int axis = -1)
        : base(axis)
    {
    }

    /// <summary>Computes logarithms of probabilities.</summary>
    /// <param name="logits">Logits of any shape.</param>
    /// <returns>Logarithms of probabilities of the same shape.</returns>
    public LogProbabilities Forward(Logits logits) => new(Run(logits, input => input.LogSoftmax(Axis)));
}
