using Gradus.Learning.Training.Search;

namespace Gradus.Learning.Tests.Training.Search;

/// <summary>Functions with known least values.</summary>
internal static class Landscapes
{
    internal static SearchSpace BraninSpace { get; } = new(new RealDimension("x", -5, 10), new RealDimension("y", 0, 15));

    internal static SearchSpace NetworkSpace { get; } = new(
        new RealDimension("rate", 1e-5, 1, Logarithmic: true),
        new IntegerDimension("units", 4, 512, Logarithmic: true),
        new IntegerDimension("layers", 1, 6),
        new ChoiceDimension("activation", "sigmoid", "tanh", "relu", "gelu"));

    internal static SearchSpace SphereSpace { get; } = new([.. Enumerable.Range(0, 4).Select(place => new RealDimension($"x{place}", -3, 5))]);

    /// <summary>Branin's function; its least value is 0.397887, at three points.</summary>
    internal static double Branin(SearchPoint point)
    {
        double x = point.Real("x"), y = point.Real("y");
        return Math.Pow(y - (5.1 / (4 * Math.PI * Math.PI) * x * x) + (5 / Math.PI * x) - 6, 2) + (10 * (1 - (1 / (8 * Math.PI))) * Math.Cos(x)) + 10;
    }

    /// <summary>The squared distance from (1, 1, 1, 1), where it is 0.</summary>
    internal static double Sphere(SearchPoint point) => point.Values.Sum(value => (value - 1) * (value - 1));

    /// <summary>What a validation loss looks like over rate, units, layers and activation; 0 at rate 0.003, 64 units, 3 layers, gelu.</summary>
    internal static double Network(SearchPoint point) =>
        Math.Pow(Math.Log10(point.Real("rate") / 0.003), 2)
        + (0.3 * Math.Pow(Math.Log2(point.Integer("units") / 64.0), 2))
        + (0.2 * Math.Pow(point.Integer("layers") - 3, 2))
        + point.Choice("activation") switch { "gelu" => 0, "relu" => 0.2, "tanh" => 0.6, _ => 1.5 };
}
