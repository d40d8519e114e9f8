using Gradus.Tensors;

namespace Gradus.Learning.Data.Generated;

/// <summary>Gaussian classes whose means are equally far from each other, with one covariance; the true posteriors and, for two classes, the Bayes error are known.</summary>
/// <remarks>
/// Covariance S = s^2 ((1 - r) I + r 1 1'), with s = <see cref="Spread"/> and r = <see cref="Correlation"/>. Two classes have their means at
/// -d/2 and +d/2 on the first axis, K > 2 classes at d / sqrt(2) on the first K axes, so every two means lie d = <see cref="Distance"/> apart.
/// </remarks>
public sealed record GaussianBlobs
{
    /// <summary>The rows. Default 200.</summary>
    public int Rows { get; init; } = 200;

    /// <summary>The classes, 2 or more. Default 2.</summary>
    public int Classes { get; init; } = 2;

    /// <summary>The features; at least <see cref="Classes"/> of them where there are more than two classes. Default 2.</summary>
    public int Features { get; init; } = 2;

    /// <summary>The distance of any two means. Default 3.</summary>
    public double Distance { get; init; } = 3;

    /// <summary>The standard deviation of each feature within a class. Default 1.</summary>
    public double Spread { get; init; } = 1;

    /// <summary>The correlation of any two features within a class, in [0, 1). Default 0.</summary>
    public double Correlation { get; init; }

    /// <summary>The share of each class, summing to 1; null for equal shares. Classes are drawn, so shares are hit on average.</summary>
    public IReadOnlyList<double>? Shares { get; init; }

    /// <summary>The smallest error that any classifier can have on two classes: P(S^-1 distance) in closed form.</summary>
    /// <returns>The error, or null for more than two classes, where no closed form is known (take <see cref="PosteriorRows.BayesError"/> of many rows).</returns>
    /// <remarks>With D the Mahalanobis distance of the means and odds w = ln(share0 / share1): share0 F(-D/2 - w/D) + share1 F(-D/2 + w/D), F the normal distribution function.</remarks>
    public double? BayesError()
    {
        Validate();
        if (Classes != 2)
        {
            return null;
        }

        double[] shares = ResolvedShares();
        double distance = Math.Sqrt(Mahalanobis([Distance, .. new double[Features - 1]]));
        if (distance == 0 || shares[0] is 0 or 1)
        {
            return Math.Min(shares[0], shares[1]);
        }

        double tilt = Math.Log(shares[0] / shares[1]) / distance;
        return (shares[0] * NormalDistribution.Cumulative(-(distance / 2) - tilt)) + (shares[1] * NormalDistribution.Cumulative(-(distance / 2) + tilt));
    }

    /// <summary>Makes the rows.</summary>
    /// <param name="seed">The seed; equal seeds and options give equal bits.</param>
    /// <returns>The rows with the true posterior of each class.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    /// <exception cref="ArgumentException">The shares are not one for each class, negative, or do not sum to 1.</exception>
    public GaussianBlobsRows Generate(ulong seed)
    {
        Validate();
        Rng random = new Rng(seed).Split("gaussian-blobs");
        double[] shares = ResolvedShares();
        float[] inputs = new float[Rows * Features];
        int[] labels = new int[Rows];
        double[] posteriors = new double[Rows * Classes];
        double own = Spread * Math.Sqrt(1 - Correlation);
        double common = Spread * Math.Sqrt(Correlation);
        for (int row = 0; row < Rows; row++)
        {
            labels[row] = Draw(shares, random.NextDouble());
            double shared = common * random.NextNormal();
            for (int feature = 0; feature < Features; feature++)
            {
                inputs[(row * Features) + feature] = (float)(Mean(labels[row], feature) + shared + (own * random.NextNormal()));
            }

            FillPosteriors(inputs.AsSpan(row * Features, Features), shares, posteriors.AsSpan(row * Classes, Classes));
        }

        string[] names = [.. Enumerable.Range(1, Features).Select(feature => $"x{feature}")];
        return new GaussianBlobsRows { FeatureNames = names, Inputs = inputs, Labels = labels, Classes = Classes, Posteriors = posteriors };
    }

    private static int Draw(double[] shares, double uniform)
    {
        int label = 0;
        for (double sum = shares[0]; uniform >= sum && label < shares.Length - 1; sum += shares[label])
        {
            label++;
        }

        return label;
    }

    private double Mean(int label, int feature) =>
        Classes == 2
            ? feature == 0 ? (label - 0.5) * Distance : 0
            : feature == label ? Distance / Math.Sqrt(2) : 0;

    private void FillPosteriors(ReadOnlySpan<float> row, double[] shares, Span<double> posteriors)
    {
        double[] difference = new double[Features];
        double largest = double.NegativeInfinity;
        for (int label = 0; label < Classes; label++)
        {
            for (int feature = 0; feature < Features; feature++)
            {
                difference[feature] = row[feature] - Mean(label, feature);
            }

            posteriors[label] = Math.Log(shares[label]) - (Mahalanobis(difference) / 2);
            largest = Math.Max(largest, posteriors[label]);
        }

        double sum = 0;
        foreach (ref double posterior in posteriors)
        {
            posterior = Math.Exp(posterior - largest);
            sum += posterior;
        }

        foreach (ref double posterior in posteriors)
        {
            posterior /= sum;
        }
    }

    /// <summary>v' S^-1 v by the formula of Sherman and Morrison.</summary>
    private double Mahalanobis(double[] vector)
    {
        double squares = 0;
        double sum = 0;
        foreach (double value in vector)
        {
            squares += value * value;
            sum += value;
        }

        return (squares - (Correlation / (1 + ((Features - 1) * Correlation)) * sum * sum)) / (Spread * Spread * (1 - Correlation));
    }

    private double[] ResolvedShares() => Shares is null ? [.. Enumerable.Repeat(1.0 / Classes, Classes)] : [.. Shares];

    private void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(Rows, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(Classes, 2);
        ArgumentOutOfRangeException.ThrowIfLessThan(Features, Classes == 2 ? 1 : Classes);
        GeneratedOptions.RequireAtLeast(Distance, 0, nameof(Distance));
        GeneratedOptions.RequireAtLeast(Spread, double.Epsilon, nameof(Spread));
        GeneratedOptions.RequireWithin(Correlation, 0, Math.BitDecrement(1.0), nameof(Correlation));
        if (Shares is not null && (Shares.Count != Classes || Shares.Any(share => !(share >= 0)) || Math.Abs(Shares.Sum() - 1) > 1e-9))
        {
            throw new ArgumentException($"GaussianBlobs got the shares [{string.Join(", ", Shares)}] for {Classes} classes; give one share a class, none negative, with the sum 1.", nameof(Shares));
        }
    }
}
