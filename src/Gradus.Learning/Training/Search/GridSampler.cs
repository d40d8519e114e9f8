using System.Text.Json.Nodes;
using Gradus.Tensors;

namespace Gradus.Learning.Training.Search;

/// <summary>All combinations of values at equal distances, the last dimension fastest, and then nothing more.</summary>
/// <param name="steps">How many values a dimension has at most; whole numbers and choices may have fewer.</param>
public sealed class GridSampler(int steps = 5) : SearchSampler
{
    private readonly int _steps = steps >= 1 ? steps : throw new ArgumentOutOfRangeException(nameof(steps), steps, "A grid needs one value a dimension at least.");

    /// <summary>How many points the grid of a space has.</summary>
    /// <param name="space">The space.</param>
    /// <returns>The number.</returns>
    /// <exception cref="OverflowException">There are more than two thousand million.</exception>
    public int Count(SearchSpace space)
    {
        ArgumentNullException.ThrowIfNull(space);
        return space.Dimensions.Aggregate(1, (count, dimension) => checked(count * dimension.Grid(_steps).Count));
    }

    /// <inheritdoc/>
    public override SearchPoint? Suggest(SearchSpace space, IReadOnlyList<Trial> trials, int number, Rng rng)
    {
        ArgumentNullException.ThrowIfNull(space);
        if (number >= Count(space))
        {
            return null;
        }

        double[] values = new double[space.Dimensions.Count];
        for (int place = values.Length - 1; place >= 0; place--)
        {
            IReadOnlyList<double> grid = space.Dimensions[place].Grid(_steps);
            values[place] = grid[number % grid.Count];
            number /= grid.Count;
        }

        return space.Point(values);
    }

    internal override JsonObject Describe() => new() { ["name"] = "grid", ["steps"] = _steps };
}
