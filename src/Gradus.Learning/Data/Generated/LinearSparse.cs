using Gradus.Tensors;

namespace Gradus.Learning.Data.Generated;

/// <summary>Linear regression with many features of which few matter: y = w·x + noise, x standard normal; the true weights are known.</summary>
/// <remarks>Weights that are not 0 have a random sign and a size uniform in [1, 2]. Any two features have the correlation <see cref="Correlation"/>.</remarks>
public sealed record LinearSparse
{
    /// <summary>The rows. Default 100.</summary>
    public int Rows { get; init; } = 100;

    /// <summary>The features. Default 50.</summary>
    public int Features { get; init; } = 50;

    /// <summary>The features whose weight is not 0, at random places. Default 5.</summary>
    public int Relevant { get; init; } = 5;

    /// <summary>The correlation of any two features, in [0, 1). Default 0.</summary>
    public double Correlation { get; init; }

    /// <summary>The standard deviation of the noise. Default 1.</summary>
    public double Noise { get; init; } = 1;

    /// <summary>Makes the rows.</summary>
    /// <param name="seed">The seed; equal seeds and options give equal bits. The weights depend on the seed too, not on the count of rows: more rows of one seed are rows of the same problem.</param>
    /// <returns>The rows with the true weights.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    public LinearSparseRows Generate(ulong seed)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(Rows, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(Features, 1);
        GeneratedOptions.RequireWithin(Relevant, 0, Features, nameof(Relevant));
        GeneratedOptions.RequireWithin(Correlation, 0, Math.BitDecrement(1.0), nameof(Correlation));
        GeneratedOptions.RequireAtLeast(Noise, 0, nameof(Noise));
        Rng random = new Rng(seed).Split("linear-sparse");
        double[] weights = Weights(random.Split("weights"));
        (float[] inputs, float[] targets, double[] means) = (new float[Rows * Features], new float[Rows], new double[Rows]);
        for (int row = 0; row < Rows; row++)
        {
            double shared = Math.Sqrt(Correlation) * random.NextNormal();
            for (int feature = 0; feature < Features; feature++)
            {
                float value = (float)(shared + (Math.Sqrt(1 - Correlation) * random.NextNormal()));
                inputs[(row * Features) + feature] = value;
                means[row] += weights[feature] * value;
            }

            targets[row] = (float)(means[row] + (Noise * random.NextNormal()));
        }

        return new LinearSparseRows
        {
            FeatureNames = [.. Enumerable.Range(1, Features).Select(feature => $"x{feature}")],
            Inputs = inputs,
            Targets = targets,
            TrueMeans = means,
            NoiseVariance = Noise * Noise,
            TrueWeights = weights,
        };
    }

    private double[] Weights(Rng random)
    {
        double[] weights = new double[Features];
        foreach (int feature in random.Permutation(Features).AsSpan(0, Relevant))
        {
            double size = 1 + random.NextDouble();
            weights[feature] = random.NextInt(2) == 0 ? size : -size;
        }

        return weights;
    }
}
