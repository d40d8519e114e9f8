using Gradus.Tensors;

namespace Gradus.Learning.Data.Resampling;

/// <summary>Makes new rows of the smaller classes between their own rows and near neighbours, until each class is as large as the largest.</summary>
/// <remarks>
/// A new row is x + u·(n − x), u uniform in [0, 1), x a random row of the class and n one of its k nearest rows of the same class by Euclidean distance. Scale the columns first, and take training rows alone;
/// columns of 0 and 1 get values between. Every pair of rows of a class is compared. Chawla et al.: SMOTE: Synthetic minority over-sampling technique (JAIR 2002).
/// </remarks>
public sealed class Smote
{
    private readonly int _neighbours;

    /// <summary>Makes the method.</summary>
    /// <param name="neighbours">k; 5 by default, fewer where a class has fewer other rows.</param>
    /// <exception cref="ArgumentOutOfRangeException">k is below 1.</exception>
    public Smote(int neighbours = 5)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(neighbours, 1);
        _neighbours = neighbours;
    }

    /// <summary>Adds rows.</summary>
    /// <param name="features">Training rows [N, F] of float32 or float64.</param>
    /// <param name="labels">The class of each.</param>
    /// <param name="seed">The seed.</param>
    /// <returns>All rows, the original ones first, with their classes: inputs of the same element type and targets int64.</returns>
    /// <exception cref="ArgumentException">The shapes do not fit, a value is not finite, or a smaller class has one row alone.</exception>
    public TensorDataset Apply(Tensor features, ReadOnlySpan<int> labels, ulong seed = 0)
    {
        ArgumentNullException.ThrowIfNull(features);
        if (features.Rank != 2 || features.Shape[0] != labels.Length || !features.DType.IsFloatingPoint())
        {
            throw new ArgumentException($"Smote got {features.DType} [{string.Join(", ", features.Shape.ToArray())}] and {labels.Length} labels; it needs rows [N, F] of Float32 or Float64 and one label each.", nameof(features));
        }

        double[] values = features.ToArray<double>();
        int width = features.Shape[1];
        int bad = Array.FindIndex(values, value => !double.IsFinite(value));
        if (bad >= 0)
        {
            throw new ArgumentException($"Smote got {values[bad]} in row {bad / width}, column {bad % width}; fill missing values first.", nameof(features));
        }

        (int Label, int[] Rows)[] classes = ClassBalance.Group(labels);
        int most = classes.Max(group => group.Rows.Length);
        List<double> rows = [.. values];
        List<long> targets = [.. labels.ToArray().Select(label => (long)label)];
        foreach ((int label, int[] members) in classes.Where(group => group.Rows.Length < most))
        {
            if (members.Length == 1)
            {
                throw new ArgumentException($"Smote got one row of the class {label}; it needs two to go between. Oversample instead.", nameof(labels));
            }

            int[][] nearest = Nearest(values, width, members);
            Rng rng = ClassBalance.Stream(seed, label);
            for (int made = members.Length; made < most; made++)
            {
                int chosen = rng.NextInt(members.Length);
                int neighbour = nearest[chosen][rng.NextInt(nearest[chosen].Length)];
                double share = rng.NextDouble();
                for (int column = 0; column < width; column++)
                {
                    double from = values[(members[chosen] * width) + column];
                    rows.Add(from + (share * (values[(neighbour * width) + column] - from)));
                }

                targets.Add(label);
            }
        }

        return new TensorDataset(Tensor.From([.. rows], targets.Count, width).To(features.DType), Tensor.From([.. targets]));
    }

    /// <summary>The rows nearest to each member, nearest first; of equally near ones the one that stands first.</summary>
    internal int[][] Nearest(double[] values, int width, int[] members)
    {
        int count = Math.Min(_neighbours, members.Length - 1);
        int[][] nearest = new int[members.Length][];
        double[] distances = new double[members.Length];
        int[] order = new int[members.Length];
        for (int member = 0; member < members.Length; member++)
        {
            ReadOnlySpan<double> row = values.AsSpan(members[member] * width, width);
            for (int other = 0; other < members.Length; other++)
            {
                ReadOnlySpan<double> candidate = values.AsSpan(members[other] * width, width);
                double sum = 0;
                for (int column = 0; column < width; column++)
                {
                    double difference = row[column] - candidate[column];
                    sum += difference * difference;
                }

                (distances[other], order[other]) = (other == member ? double.PositiveInfinity : sum, other);
            }

            Array.Sort(order, (left, right) => (distances[left], left).CompareTo((distances[right], right)));
            nearest[member] = [.. order[..count].Select(place => members[place])];
        }

        return nearest;
    }
}
