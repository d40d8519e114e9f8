using Gradus.Tensors;

namespace Gradus.Learning.Initializers;

/// <summary>Normally distributed values.</summary>
/// <param name="Mean">The mean.</param>
/// <param name="StandardDeviation">The standard deviation.</param>
public sealed record Normal(double Mean = 0, double StandardDeviation = 1) : Initializer
{
    /// <inheritdoc/>
    public override void Fill(Tensor parameter, Rng rng) => Draws.Fill(parameter, () => Mean + (StandardDeviation * rng.NextNormal()));
}
