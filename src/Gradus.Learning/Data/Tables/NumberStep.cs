using System.Text.Json.Nodes;
using Gradus.Learning.Data.Preprocessing;

namespace Gradus.Learning.Data.Tables;

/// <summary>A column of amounts: missing ones, and such as have no scaled value, filled, then scaled, then perhaps a column that says what was missing.</summary>
internal sealed class NumberStep : ColumnStep
{
    internal const string Kind = "number";
    private readonly Imputer _imputer;
    private readonly Scaler? _scaler;

    internal NumberStep(string name, Imputer imputer, Scaler? scaler)
        : base(name)
    {
        (_imputer, _scaler) = (imputer, scaler);
        if (imputer.Columns != 1 || (scaler is not null && scaler.Columns != 1))
        {
            throw new FormatException($"The state of the column '{name}' has figures of several columns.");
        }
    }

    internal override IReadOnlyList<string> Features => _imputer.Indicated.Count == 0 ? [Name] : [Name, $"{Name} missing"];

    internal override JsonObject State => new() { ["name"] = Name, ["kind"] = Kind, ["imputer"] = _imputer.State, ["scaler"] = _scaler?.State };

    internal static NumberStep Fit(TableColumn column, TablePlan plan)
    {
        ColumnPlan own = plan.Columns.GetValueOrDefault(column.Name, new ColumnPlan());
        if (column.MissingCount == column.Count && (own.Imputation ?? plan.Imputation) != Imputation.Constant)
        {
            throw new ArgumentException($"The column '{column.Name}' has no value in the {column.Count} training rows; ignore it, or fill it with a constant.", nameof(column));
        }

        ColumnTable rows = new([.. column.Numbers], 1);
        Imputer imputer = Imputer.Of(rows, own.Imputation ?? plan.Imputation, own.Fill, own.Indicator ?? plan.Indicators);
        ColumnTable filled = new([.. column.Numbers.Select(number => double.IsNaN(number) ? imputer.Fill[0] : number)], 1);
        try
        {
            return new NumberStep(column.Name, imputer, (own.Scaling ?? plan.Scaling) switch
            {
                Scaling.Standard => StandardScaler.Of(filled),
                Scaling.MinMax => MinMaxScaler.Of(filled),
                Scaling.Robust => RobustScaler.Of(filled),
                Scaling.Log => LogScaler.Of(filled, standardize: true),
                _ => null,
            });
        }
        catch (ArgumentException error)
        {
            throw new ArgumentException($"The column '{column.Name}' cannot be scaled: {error.Message}", nameof(column), error);
        }
    }

    internal override void Write(TableColumn column, Span<float> values, int first, int width)
    {
        IReadOnlyList<double> numbers = column.Numbers;
        bool indicates = _imputer.Indicated.Count > 0;
        for (int row = 0; row < numbers.Count; row++)
        {
            bool missing = double.IsNaN(numbers[row]) || _scaler?.Takes(numbers[row]) == false;
            double value = missing ? _imputer.Fill[0] : numbers[row];
            values[(row * width) + first] = (float)(_scaler is null ? value : _scaler.Forward(value, 0));
            if (indicates)
            {
                values[(row * width) + first + 1] = missing ? 1 : 0;
            }
        }
    }
}
