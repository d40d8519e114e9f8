using Gradus.Tensors;

namespace Gradus.Learning.Data.Preprocessing;

/// <summary>Shifts each column by its median and divides it by the distance of its quartiles, which far values hardly move.</summary>
/// <remarks>z = (x − median) / (q₃ − q₁), quantiles by linear interpolation. A column whose quartiles are equal is only shifted.</remarks>
public sealed class RobustScaler : AffineScaler
{
    internal const string Kind = "robust";

    internal RobustScaler(StateReader state)
        : base(state)
    {
    }

    private RobustScaler((double[] Shift, double[] Scale) figures)
        : base(figures.Shift, figures.Scale)
    {
    }

    /// <summary>The median of each column.</summary>
    public IReadOnlyList<double> Median => Shift;

    private protected override string StateKind => Kind;

    /// <summary>Takes the figures of the training rows.</summary>
    /// <param name="features">Training rows [N, F] of float32 or float64.</param>
    /// <returns>The scaler.</returns>
    /// <exception cref="ArgumentException">The shape is another, there is no row, or a value is not finite.</exception>
    public static RobustScaler Fit(Tensor features) => Of(new ColumnTable(features, "RobustScaler.Fit"));

    internal override Scaler Refit(ColumnTable rows) => Of(rows);

    internal static RobustScaler Of(ColumnTable rows) => new(Figures(rows, nameof(RobustScaler), values =>
    {
        Array.Sort(values);
        double range = Quantile.Of(values, 0.75) - Quantile.Of(values, 0.25);
        return (Quantile.Of(values, 0.5), range > 0 ? range : 1);
    }));
}
