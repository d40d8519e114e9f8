using Gradus.Tensors;

namespace Gradus.Learning.Training.Search;

/// <summary>A point that is to be tried now.</summary>
/// <param name="Number">The number of the point, from 0; with growing budgets one point is tried several times.</param>
/// <param name="Point">The point.</param>
/// <param name="Budget">What may be spent on it in all, such as epochs; 1 where there are no budgets.</param>
/// <param name="Spent">What was spent on it before: a trainer can go on from the checkpoint of then. 0 at first.</param>
/// <param name="Rng">A random stream of this point alone.</param>
/// <param name="CancellationToken">Stops it.</param>
public sealed record TrialRun(int Number, SearchPoint Point, int Budget, int Spent, Rng Rng, CancellationToken CancellationToken);
