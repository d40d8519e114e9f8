using System.Text.Json.Nodes;
using Gradus.Tensors;

namespace Gradus.Learning.Training.Search;

/// <summary>A real number in a range.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Low">The least value.</param>
/// <param name="High">The greatest value.</param>
/// <param name="Logarithmic">Whether equal ratios count alike rather than equal differences, as for learning rates; the range must then be above 0.</param>
public sealed record RealDimension(string Name, double Low, double High, bool Logarithmic = false) : SearchDimension(Name)
{
    private UnitScale Scale => new(Low, High, Logarithmic);

    internal override void Validate() => Demand(
        double.IsFinite(Low) && double.IsFinite(High) && Low < High && (!Logarithmic || Low > 0),
        FormattableString.Invariant($"goes from {Low} to {High}{(Logarithmic ? " on a logarithmic scale" : "")}; it needs finite bounds, the lower first{(Logarithmic ? ", above 0" : "")}"));

    internal override double Draw(Rng rng) => Clamp(Scale.Value(rng.NextDouble()));

    internal override IReadOnlyList<double> Grid(int steps) => [.. Enumerable.Range(0, steps).Select(step => Clamp(Scale.Value(steps == 1 ? 0.5 : (double)step / (steps - 1))))];

    internal override bool Holds(double value) => value >= Low && value <= High;

    internal override IDensity Fit(IReadOnlyList<double> values) => new RealDensity(new ParzenMixture([.. values.Select(Scale.Unit)]), this);

    internal override JsonObject Describe() => new() { ["name"] = Name, ["kind"] = "real", ["low"] = Low, ["high"] = High, ["logarithmic"] = Logarithmic };

    private double Clamp(double value) => Math.Clamp(value, Low, High);

    private sealed class RealDensity(ParzenMixture mixture, RealDimension dimension) : IDensity
    {
        public double Draw(Rng rng) => dimension.Clamp(dimension.Scale.Value(mixture.Draw(rng)));

        // In units of the scale: the change of variables is the same for all densities of a dimension and drops out of their ratio.
        public double Log(double value) => Math.Log(mixture.Density(dimension.Scale.Unit(value)));
    }
}
