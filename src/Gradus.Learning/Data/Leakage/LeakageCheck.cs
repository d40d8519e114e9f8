using Gradus.Learning.Data.Preprocessing;
using Gradus.Learning.Data.Tables;
using Gradus.Tensors;

namespace Gradus.Learning.Data.Leakage;

/// <summary>Finds leaks: what a network learns from in training and will not have when it is used. No finding is no proof; a finding names what to mend.</summary>
public static class LeakageCheck
{
    private const int Shown = 10;

    /// <summary>Looks for equal rows in two parts of a split.</summary>
    /// <param name="features">Rows [N, ...]; equal to the bit counts, so check them before noise is added.</param>
    /// <param name="split">The parts.</param>
    /// <returns>A finding for each two parts that share rows.</returns>
    public static IReadOnlyList<Leak> Duplicates(Tensor features, DataSplit split)
    {
        ArgumentNullException.ThrowIfNull(features);
        double[] values = features.ToArray<double>();
        int width = features.Shape[0] == 0 ? 0 : values.Length / features.Shape[0];
        return Shared(
            row => string.Join(' ', values.AsSpan(row * width, width).ToArray().Select(BitConverter.DoubleToInt64Bits)),
            split,
            LeakKind.DuplicateRows,
            (first, second, rows, _) => $"{rows.Count} rows of {second} stand in {first} too, as row {rows[0]}; the network has seen them. Drop duplicates before splitting.");
    }

    /// <summary>Looks for patients, or other groups, with rows in two parts of a split.</summary>
    /// <typeparam name="T">The type of what names a group.</typeparam>
    /// <param name="groups">The group of each row.</param>
    /// <param name="split">The parts.</param>
    /// <returns>A finding for each two parts that share a group.</returns>
    public static IReadOnlyList<Leak> Groups<T>(IReadOnlyList<T> groups, DataSplit split)
        where T : notnull
    {
        ArgumentNullException.ThrowIfNull(groups);
        return Shared(
            row => groups[row],
            split,
            LeakKind.SharedGroup,
            (first, second, rows, names) => $"{names.Count} groups, {string.Join(", ", names.Take(3))}{(names.Count > 3 ? ", ..." : "")}, have rows in {first} and in {second}, there {rows.Count}; the network can learn whom it will be tested on. Split by group (DataSplit.Grouped).");
    }

    /// <summary>Looks whether a scaler has the figures of the training rows alone.</summary>
    /// <param name="scaler">The scaler.</param>
    /// <param name="features">All rows [N, F], as they were before scaling.</param>
    /// <param name="split">The parts.</param>
    /// <returns>A finding where its figures are not those of the training rows; it says whose they are, where that is known.</returns>
    public static IReadOnlyList<Leak> Fit(Scaler scaler, Tensor features, DataSplit split)
    {
        ArgumentNullException.ThrowIfNull(scaler);
        ArgumentNullException.ThrowIfNull(split);
        return Figures(scaler.GetType().Name, scaler.State.ToJsonString(), new ColumnTable(features, "LeakageCheck.Fit"), split, rows => scaler.Refit(rows).State.ToJsonString());
    }

    /// <summary>Looks whether an imputer has the figures of the training rows alone.</summary>
    /// <param name="imputer">The imputer.</param>
    /// <param name="features">All rows [N, F], as they were before filling.</param>
    /// <param name="split">The parts.</param>
    /// <returns>A finding where what it fills with is not of the training rows; it says of which, where that is known.</returns>
    /// <exception cref="ArgumentException">There are more or fewer columns than the imputer was fitted on.</exception>
    public static IReadOnlyList<Leak> Fit(Imputer imputer, Tensor features, DataSplit split)
    {
        ArgumentNullException.ThrowIfNull(imputer);
        ArgumentNullException.ThrowIfNull(split);
        ColumnTable all = new(features, "LeakageCheck.Fit");
        return all.Columns == imputer.Columns
            ? Figures(nameof(Imputer), string.Join(' ', imputer.Fill), all, split, rows => string.Join(' ', imputer.Refit(rows).Fill))
            : throw new ArgumentException($"Imputer was fitted on {imputer.Columns} columns and got {all.Columns}.", nameof(features));
    }

    /// <summary>Looks whether a one-hot encoder knows the categories of the training rows alone.</summary>
    /// <param name="encoder">The encoder.</param>
    /// <param name="columns">The columns, each the values of all rows; null is missing.</param>
    /// <param name="split">The parts.</param>
    /// <returns>A finding for each column with a category that no training row has.</returns>
    /// <exception cref="ArgumentException">There are more or fewer columns than the encoder was fitted on.</exception>
    public static IReadOnlyList<Leak> Fit(OneHotEncoder encoder, IReadOnlyList<IReadOnlyList<string?>> columns, DataSplit split)
    {
        ArgumentNullException.ThrowIfNull(encoder);
        return Categories(nameof(OneHotEncoder), encoder.Columns, columns, split);
    }

    /// <summary>Looks whether an ordinal encoder knows the categories of the training rows alone.</summary>
    /// <param name="encoder">The encoder.</param>
    /// <param name="columns">The columns, each the values of all rows; null is missing.</param>
    /// <param name="split">The parts.</param>
    /// <returns>A finding for each column with a category that no training row has.</returns>
    /// <exception cref="ArgumentException">There are more or fewer columns than the encoder was fitted on.</exception>
    public static IReadOnlyList<Leak> Fit(OrdinalEncoder encoder, IReadOnlyList<IReadOnlyList<string?>> columns, DataSplit split)
    {
        ArgumentNullException.ThrowIfNull(encoder);
        return Categories(nameof(OrdinalEncoder), encoder.Columns, columns, split);
    }

    /// <summary>Looks whether a table preprocessor was fitted on training rows alone.</summary>
    /// <param name="preprocessor">The preprocessor; one that was loaded does not know its rows.</param>
    /// <param name="split">The parts, in the numbers of the table whose rows were taken.</param>
    /// <returns>A finding for each part besides training that it was fitted on.</returns>
    /// <exception cref="ArgumentException">The preprocessor was loaded.</exception>
    public static IReadOnlyList<Leak> Fit(TablePreprocessor preprocessor, DataSplit split)
    {
        ArgumentNullException.ThrowIfNull(preprocessor);
        ArgumentNullException.ThrowIfNull(split);
        HashSet<int> fitted = [.. preprocessor.FittedOn ?? throw new ArgumentException("The preprocessor was loaded and does not know on which rows it was fitted.", nameof(preprocessor))];
        List<Leak> found = [];
        foreach ((string part, int[] rows) in Parts(split).Skip(1))
        {
            int[] seen = [.. rows.Where(fitted.Contains)];
            if (seen.Length > 0)
            {
                found.Add(new Leak(
                    LeakKind.FittedOutsideTraining,
                    $"The preprocessor was fitted on {seen.Length} of the {rows.Length} rows of {part}, row {seen[0]} first; fit it on table.Take(split.Train).",
                    [.. seen.Take(Shown)]));
            }
        }

        return found;
    }

    /// <summary>Looks for columns that say the target.</summary>
    /// <param name="table">The columns that a network shall be given.</param>
    /// <param name="labels">The class of each row.</param>
    /// <returns>A finding for each column that names the class, one value for each, that separates two classes at a threshold, or that is missing in one of two classes and in no row of the other.</returns>
    public static IReadOnlyList<Leak> Target(Table table, ReadOnlySpan<int> labels)
    {
        ArgumentNullException.ThrowIfNull(table);
        int[] classes = labels.ToArray();
        if (classes.Length != table.RowCount)
        {
            throw new ArgumentException($"LeakageCheck.Target got {classes.Length} labels for {table.RowCount} rows; give one each.", nameof(labels));
        }

        return [.. table.Columns
            .Select(column => (column.Name, Problem: TargetLeak.Find(column, classes)))
            .Where(found => found.Problem is not null)
            .Select(found => new Leak(LeakKind.TargetInColumn, $"The column '{found.Name}' {found.Problem}; it is the target, or was written down after it. Leave it out.", []))];
    }

    // Figures are compared with those of each part, refitted.
    private static IReadOnlyList<Leak> Figures(string kind, string figures, ColumnTable all, DataSplit split, Func<ColumnTable, string> refit)
    {
        if (Same(split.Train))
        {
            return [];
        }

        string source = Same([.. Enumerable.Range(0, all.Rows)]) || Same([.. split.Train.Concat(split.Validation).Concat(split.Test).Order()]) ? "of all rows, validation and test among them"
            : Same([.. split.Train.Concat(split.Validation).Order()]) ? "of training and validation rows"
            : Same([.. split.Train.Concat(split.Test).Order()]) ? "of training and test rows"
            : Same(split.Validation) ? "of the validation rows"
            : Same(split.Test) ? "of the test rows"
            : "not those of the training rows";
        return [new Leak(LeakKind.FittedOutsideTraining, $"The figures of {kind} are {source}; fit it on the training rows alone.", [])];

        bool Same(int[] part) => part.Length > 0 && refit(all.Take(part)) == figures;
    }

    private static IReadOnlyList<Leak> Categories(string kind, IReadOnlyList<CategoryEncoder> encoders, IReadOnlyList<IReadOnlyList<string?>> columns, DataSplit split)
    {
        ArgumentNullException.ThrowIfNull(columns);
        ArgumentNullException.ThrowIfNull(split);
        if (columns.Count != encoders.Count)
        {
            throw new ArgumentException($"{kind} was fitted on {encoders.Count} columns and got {columns.Count}.", nameof(columns));
        }

        List<Leak> found = [];
        foreach ((int place, (CategoryEncoder encoder, IReadOnlyList<string?> values)) in encoders.Zip(columns).Index())
        {
            HashSet<string?> known = [.. split.Train.Select(row => values[row])];
            string[] foreign = [.. encoder.Categories.Where(category => !known.Contains(category)), .. (string[])(encoder.HasMissing && !known.Contains(null) ? ["missing values"] : [])];
            if (foreign.Length > 0)
            {
                int[] rows = [.. Enumerable.Range(0, values.Count).Where(row => values[row] is { } value ? foreign.Contains(value) : encoder.HasMissing && !known.Contains(null))];
                found.Add(new Leak(LeakKind.FittedOutsideTraining, $"{kind} knows {foreign[0]}{(foreign.Length > 1 ? $" and {foreign.Length - 1} more" : "")} of column {place}, which no training row has; fit it on the training rows alone.", [.. rows.Take(Shown)]));
            }
        }

        return found;
    }

    private static (string Name, int[] Rows)[] Parts(DataSplit split) => [("training", split.Train), ("validation", split.Validation), ("test", split.Test)];

    private static List<Leak> Shared<TKey>(Func<int, TKey> key, DataSplit split, LeakKind kind, Func<string, string, IReadOnlyList<int>, IReadOnlyList<TKey>, string> message)
        where TKey : notnull
    {
        ArgumentNullException.ThrowIfNull(split);
        List<Leak> found = [];
        (string Name, int[] Rows)[] parts = Parts(split);
        for (int first = 0; first < parts.Length; first++)
        {
            HashSet<TKey> known = [.. parts[first].Rows.Select(key)];
            foreach ((string name, int[] rows) in parts.Skip(first + 1))
            {
                int[] shared = [.. rows.Where(row => known.Contains(key(row)))];
                if (shared.Length > 0)
                {
                    found.Add(new Leak(kind, message(parts[first].Name, name, shared, [.. shared.Select(key).Distinct()]), [.. shared.Take(Shown)]));
                }
            }
        }

        return found;
    }
}
