using System.Text.Json.Nodes;
using Gradus.Tensors;

namespace Gradus.Learning.Data.Preprocessing;

/// <summary>Takes logarithms, z = ln(1 + x), which brings columns of amounts and counts with a long tail together; then z-scores them where wanted.</summary>
/// <remarks>Values must be greater than −1. With <c>standardize</c> the logarithms are brought to mean 0 and deviation 1 over the training rows.</remarks>
public sealed class LogScaler : Scaler
{
    internal const string Kind = "log";
    private readonly Scaler? _after;

    internal LogScaler(StateReader state)
    {
        Columns = state.Number("columns");
        _after = state.Object("after") is { } after ? FromState(after) : null;
        if (Columns < 1 || (_after is not null && _after.Columns != Columns))
        {
            throw state.Fault("columns", "it must be at least 1, and as many as are standardized.");
        }
    }

    private LogScaler(int columns, Scaler? after) => (Columns, _after) = (columns, after);

    /// <inheritdoc/>
    public override int Columns { get; }

    /// <inheritdoc/>
    public override JsonObject State => new() { ["kind"] = Kind, ["columns"] = Columns, ["after"] = _after?.State };

    /// <summary>Looks at the training rows.</summary>
    /// <param name="features">Training rows [N, F] of float32 or float64.</param>
    /// <param name="standardize">Whether the logarithms are z-scored; true by default.</param>
    /// <returns>The scaler.</returns>
    /// <exception cref="ArgumentException">The shape is another, there is no row, or a value is not finite or not greater than −1.</exception>
    public static LogScaler Fit(Tensor features, bool standardize = true) => Of(new ColumnTable(features, "LogScaler.Fit"), standardize);

    internal static LogScaler Of(ColumnTable rows, bool standardize)
    {
        double[] logarithms = new double[rows.Rows * rows.Columns];
        for (int column = 0; column < rows.Columns; column++)
        {
            double[] values = rows.Finite(column, nameof(LogScaler));
            for (int row = 0; row < values.Length; row++)
            {
                logarithms[(row * rows.Columns) + column] = values[row] > -1
                    ? LogOnePlus(values[row])
                    : throw new ArgumentException($"LogScaler got {values[row]} in row {row}, column {column}; ln(1 + x) needs values greater than −1. Shift the column, or take another scaler.", "features");
            }
        }

        return new LogScaler(rows.Columns, standardize ? StandardScaler.Of(new ColumnTable(logarithms, rows.Columns)) : null);
    }

    internal override Scaler Refit(ColumnTable rows) => Of(rows, _after is not null);

    // A later value of −1 or less has no logarithm: it is a missing value, NaN.
    internal override bool Takes(double value) => value > -1;

    internal override double Forward(double value, int column) => _after is null ? LogOnePlus(value) : _after.Forward(LogOnePlus(value), column);

    internal override double Backward(double value, int column) => ExpMinusOne(_after is null ? value : _after.Backward(value, column));

    // ln(1 + x) without the loss of digits of small x (Kahan).
    private static double LogOnePlus(double x)
    {
        double sum = 1 + x;
        return sum <= 0 ? double.NaN : sum == 1 ? x : Math.Log(sum) * (x / (sum - 1));
    }

    // e^z − 1 likewise.
    private static double ExpMinusOne(double z)
    {
        double power = Math.Exp(z);
        return power == 1 ? z : power - 1 == -1 ? -1 : double.IsInfinity(power) ? power : (power - 1) * (z / Math.Log(power));
    }
}
