using System.Text.Json.Nodes;
using Gradus.Tensors;

namespace Gradus.Learning.Training.Search;

/// <summary>Draws every value by itself. Bergstra and Bengio: Random search for hyper-parameter optimization (2012): better than a grid of as many points where few dimensions matter.</summary>
public sealed class RandomSampler : SearchSampler
{
    /// <inheritdoc/>
    public override SearchPoint Suggest(SearchSpace space, IReadOnlyList<Trial> trials, int number, Rng rng)
    {
        ArgumentNullException.ThrowIfNull(space);
        return space.Point([.. space.Dimensions.Select(dimension => dimension.Draw(rng))]);
    }

    internal override JsonObject Describe() => new() { ["name"] = "random" };
}
