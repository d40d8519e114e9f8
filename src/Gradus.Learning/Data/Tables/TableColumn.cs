using System.Globalization;

namespace Gradus.Learning.Data.Tables;

/// <summary>One column of a table: numbers or texts, each present or missing.</summary>
public sealed class TableColumn
{
    private readonly double[]? _numbers;
    private readonly string?[]? _texts;

    /// <summary>A column of numbers.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="numbers">Its numbers; NaN is missing. They are kept, not copied.</param>
    public TableColumn(string name, double[] numbers)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(numbers);
        (Name, _numbers) = (name, numbers);
    }

    /// <summary>A column of texts.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="texts">Its texts; null is missing. They are kept, not copied.</param>
    public TableColumn(string name, string?[] texts)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(texts);
        (Name, _texts) = (name, texts);
    }

    /// <summary>The name.</summary>
    public string Name { get; }

    /// <summary>Whether it holds numbers, not texts.</summary>
    public bool IsNumber => _numbers is not null;

    /// <summary>The number of rows.</summary>
    public int Count => _numbers?.Length ?? _texts!.Length;

    /// <summary>How many values are missing.</summary>
    public int MissingCount => _numbers?.Count(double.IsNaN) ?? _texts!.Count(text => text is null);

    /// <summary>The numbers; NaN is missing.</summary>
    /// <exception cref="InvalidOperationException">The column holds texts.</exception>
    public IReadOnlyList<double> Numbers => _numbers ?? throw new InvalidOperationException($"The column '{Name}' holds texts; numbers are needed. Encode it as a category, or read the table with another type for it.");

    /// <summary>The texts; null is missing. Numbers are written in their shortest form, as 3 or 0.5.</summary>
    public IReadOnlyList<string?> Texts => _texts ?? Array.ConvertAll(_numbers!, number => double.IsNaN(number) ? null : number.ToString("R", CultureInfo.InvariantCulture));

    /// <summary>Yes or no for each row: whether it has a value.</summary>
    /// <param name="positive">The text that means yes; a number in its shortest form.</param>
    /// <returns>1 for yes, 0 for no.</returns>
    /// <exception cref="ArgumentException">A row is missing, or no row or every row means yes; what there is is named.</exception>
    public int[] Labels(string positive)
    {
        IReadOnlyList<string?> texts = Texts;
        int[] labels = new int[Count];
        for (int row = 0; row < labels.Length; row++)
        {
            labels[row] = string.Equals(texts[row] ?? throw new ArgumentException($"The column '{Name}' is missing in row {row}; a label is needed for every row. Drop the row.", nameof(positive)), positive, StringComparison.Ordinal) ? 1 : 0;
        }

        int positives = labels.Sum();
        return positives > 0 && positives < labels.Length
            ? labels
            : throw new ArgumentException($"The column '{Name}' is '{positive}' in {positives} of {labels.Length} rows; it holds {string.Join(", ", texts.Distinct(StringComparer.Ordinal).Take(8).Select(text => $"'{text}'"))}.", nameof(positive));
    }

    /// <summary>The class of each row, and what the classes are called.</summary>
    /// <param name="classes">The texts of the classes, 0 upwards: numbers by their value, others in ordinal order.</param>
    /// <returns>0 to the number of classes − 1.</returns>
    /// <exception cref="ArgumentException">A row is missing.</exception>
    public int[] Classes(out IReadOnlyList<string> classes)
    {
        if (MissingCount > 0)
        {
            throw new ArgumentException($"The column '{Name}' is missing in {MissingCount} rows; a class is needed for every row. Drop the rows.");
        }

        string[] names = IsNumber
            ? [.. _numbers!.Distinct().Order().Select(number => number.ToString("R", CultureInfo.InvariantCulture))]
            : [.. _texts!.Select(text => text!).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        Dictionary<string, int> codes = names.Select((name, code) => (name, code)).ToDictionary(entry => entry.name, entry => entry.code, StringComparer.Ordinal);
        classes = names;
        return [.. Texts.Select(text => codes[text!])];
    }

    /// <summary>The same column in which a number stands for a missing value.</summary>
    internal TableColumn MarkMissing(double value) => new(Name, [.. Numbers.Select(number => number == value ? double.NaN : number)]);

    internal TableColumn Take(ReadOnlySpan<int> rows)
    {
        if (_numbers is not null)
        {
            double[] numbers = new double[rows.Length];
            for (int place = 0; place < rows.Length; place++)
            {
                numbers[place] = _numbers[rows[place]];
            }

            return new TableColumn(Name, numbers);
        }

        string?[] texts = new string?[rows.Length];
        for (int place = 0; place < rows.Length; place++)
        {
            texts[place] = _texts![rows[place]];
        }

        return new TableColumn(Name, texts);
    }
}
