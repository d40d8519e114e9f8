using Gradus.Tensors;

namespace Gradus.Learning;

/// <summary>Probabilities in [0, 1]. No loss that wants logits takes them, so that a second softmax does not compile unasked.</summary>
/// <param name="Values">The probabilities.</param>
public readonly record struct Probabilities(Tensor Values)
{
    /// <summary>Their logarithms; −∞ where a probability is 0. From logits <see cref="Logits.LogSoftmax"/> is more exact.</summary>
    /// <returns>Logarithms of the same shape.</returns>
    public LogProbabilities Log() => new(Values.Log());

    /// <summary>Hands probabilities to what wants logits, which is nearly always a mistake: the loss applies its softmax a second time. It is here to show just that.</summary>
    /// <returns>The same values under a false name.</returns>
    public Logits AsLogitsOnPurpose() => new(Values);
}
