using Gradus.Tensors;

namespace Gradus.Learning.Data.Generated;

/// <summary>The four XOR points (0, 0), (0, 1), (1, 0), (1, 1) with the class "exactly one is 1", or noisy clouds about them.</summary>
/// <remarks>No straight line separates the classes: a model that is monotone in one direction of the plane is right on at most three of the four points.</remarks>
public sealed record Xor
{
    /// <summary>The rows; row r lies at point r modulo 4. Default 4: each point once.</summary>
    public int Rows { get; init; } = 4;

    /// <summary>The standard deviation of the normal noise on both coordinates. Default 0.</summary>
    public double Noise { get; init; }

    /// <summary>Makes the rows.</summary>
    /// <param name="seed">The seed; equal seeds and options give equal bits.</param>
    /// <returns>Two features, two classes, with the true posterior of each: that of the noise about the four points.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    public PosteriorRows Generate(ulong seed)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(Rows, 1);
        GeneratedOptions.RequireAtLeast(Noise, 0, nameof(Noise));
        Rng random = new Rng(seed).Split("xor");
        float[] inputs = new float[Rows * 2];
        int[] labels = new int[Rows];
        double[] posteriors = new double[Rows * 2];
        for (int row = 0; row < Rows; row++)
        {
            int first = row >> 1 & 1;
            int second = row & 1;
            inputs[row * 2] = (float)(first + (Noise * random.NextNormal()));
            inputs[(row * 2) + 1] = (float)(second + (Noise * random.NextNormal()));
            labels[row] = first ^ second;
            posteriors[(2 * row) + 1] = Noise == 0 ? labels[row] : Posterior(inputs[2 * row], inputs[(2 * row) + 1]);
            posteriors[2 * row] = 1 - posteriors[(2 * row) + 1];
        }

        return new PosteriorRows { FeatureNames = ["x1", "x2"], Inputs = inputs, Labels = labels, Classes = 2, Posteriors = posteriors };
    }

    // The probability that exactly one coordinate belongs to 1, each taken alone: for equal shares, P(a) = sigmoid((2a − 1) / (2 σ²)).
    private double Posterior(double x, double y)
    {
        double first = OfOne(x), second = OfOne(y);
        return (first * (1 - second)) + (second * (1 - first));
    }

    private double OfOne(double coordinate) => 1 / (1 + Math.Exp((1 - (2 * coordinate)) / (2 * Noise * Noise)));
}
