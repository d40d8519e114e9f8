using Gradus.Learning.Data.Csv;
using Gradus.Learning.Data.Files;

namespace Gradus.Labs.Data;

/// <summary>Reads the user's table.</summary>
internal static class TableReader
{
    private const int FewestOfAClass = 10;

    /// <summary>Reads a table for a yes-or-no question.</summary>
    /// <param name="table">The file and its target.</param>
    /// <returns>The rows; missing numbers are not-a-number.</returns>
    /// <exception cref="InvalidDataException">
    /// The file cannot be read, there is no such target, or another column holds text: every fault is listed with its line; or one of the two answers has fewer than ten rows.
    /// </exception>
    public static LabelledRows Read(LabTable table)
    {
        try
        {
            return ReadColumns(table);
        }
        catch (CsvException error)
        {
            throw new InvalidDataException(error.Errors[0] + (error.Total > 1 ? $" ({error.Total - 1} more faults)" : ""), error);
        }
        catch (DataFormatException error)
        {
            throw new InvalidDataException(error.Message, error);
        }
    }

    private static LabelledRows ReadColumns(LabTable table)
    {
        CsvOptions options = new() { HasHeader = table.HasHeader, Types = new Dictionary<string, CsvType>(StringComparer.Ordinal) { [table.Target] = CsvType.Text } };
        CsvTable read = CsvTable.Read(table.Path, options);
        string?[] answers = read[table.Target].Texts();
        int[] labels = [.. answers.Select(answer => string.Equals(answer, table.Positive, StringComparison.Ordinal) ? 1 : 0)];
        int positives = labels.Sum();
        if (Math.Min(positives, labels.Length - positives) < FewestOfAClass)
        {
            string found = string.Join(", ", answers.CountBy(answer => answer ?? "(missing)").OrderByDescending(count => count.Value).Take(5).Select(count => $"'{count.Key}' {count.Value} times"));
            throw new InvalidDataException(
                $"{table.Path}: '{table.Target}' is '{table.Positive}' in {positives} of {labels.Length} rows; a lab needs at least {FewestOfAClass} rows of yes and of no. It holds {found}.");
        }

        double[][] columns = [.. read.Columns.Where(column => column.Name != table.Target).Select(column => column.Numbers())];
        float[] inputs = new float[labels.Length * columns.Length];
        for (int column = 0; column < columns.Length; column++)
        {
            for (int row = 0; row < labels.Length; row++)
            {
                inputs[(row * columns.Length) + column] = (float)columns[column][row];
            }
        }

        return new LabelledRows(inputs, columns.Length, labels);
    }
}
