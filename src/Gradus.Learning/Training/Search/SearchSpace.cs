using System.Text.Json.Nodes;

namespace Gradus.Learning.Training.Search;

/// <summary>What a search chooses from.</summary>
public sealed class SearchSpace
{
    /// <summary>Puts dimensions together.</summary>
    /// <param name="dimensions">The dimensions, in the order in which they are drawn.</param>
    /// <exception cref="ArgumentException">There is none, a name stands twice, or bounds make no sense.</exception>
    public SearchSpace(params IReadOnlyList<SearchDimension> dimensions)
    {
        ArgumentNullException.ThrowIfNull(dimensions);
        Dimensions = [.. dimensions];
        if (Dimensions.Count == 0 || Dimensions.DistinctBy(dimension => dimension.Name, StringComparer.Ordinal).Count() != Dimensions.Count)
        {
            throw new ArgumentException($"A search space got the dimensions [{string.Join(", ", Dimensions.Select(dimension => dimension.Name))}]; it needs one at least, each name once.", nameof(dimensions));
        }

        foreach (SearchDimension dimension in Dimensions)
        {
            dimension.Validate();
        }
    }

    /// <summary>The dimensions.</summary>
    public IReadOnlyList<SearchDimension> Dimensions { get; }

    /// <summary>A point from one value for each dimension.</summary>
    /// <param name="values">The values in the order of the dimensions; of a choice its place.</param>
    /// <returns>The point.</returns>
    /// <exception cref="ArgumentException">There are too many or too few, or one lies outside of its dimension.</exception>
    public SearchPoint Point(params IReadOnlyList<double> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (values.Count != Dimensions.Count)
        {
            throw new ArgumentException($"A point of {Dimensions.Count} dimensions got {values.Count} values.", nameof(values));
        }

        for (int place = 0; place < values.Count; place++)
        {
            if (!Dimensions[place].Holds(values[place]))
            {
                throw new ArgumentException(FormattableString.Invariant($"{values[place]} is no value of '{Dimensions[place].Name}'."), nameof(values));
            }
        }

        return new SearchPoint(this, [.. values]);
    }

    internal JsonArray Describe() => new([.. Dimensions.Select(dimension => (JsonNode)dimension.Describe())]);
}
