using Gradus.Tensors;

namespace Gradus.Learning.Initializers;

/// <summary>Values spread evenly over an interval.</summary>
/// <param name="Low">The least value.</param>
/// <param name="High">The value that is not reached.</param>
public sealed record Uniform(double Low = 0, double High = 1) : Initializer
{
    /// <inheritdoc/>
    public override void Fill(Tensor parameter, Rng rng) => Draws.Fill(parameter, () => Low + ((High - Low) * rng.NextDouble()));
}
