using Gradus.Tensors;

namespace Gradus.Learning.Data.Generated;

/// <summary>y = sin(2π x) + noise on [0, 1]: the picture of under- and overfitting. The true function and the variance of the noise are known.</summary>
public sealed record NoisySine
{
    /// <summary>The rows. Default 50.</summary>
    public int Rows { get; init; } = 50;

    /// <summary>The standard deviation of the noise. Default 0.2.</summary>
    public double Noise { get; init; } = 0.2;

    /// <summary>Whether the places are spread evenly over [0, 1] instead of drawn. Default false.</summary>
    public bool Even { get; init; }

    /// <summary>The true function.</summary>
    /// <param name="x">A place.</param>
    /// <returns>sin(2π x).</returns>
    public static double True(double x) => Math.Sin(2 * Math.PI * x);

    /// <summary>Makes the rows.</summary>
    /// <param name="seed">The seed; equal seeds and options give equal bits.</param>
    /// <returns>One feature.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    public RegressionRows Generate(ulong seed)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(Rows, 1);
        GeneratedOptions.RequireAtLeast(Noise, 0, nameof(Noise));
        Rng random = new Rng(seed).Split("noisy-sine");
        (float[] inputs, float[] targets, double[] means) = (new float[Rows], new float[Rows], new double[Rows]);
        for (int row = 0; row < Rows; row++)
        {
            inputs[row] = (float)(Even ? (row + 0.5) / Rows : random.NextDouble());
            means[row] = True(inputs[row]);
            targets[row] = (float)(means[row] + (Noise * random.NextNormal()));
        }

        return new RegressionRows { FeatureNames = ["x"], Inputs = inputs, Targets = targets, TrueMeans = means, NoiseVariance = Noise * Noise };
    }
}
