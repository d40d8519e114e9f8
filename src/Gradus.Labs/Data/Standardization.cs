namespace Gradus.Labs.Data;

/// <summary>Brings every column to mean 0 and deviation 1 as the training rows have them; a missing value becomes the training mean, a constant column 0.</summary>
internal sealed class Standardization
{
    private readonly double[] _means;
    private readonly double[] _scales;

    private Standardization(double[] means, double[] scales) => (_means, _scales) = (means, scales);

    /// <summary>Learns means and deviations.</summary>
    /// <param name="rows">The training rows, and no others.</param>
    /// <returns>The fitted standardization.</returns>
    public static Standardization Fit(LabelledRows rows)
    {
        double[] means = new double[rows.Features];
        double[] scales = new double[rows.Features];
        for (int column = 0; column < rows.Features; column++)
        {
            double[] values = [.. Enumerable.Range(0, rows.Count).Select(row => (double)rows.Inputs[(row * rows.Features) + column]).Where(value => !double.IsNaN(value))];
            means[column] = values.Length == 0 ? 0 : values.Average();
            double variance = values.Length == 0 ? 0 : values.Average(value => (value - means[column]) * (value - means[column]));
            scales[column] = variance > 0 ? 1 / Math.Sqrt(variance) : 0;
        }

        return new Standardization(means, scales);
    }

    /// <summary>Standardizes rows.</summary>
    /// <param name="rows">Any rows with the same columns.</param>
    /// <returns>New rows without a missing value.</returns>
    public LabelledRows Apply(LabelledRows rows)
    {
        float[] inputs = new float[rows.Inputs.Length];
        for (int place = 0; place < inputs.Length; place++)
        {
            int column = place % rows.Features;
            float value = rows.Inputs[place];
            inputs[place] = float.IsNaN(value) ? 0 : (float)((value - _means[column]) * _scales[column]);
        }

        return rows with { Inputs = inputs };
    }
}
