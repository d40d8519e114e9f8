using Gradus.Tensors;

namespace Gradus.Learning;

/// <summary>Logarithms of probabilities, at most 0: what the negative log-likelihood takes.</summary>
/// <param name="Values">The logarithms.</param>
public readonly record struct LogProbabilities(Tensor Values);
