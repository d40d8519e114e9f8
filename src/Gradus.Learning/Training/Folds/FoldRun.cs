using Gradus.Tensors;

namespace Gradus.Learning.Training.Folds;

/// <summary>One round of a cross-validation that is to be run now.</summary>
/// <param name="Number">Its number, from 0.</param>
/// <param name="Rows">Its rows.</param>
/// <param name="Rng">A random stream of this round alone, from which a model's seed may be drawn.</param>
/// <param name="CancellationToken">Stops it.</param>
public sealed record FoldRun(int Number, FoldRows Rows, Rng Rng, CancellationToken CancellationToken);
