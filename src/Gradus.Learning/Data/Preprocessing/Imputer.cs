using System.Text.Json.Nodes;
using Gradus.Tensors;

namespace Gradus.Learning.Data.Preprocessing;

/// <summary>Fills missing numbers (NaN) with figures that were taken from training rows; as scikit-learn's SimpleImputer.</summary>
/// <remarks>With an indicator, a column of 0 and 1 follows for each column that had missing values in the training rows: that a value was not measured often says as much as the value.</remarks>
public sealed class Imputer
{
    private readonly double[] _fill;
    private readonly int[] _indicated;

    private Imputer(Imputation strategy, double[] fill, int[] indicated) => (Strategy, _fill, _indicated) = (strategy, fill, indicated);

    /// <summary>What takes the place of missing numbers.</summary>
    public Imputation Strategy { get; }

    /// <summary>F, the columns that it was fitted on.</summary>
    public int Columns => _fill.Length;

    /// <summary>The number for each column.</summary>
    public IReadOnlyList<double> Fill => _fill;

    /// <summary>The columns that an indicator follows for.</summary>
    public IReadOnlyList<int> Indicated => _indicated;

    /// <summary>The fitted figures, from which <see cref="FromState"/> makes the imputer again bit for bit.</summary>
    public JsonObject State => new() { ["strategy"] = Strategy.ToString(), ["fill"] = StateReader.Pack(_fill), ["indicated"] = StateReader.Pack(_indicated) };

    /// <summary>Makes an imputer of figures that were kept.</summary>
    /// <param name="state">What <see cref="State"/> gave.</param>
    /// <returns>The same imputer.</returns>
    /// <exception cref="FormatException">It is no state of an imputer.</exception>
    public static Imputer FromState(JsonObject state)
    {
        StateReader reader = new(state, "imputer");
        double[] fill = reader.Numbers("fill");
        int[] indicated = reader.All<int>("indicated");
        return !Enum.TryParse(reader.Text("strategy"), out Imputation strategy) ? throw reader.Fault("strategy", "it is unknown.")
            : indicated.Any(column => (uint)column >= (uint)fill.Length) ? throw reader.Fault("indicated", "there is no such column.")
            : new Imputer(strategy, fill, indicated);
    }

    /// <summary>Takes the figures of the training rows.</summary>
    /// <param name="features">Training rows [N, F] of float32 or float64; NaN is missing.</param>
    /// <param name="strategy">What takes the place of missing numbers; the mean by default.</param>
    /// <param name="fill">The number for <see cref="Imputation.Constant"/>; 0 by default.</param>
    /// <param name="indicator">Whether columns that say what was missing follow; false by default.</param>
    /// <returns>The imputer.</returns>
    /// <exception cref="ArgumentException">The shape is another, there is no row, a value is infinite, or a column has no value at all and the figure is to come from it.</exception>
    public static Imputer Fit(Tensor features, Imputation strategy = Imputation.Mean, double fill = 0, bool indicator = false) =>
        Of(new ColumnTable(features, "Imputer.Fit"), strategy, fill, indicator);

    /// <summary>Fills rows.</summary>
    /// <param name="features">Rows [N, F] with as many columns as were fitted.</param>
    /// <returns>New rows [N, F + M] of the same element type; M indicators follow the columns, in their order.</returns>
    /// <exception cref="ArgumentException">The shape does not fit.</exception>
    public Tensor Transform(Tensor features)
    {
        ColumnTable table = new(features, "Imputer.Transform");
        if (table.Columns != Columns)
        {
            throw new ArgumentException($"Imputer was fitted on {Columns} columns and got {table.Columns}.", nameof(features));
        }

        int width = Columns + _indicated.Length;
        double[] filled = new double[table.Rows * width];
        for (int row = 0; row < table.Rows; row++)
        {
            for (int column = 0; column < Columns; column++)
            {
                filled[(row * width) + column] = double.IsNaN(table[row, column]) ? _fill[column] : table[row, column];
            }

            for (int place = 0; place < _indicated.Length; place++)
            {
                filled[(row * width) + Columns + place] = double.IsNaN(table[row, _indicated[place]]) ? 1 : 0;
            }
        }

        return table.ToTensor(filled, width);
    }

    /// <summary>An imputer of the same settings with the figures of other rows. A column without a value there has the figure NaN, unless it is filled with a constant.</summary>
    internal Imputer Refit(ColumnTable rows)
    {
        double[] fill = [.. _fill];
        for (int column = 0; column < rows.Columns && Strategy != Imputation.Constant; column++)
        {
            double[] present = rows.Present(column);
            fill[column] = present.Length == 0 ? double.NaN : Figure(present, Strategy, 0);
        }

        return new Imputer(Strategy, fill, _indicated);
    }

    internal static Imputer Of(ColumnTable rows, Imputation strategy, double fill, bool indicator)
    {
        if (!double.IsFinite(fill))
        {
            throw new ArgumentException($"Imputer shall fill with {fill}; it needs a finite number.", nameof(fill));
        }

        double[] figures = new double[rows.Columns];
        List<int> indicated = [];
        for (int column = 0; column < rows.Columns; column++)
        {
            double[] present = rows.Present(column);
            if (present.Any(value => !double.IsFinite(value)))
            {
                throw new ArgumentException($"Imputer got an infinite value in column {column}; only NaN counts as missing.", "features");
            }

            if (present.Length == 0 && strategy != Imputation.Constant)
            {
                throw new ArgumentException($"Imputer found no value in column {column} of the {rows.Rows} training rows; leave the column out, or fill it with a constant.", "features");
            }

            figures[column] = Figure(present, strategy, fill);
            if (indicator && present.Length < rows.Rows)
            {
                indicated.Add(column);
            }
        }

        return new Imputer(strategy, figures, [.. indicated]);
    }

    private static double Figure(double[] present, Imputation strategy, double fill)
    {
        switch (strategy)
        {
            case Imputation.Mean:
                return present.Average();
            case Imputation.Median:
                Array.Sort(present);
                return Quantile.Of(present, 0.5);
            case Imputation.MostFrequent:
                return present.CountBy(value => value).OrderByDescending(count => count.Value).ThenBy(count => count.Key).First().Key;
            default:
                return fill;
        }
    }
}
