using System.Globalization;
using System.Text;

namespace Gradus.Learning.Summaries;

/// <summary>Prints a summary with aligned columns.</summary>
internal static class SummaryTable
{
    private static readonly string[] Titles = ["Module", "Output shape", "Parameters", "Multiply-adds", "Field", "Activations"];

    internal static string Print(ModuleSummary summary)
    {
        List<string[]> lines = [Titles, .. summary.Rows.Select(Cells)];
        int[] widths = [.. Titles.Select((_, column) => lines.Max(line => line[column].Length))];
        StringBuilder text = new();
        foreach (string[] line in lines)
        {
            for (int column = 0; column < widths.Length; column++)
            {
                // Text to the left, numbers to the right.
                text.Append(column < 2 ? line[column].PadRight(widths[column]) : line[column].PadLeft(widths[column])).Append("  ");
            }

            text.Length -= 2;
            text.Append('\n');
        }

        long frozen = summary.Parameters - summary.TrainedParameters;
        text.Append(CultureInfo.InvariantCulture, $"Parameters: {summary.Parameters:N0}, {summary.TrainedParameters:N0} trained, {frozen:N0} frozen, {Bytes(summary.ParameterBytes)}\n");
        text.Append(CultureInfo.InvariantCulture, $"Multiply-adds: {summary.MultiplyAdds:N0}, two floating-point operations each\n");
        text.Append(CultureInfo.InvariantCulture, $"Memory: input {Bytes(summary.InputBytes)}, activations {Bytes(summary.ActivationBytes)}");
        return text.ToString();
    }

    private static string[] Cells(ModuleSummaryRow row) =>
    [
        new string(' ', 2 * row.Depth) + (row.Depth == 0 ? row.Kind : $"{row.Path.Split('.')[^1]} {row.Kind}"),
        row.OutputShape is null ? "not called" : $"[{string.Join(", ", row.OutputShape)}]",
        Number(row.Parameters),
        Number(row.MultiplyAdds),
        row.Field?.ToString() ?? "-",
        row.ActivationBytes == 0 ? "-" : Bytes(row.ActivationBytes),
    ];

    private static string Number(long value) => value == 0 ? "-" : value.ToString("N0", CultureInfo.InvariantCulture);

    private static string Bytes(long bytes) => bytes switch
    {
        < 1024 => string.Create(CultureInfo.InvariantCulture, $"{bytes} B"),
        < 1024 * 1024 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1024.0:0.0} KiB"),
        < 1024 * 1024 * 1024 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1048576.0:0.0} MiB"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1073741824.0:0.0} GiB"),
    };
}
