using System.Text.Json.Nodes;
using Gradus.Tensors;

namespace Gradus.Learning.Training.Search;

/// <summary>Chooses the next point of a search. It is a pure function of what it is given, so that a search can go on after a stop.</summary>
public abstract class SearchSampler
{
    /// <summary>Chooses a point.</summary>
    /// <param name="space">What to choose from.</param>
    /// <param name="trials">What was tried, each point once, in order.</param>
    /// <param name="number">The number of the new point, from 0.</param>
    /// <param name="rng">A random stream of this number alone.</param>
    /// <returns>The point; null where there is nothing left to try.</returns>
    public abstract SearchPoint? Suggest(SearchSpace space, IReadOnlyList<Trial> trials, int number, Rng rng);

    /// <summary>The sampler as the record of a search names it.</summary>
    internal abstract JsonObject Describe();
}
