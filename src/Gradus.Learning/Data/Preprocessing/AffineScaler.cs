using System.Text.Json.Nodes;

namespace Gradus.Learning.Data.Preprocessing;

/// <summary>A scaler that shifts and divides each column: z = (x − shift) / scale.</summary>
public abstract class AffineScaler : Scaler
{
    private readonly double[] _shift;
    private readonly double[] _scale;

    private protected AffineScaler(double[] shift, double[] scale) => (_shift, _scale) = (shift, scale);

    private protected AffineScaler(StateReader state)
    {
        _shift = state.Numbers("shift");
        _scale = state.Numbers("scale");
        if (_shift.Length != _scale.Length || _scale.Any(scale => !(scale > 0)))
        {
            throw state.Fault("scale", "there must be one for each shift, all greater than 0.");
        }
    }

    /// <inheritdoc/>
    public sealed override int Columns => _shift.Length;

    /// <summary>What each column is divided by; 1 for one that does not vary.</summary>
    public IReadOnlyList<double> Scale => _scale;

    /// <inheritdoc/>
    public override JsonObject State => new() { ["kind"] = StateKind, ["shift"] = StateReader.Pack(_shift), ["scale"] = StateReader.Pack(_scale) };

    /// <summary>What is taken from each column.</summary>
    private protected IReadOnlyList<double> Shift => _shift;

    private protected abstract string StateKind { get; }

    internal sealed override double Forward(double value, int column) => (value - _shift[column]) / _scale[column];

    internal sealed override double Backward(double value, int column) => (value * _scale[column]) + _shift[column];

    /// <summary>The two figures of every column, from its values.</summary>
    private protected static (double[] Shift, double[] Scale) Figures(ColumnTable rows, string what, Func<double[], (double Shift, double Scale)> figures)
    {
        (double[] shift, double[] scale) = (new double[rows.Columns], new double[rows.Columns]);
        for (int column = 0; column < rows.Columns; column++)
        {
            (shift[column], scale[column]) = figures(rows.Finite(column, what));
        }

        return (shift, scale);
    }
}
