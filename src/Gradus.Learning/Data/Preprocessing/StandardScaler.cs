using Gradus.Tensors;

namespace Gradus.Learning.Data.Preprocessing;

/// <summary>Brings each column to mean 0 and standard deviation 1 (z-scores), with the figures of the rows it was fitted on.</summary>
/// <remarks>z = (x − mean) / σ with σ over N; a column that does not vary is only shifted. Sums are in double precision.</remarks>
public sealed class StandardScaler : AffineScaler
{
    internal const string Kind = "standard";

    internal StandardScaler(StateReader state)
        : base(state)
    {
    }

    private StandardScaler((double[] Shift, double[] Scale) figures)
        : base(figures.Shift, figures.Scale)
    {
    }

    /// <summary>The mean of each column.</summary>
    public IReadOnlyList<double> Mean => Shift;

    private protected override string StateKind => Kind;

    /// <summary>Takes the figures of the training rows.</summary>
    /// <param name="features">Training rows [N, F] of float32 or float64.</param>
    /// <returns>The scaler.</returns>
    /// <exception cref="ArgumentException">The shape is another, there is no row, or a value is not finite.</exception>
    public static StandardScaler Fit(Tensor features) => Of(new ColumnTable(features, "StandardScaler.Fit"));

    internal override Scaler Refit(ColumnTable rows) => Of(rows);

    internal static StandardScaler Of(ColumnTable rows) => new(Figures(rows, nameof(StandardScaler), values =>
    {
        // The mean of many rows is off by what rounding leaves; a second pass takes that away.
        double rough = values.Average(), mean = rough + values.Average(value => value - rough);
        double deviation = Math.Sqrt(values.Average(value => (value - mean) * (value - mean)));
        return values.Max() == values.Min() ? (values[0], 1) : (mean, deviation > 1e-13 * Math.Abs(mean) ? deviation : 1);
    }));
}
