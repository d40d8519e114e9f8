using Gradus.Tensors;

namespace Gradus.Learning.Data.Generated;

/// <summary>Two interleaved half circles with noise: (cos t, sin t) and (1 − cos t, 1/2 − sin t), t uniform in [0, π]. No straight line separates them.</summary>
/// <remarks>The true posteriors are those of the noise about the two arcs, summed numerically.</remarks>
public sealed record TwoMoons
{
    /// <summary>The rows; the two classes in turn. Default 200.</summary>
    public int Rows { get; init; } = 200;

    /// <summary>The standard deviation of the normal noise on both coordinates: 0, or at least 0.01. Default 0.15.</summary>
    public double Noise { get; init; } = 0.15;

    /// <summary>Makes the rows.</summary>
    /// <param name="seed">The seed; equal seeds and options give equal bits.</param>
    /// <returns>Two features, two classes, with the true posterior of each.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    public PosteriorRows Generate(ulong seed)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(Rows, 1);
        GeneratedOptions.RequireZeroOrAtLeast(Noise, 0.01, nameof(Noise));
        return CurveClasses.Draw(Rows, Noise, [t => (Math.Cos(Math.PI * t), Math.Sin(Math.PI * t)), t => (1 - Math.Cos(Math.PI * t), 0.5 - Math.Sin(Math.PI * t))], new Rng(seed).Split("two-moons"));
    }
}
