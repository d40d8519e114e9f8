using Gradus.Tensors;

namespace Gradus.Learning.Training.Statistics;

/// <summary>What the values of a tensor look like. Those that are not finite are counted and left out of the other figures.</summary>
/// <param name="Name">Whose values: the path of a parameter, or of a layer for its output.</param>
/// <param name="Count">How many values.</param>
/// <param name="Mean">Their mean.</param>
/// <param name="StandardDeviation">The root of their mean squared distance from the mean.</param>
/// <param name="Norm">The root of the sum of their squares.</param>
/// <param name="Least">The least.</param>
/// <param name="Greatest">The greatest.</param>
/// <param name="ZeroShare">The share that is exactly 0, as of dead units behind a ReLU.</param>
/// <param name="NotFinite">How many are NaN or infinite.</param>
public sealed record TensorStatistics(string Name, long Count, double Mean, double StandardDeviation, double Norm, double Least, double Greatest, double ZeroShare, long NotFinite)
{
    /// <summary>Looks at a tensor.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="tensor">The values.</param>
    /// <returns>The figures, in double precision; 0 where there is no finite value.</returns>
    public static TensorStatistics Of(string name, Tensor tensor)
    {
        ArgumentNullException.ThrowIfNull(tensor);
        using TensorScope scope = new();
        using NoGrad quiet = NoGrad.Enter();
        Tensor values = tensor.Detach().Contiguous();
        TensorStatistics figures = values.DType == DType.Float32 ? Of(name, values.AsSpan<float>(), value => value) : Of(name, values.To(DType.Float64).AsSpan<double>(), value => value);
        GC.KeepAlive(values);
        return figures;
    }

    // Welford's recurrence (1962): one pass, and no difference of large sums.
    private static TensorStatistics Of<T>(string name, ReadOnlySpan<T> values, Func<T, double> read)
        where T : unmanaged
    {
        double mean = 0, scatter = 0, squares = 0, least = double.PositiveInfinity, greatest = double.NegativeInfinity;
        long finite = 0, zeros = 0;
        foreach (T element in values)
        {
            double value = read(element);
            if (!double.IsFinite(value))
            {
                continue;
            }

            finite++;
            zeros += value == 0 ? 1 : 0;
            double away = value - mean;
            mean += away / finite;
            scatter += away * (value - mean);
            squares += value * value;
            least = Math.Min(least, value);
            greatest = Math.Max(greatest, value);
        }

        return finite == 0
            ? new TensorStatistics(name, values.Length, 0, 0, 0, 0, 0, 0, values.Length)
            : new TensorStatistics(name, values.Length, mean, Math.Sqrt(scatter / finite), Math.Sqrt(squares), least, greatest, (double)zeros / finite, values.Length - finite);
    }
}
