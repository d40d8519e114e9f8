using System.Text.Json.Nodes;
using Gradus.Tensors;

namespace Gradus.Learning.Training.Search;

/// <summary>One of several things without an order.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Values">The things, each once.</param>
public sealed record ChoiceDimension(string Name, params IReadOnlyList<string> Values) : SearchDimension(Name)
{
    internal override void Validate() => Demand(Values.Count > 0 && Values.Distinct(StringComparer.Ordinal).Count() == Values.Count, $"chooses from [{string.Join(", ", Values)}]; it needs one value at least, each once");

    internal override double Draw(Rng rng) => rng.NextInt(Values.Count);

    internal override IReadOnlyList<double> Grid(int steps) => [.. Enumerable.Range(0, Values.Count).Select(place => (double)place)];

    internal override bool Holds(double value) => value >= 0 && value < Values.Count && value == Math.Floor(value);

    internal override IDensity Fit(IReadOnlyList<double> values) => new Shares(values, Values.Count);

    internal override JsonNode Write(double value) => JsonValue.Create(Values[(int)value]);

    internal override JsonObject Describe() => new() { ["name"] = Name, ["kind"] = "choice", ["values"] = new JsonArray([.. Values.Select(value => (JsonNode)JsonValue.Create(value))]) };

    /// <summary>How often each was seen, one more for each, so that none is out of the question.</summary>
    private sealed class Shares : IDensity
    {
        private readonly double[] _counts;
        private readonly double _sum;

        internal Shares(IReadOnlyList<double> values, int choices)
        {
            _counts = new double[choices];
            Array.Fill(_counts, 1);
            foreach (double value in values)
            {
                _counts[(int)value]++;
            }

            _sum = values.Count + choices;
        }

        public double Draw(Rng rng)
        {
            double left = rng.NextDouble() * _sum;
            int place = 0;
            while (place < _counts.Length - 1 && left >= _counts[place])
            {
                left -= _counts[place++];
            }

            return place;
        }

        public double Log(double value) => Math.Log(_counts[(int)value] / _sum);
    }
}
