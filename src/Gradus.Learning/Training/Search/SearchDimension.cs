using System.Text.Json.Nodes;
using Gradus.Tensors;

namespace Gradus.Learning.Training.Search;

/// <summary>One thing that a search chooses. Its values are numbers: those of a choice are places in its list.</summary>
/// <param name="Name">Its name, unique in a space.</param>
public abstract record SearchDimension(string Name)
{
    /// <summary>Refuses bounds that make no sense.</summary>
    internal abstract void Validate();

    /// <summary>Draws a value, all equally likely on the scale of the dimension.</summary>
    internal abstract double Draw(Rng rng);

    /// <summary>Values over the whole range, at equal distances on the scale of the dimension.</summary>
    /// <param name="steps">How many, for dimensions that have more values than that.</param>
    internal abstract IReadOnlyList<double> Grid(int steps);

    /// <summary>Whether it can be a value.</summary>
    internal abstract bool Holds(double value);

    /// <summary>How likely values are, judged by some that were seen.</summary>
    internal abstract IDensity Fit(IReadOnlyList<double> values);

    /// <summary>A value as people write it.</summary>
    internal virtual JsonNode Write(double value) => JsonValue.Create(value);

    /// <summary>The dimension as a line for the record of a search.</summary>
    internal abstract JsonObject Describe();

    private protected void Demand(bool held, string problem)
    {
        if (!held)
        {
            throw new ArgumentException($"The dimension '{Name}' {problem}.");
        }
    }
}
