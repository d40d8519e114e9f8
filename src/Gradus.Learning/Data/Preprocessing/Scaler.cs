using System.Text.Json.Nodes;
using Gradus.Tensors;

namespace Gradus.Learning.Data.Preprocessing;

/// <summary>Brings columns of numbers to a common scale, with figures that were taken from training rows.</summary>
/// <remarks>
/// Fit it on training rows alone: figures that have seen validation or test rows leak them (<see cref="Leakage.LeakageCheck"/> finds out). A scaler is made fitted and never changes; <see cref="State"/> keeps it.
/// </remarks>
public abstract class Scaler
{
    /// <summary>F, the columns that it was fitted on.</summary>
    public abstract int Columns { get; }

    /// <summary>The fitted figures, from which <see cref="FromState"/> makes the scaler again bit for bit.</summary>
    public abstract JsonObject State { get; }

    /// <summary>Makes a scaler of figures that were kept.</summary>
    /// <param name="state">What <see cref="State"/> gave.</param>
    /// <returns>The same scaler.</returns>
    /// <exception cref="FormatException">It is no state of a scaler.</exception>
    public static Scaler FromState(JsonObject state)
    {
        StateReader reader = new(state, "scaler");
        return reader.Text("kind") switch
        {
            StandardScaler.Kind => new StandardScaler(reader),
            MinMaxScaler.Kind => new MinMaxScaler(reader),
            RobustScaler.Kind => new RobustScaler(reader),
            LogScaler.Kind => new LogScaler(reader),
            string other => throw reader.Fault("kind", $"'{other}' is no kind of scaler."),
        };
    }

    /// <summary>Scales rows.</summary>
    /// <param name="features">Rows [N, F] of float32 or float64 with as many columns as were fitted.</param>
    /// <returns>New rows of the same shape and element type; NaN, a missing value, stays.</returns>
    /// <exception cref="ArgumentException">The shape does not fit.</exception>
    public Tensor Transform(Tensor features) => Map(features, nameof(Transform), Forward);

    /// <summary>Undoes <see cref="Transform"/>.</summary>
    /// <param name="features">Scaled rows [N, F].</param>
    /// <returns>New rows of the same shape and element type.</returns>
    /// <exception cref="ArgumentException">The shape does not fit.</exception>
    public Tensor Inverse(Tensor features) => Map(features, nameof(Inverse), Backward);

    /// <summary>A scaler of the same kind and settings with the figures of other rows.</summary>
    internal abstract Scaler Refit(ColumnTable rows);

    /// <summary>Whether a value can be scaled; what cannot counts as missing.</summary>
    internal virtual bool Takes(double value) => true;

    /// <summary>Scales one value.</summary>
    internal abstract double Forward(double value, int column);

    /// <summary>Undoes <see cref="Forward"/>.</summary>
    internal abstract double Backward(double value, int column);

    private Tensor Map(Tensor features, string what, Func<double, int, double> map)
    {
        ColumnTable table = new(features, $"{GetType().Name}.{what}");
        if (table.Columns != Columns)
        {
            throw new ArgumentException($"{GetType().Name} was fitted on {Columns} columns and got {table.Columns}.", nameof(features));
        }

        return table.Map(map);
    }
}
