using Gradus.Tensors;

namespace Gradus.Learning.Data.Preprocessing;

/// <summary>Brings each column to 0 to 1 over the rows it was fitted on: z = (x − least) / (most − least).</summary>
/// <remarks>Other rows may lie outside 0 to 1; one far value squeezes all others together. A column that does not vary is only shifted.</remarks>
public sealed class MinMaxScaler : AffineScaler
{
    internal const string Kind = "minmax";

    internal MinMaxScaler(StateReader state)
        : base(state)
    {
    }

    private MinMaxScaler((double[] Shift, double[] Scale) figures)
        : base(figures.Shift, figures.Scale)
    {
    }

    /// <summary>The least value of each column.</summary>
    public IReadOnlyList<double> Minimum => Shift;

    private protected override string StateKind => Kind;

    /// <summary>Takes the figures of the training rows.</summary>
    /// <param name="features">Training rows [N, F] of float32 or float64.</param>
    /// <returns>The scaler.</returns>
    /// <exception cref="ArgumentException">The shape is another, there is no row, or a value is not finite.</exception>
    public static MinMaxScaler Fit(Tensor features) => Of(new ColumnTable(features, "MinMaxScaler.Fit"));

    internal override Scaler Refit(ColumnTable rows) => Of(rows);

    internal static MinMaxScaler Of(ColumnTable rows) => new(Figures(rows, nameof(MinMaxScaler), values =>
    {
        double least = values.Min();
        double range = values.Max() - least;
        return (least, range > 0 ? range : 1);
    }));
}
