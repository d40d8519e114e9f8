using Gradus.Tensors;

namespace Gradus.Learning.Data.Generated;

/// <summary>Interleaved spirals about the origin, hard for shallow networks: class k lies at radius t and angle 2π (turns · t + k / K), t uniform in [0.05, 1].</summary>
/// <remarks>The true posteriors are those of the noise about the spirals, summed numerically.</remarks>
public sealed record Spirals
{
    /// <summary>The rows; the classes in turn. Default 300.</summary>
    public int Rows { get; init; } = 300;

    /// <summary>K, the spirals: 2 or 3. Default 2.</summary>
    public int Classes { get; init; } = 2;

    /// <summary>How often each goes round, up to 4. Default 1.5.</summary>
    public double Turns { get; init; } = 1.5;

    /// <summary>The standard deviation of the normal noise on both coordinates: 0, or at least 0.01. Default 0.03.</summary>
    public double Noise { get; init; } = 0.03;

    /// <summary>Makes the rows.</summary>
    /// <param name="seed">The seed; equal seeds and options give equal bits.</param>
    /// <returns>Two features, K classes, with the true posterior of each.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    public PosteriorRows Generate(ulong seed)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(Rows, 1);
        GeneratedOptions.RequireWithin(Classes, 2, 3, nameof(Classes));
        GeneratedOptions.RequireWithin(Turns, 0.1, 4, nameof(Turns));
        GeneratedOptions.RequireZeroOrAtLeast(Noise, 0.01, nameof(Noise));
        return CurveClasses.Draw(Rows, Noise, [.. Enumerable.Range(0, Classes).Select(Arm)], new Rng(seed).Split("spirals"));
    }

    private Func<double, (double X, double Y)> Arm(int label) => place =>
    {
        double radius = 0.05 + (0.95 * place);
        (double sine, double cosine) = Math.SinCos(2 * Math.PI * ((Turns * radius) + ((double)label / Classes)));
        return (radius * cosine, radius * sine);
    };
}
