using System.Text.Json.Nodes;
using Gradus.Tensors;

namespace Gradus.Learning.Training.Search;

/// <summary>A whole number in a range.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Low">The least value.</param>
/// <param name="High">The greatest value.</param>
/// <param name="Logarithmic">Whether equal ratios count alike rather than equal differences, as for sizes of layers; the range must then be above 0.</param>
public sealed record IntegerDimension(string Name, int Low, int High, bool Logarithmic = false) : SearchDimension(Name)
{
    // Each value owns the half-open unit around it.
    private UnitScale Scale => new(Low - 0.5, High + 0.5, Logarithmic);

    internal override void Validate() => Demand(
        Low <= High && (!Logarithmic || Low > 0),
        FormattableString.Invariant($"goes from {Low} to {High}{(Logarithmic ? " on a logarithmic scale" : "")}; it needs the lower bound first{(Logarithmic ? ", above 0" : "")}"));

    internal override double Draw(Rng rng) => Round(Scale.Value(rng.NextDouble()));

    internal override IReadOnlyList<double> Grid(int steps) =>
        [.. new RealDimension(Name, Low, High, Logarithmic).Grid(Math.Min(steps, High - Low + 1)).Select(Round).Distinct()];

    internal override bool Holds(double value) => value >= Low && value <= High && value == Math.Floor(value);

    internal override IDensity Fit(IReadOnlyList<double> values) => new IntegerDensity(new ParzenMixture([.. values.Select(Scale.Unit)]), this);

    internal override JsonNode Write(double value) => JsonValue.Create((int)value);

    internal override JsonObject Describe() => new() { ["name"] = Name, ["kind"] = "integer", ["low"] = Low, ["high"] = High, ["logarithmic"] = Logarithmic };

    private double Round(double value) => Math.Clamp(Math.Floor(value + 0.5), Low, High);

    private sealed class IntegerDensity(ParzenMixture mixture, IntegerDimension dimension) : IDensity
    {
        public double Draw(Rng rng) => dimension.Round(dimension.Scale.Value(mixture.Draw(rng)));

        public double Log(double value) => Math.Log(mixture.Mass(dimension.Scale.Unit(value - 0.5), dimension.Scale.Unit(value + 0.5)));
    }
}
