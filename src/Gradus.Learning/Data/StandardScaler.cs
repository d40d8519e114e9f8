using Gradus.Tensors;

namespace Gradus.Learning.Data;

/// <summary>Brings each column to mean 0 and standard deviation 1, with the figures of the rows it was fitted on.</summary>
/// <remarks>
/// Fit it on training rows alone: figures that have seen validation or test rows leak them. z = (x − mean) / σ with σ over N; a column that does not vary
/// is only shifted. Sums are in double precision.
/// </remarks>
public sealed class StandardScaler
{
    private readonly double[] _mean;
    private readonly double[] _scale;

    private StandardScaler(double[] mean, double[] scale)
    {
        _mean = mean;
        _scale = scale;
    }

    /// <summary>The mean of each column.</summary>
    public IReadOnlyList<double> Mean => _mean;

    /// <summary>The standard deviation of each column; 1 for one that does not vary.</summary>
    public IReadOnlyList<double> Scale => _scale;

    /// <summary>Takes the figures of the training rows.</summary>
    /// <param name="features">Training rows [N, F] of float32 or float64.</param>
    /// <returns>The scaler.</returns>
    /// <exception cref="ArgumentException">The shape is another, there is no row, or a value is not finite.</exception>
    public static StandardScaler Fit(Tensor features)
    {
        double[,] values = Table(features, nameof(Fit));
        int rows = values.GetLength(0);
        double[] mean = new double[values.GetLength(1)];
        double[] scale = new double[mean.Length];
        for (int column = 0; column < mean.Length; column++)
        {
            double sum = 0;
            for (int row = 0; row < rows; row++)
            {
                if (!double.IsFinite(values[row, column]))
                {
                    throw new ArgumentException($"StandardScaler got {values[row, column]} in row {row}, column {column}; fill or drop missing values first.", nameof(features));
                }

                sum += values[row, column];
            }

            mean[column] = sum / rows;
            double squares = 0;
            for (int row = 0; row < rows; row++)
            {
                double distance = values[row, column] - mean[column];
                squares += distance * distance;
            }

            // A constant column leaves rounding of the mean behind, not exactly zero.
            double deviation = Math.Sqrt(squares / rows);
            scale[column] = deviation > 1e-13 * Math.Abs(mean[column]) ? deviation : 1;
        }

        return new StandardScaler(mean, scale);
    }

    /// <summary>Scales rows.</summary>
    /// <param name="features">Rows [N, F] with as many columns as were fitted.</param>
    /// <returns>New rows of the same shape and element type.</returns>
    /// <exception cref="ArgumentException">The shape does not fit.</exception>
    public Tensor Transform(Tensor features) => Map(features, (value, column) => (value - _mean[column]) / _scale[column]);

    /// <summary>Undoes <see cref="Transform"/>.</summary>
    /// <param name="features">Scaled rows [N, F].</param>
    /// <returns>New rows of the same shape and element type.</returns>
    /// <exception cref="ArgumentException">The shape does not fit.</exception>
    public Tensor Inverse(Tensor features) => Map(features, (value, column) => (value * _scale[column]) + _mean[column]);

    private static double[,] Table(Tensor features, string what)
    {
        ArgumentNullException.ThrowIfNull(features);
        if (features.Rank != 2 || features.Shape[0] == 0 || !features.DType.IsFloatingPoint())
        {
            throw new ArgumentException($"StandardScaler.{what} got {features.DType} [{string.Join(", ", features.Shape.ToArray())}]; it needs rows and columns [N, F] of Float32 or Float64.", nameof(features));
        }

        double[] flat = features.To(DType.Float64).ToArray<double>();
        double[,] values = new double[features.Shape[0], features.Shape[1]];
        Buffer.BlockCopy(flat, 0, values, 0, flat.Length * sizeof(double));
        return values;
    }

    private Tensor Map(Tensor features, Func<double, int, double> map)
    {
        double[,] values = Table(features, nameof(Transform));
        if (values.GetLength(1) != _mean.Length)
        {
            throw new ArgumentException($"StandardScaler was fitted on {_mean.Length} columns and got {values.GetLength(1)}.", nameof(features));
        }

        double[] mapped = new double[values.Length];
        for (int place = 0; place < mapped.Length; place++)
        {
            int column = place % _mean.Length;
            mapped[place] = map(values[place / _mean.Length, column], column);
        }

        return Tensor.From(mapped, features.Shape).To(features.DType);
    }
}
