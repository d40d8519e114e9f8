using Gradus.Tensors;

namespace Gradus.Learning;

/// <summary>Logarithms of probabilities, at most 0, as <see cref="Logits.LogSoftmax"/> gives them and as the losses of likelihoods take them.</summary>
/// <param name="Values">The logarithms.</param>
public readonly record struct LogProbabilities(Tensor Values)
{
    /// <summary>The probabilities.</summary>
    /// <returns>Probabilities of the same shape.</returns>
    public Probabilities Exp() => new(Values.Exp());
}
