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
    /// <returns>Two features, two classes.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    public GeneratedRows Generate(ulong seed)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(Rows, 1);
        GeneratedOptions.RequireAtLeast(Noise, 0, nameof(Noise));
        Rng random = new Rng(seed).Split("xor");
        float[] inputs = new float[Rows * 2];
        int[] labels = new int[Rows];
        for (int row = 0; row < Rows; row++)
        {
            int first = row >> 1 & 1;
            int second = row & 1;
            inputs[row * 2] = (float)(first + (Noise * random.NextNormal()));
            inputs[(row * 2) + 1] = (float)(second + (Noise * random.NextNormal()));
            labels[row] = first ^ second;
        }

        return new GeneratedRows { FeatureNames = ["x1", "x2"], Inputs = inputs, Labels = labels };
    }
}
