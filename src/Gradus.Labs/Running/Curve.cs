namespace Gradus.Labs.Running;

/// <summary>A curve over the seeds: at each place the mean and the range of what was measured there.</summary>
/// <param name="Xs">The places, ascending.</param>
/// <param name="Means">The means over the seeds that reached the place.</param>
/// <param name="Lows">The smallest values.</param>
/// <param name="Highs">The largest values.</param>
internal sealed record Curve(IReadOnlyList<double> Xs, IReadOnlyList<double> Means, IReadOnlyList<double> Lows, IReadOnlyList<double> Highs);
