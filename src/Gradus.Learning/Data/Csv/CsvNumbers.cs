using System.Globalization;

namespace Gradus.Learning.Data.Csv;

/// <summary>What counts as a number in a table.</summary>
internal static class CsvNumbers
{
    internal const string NoNumber = "is no finite number; write it like -12.5 or 3e-4, leave it empty where it is missing, or declare the column as text.";
    internal const string NoInteger = "is no whole number of 64 bits; leave it empty where it is missing, or declare the column as a number or text.";

    internal static bool TryParse(ReadOnlySpan<char> cell, out double number) =>
        double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out number) && double.IsFinite(number);

    internal static bool TryParseInteger(ReadOnlySpan<char> cell, out double number)
    {
        bool whole = long.TryParse(cell, NumberStyles.Integer, CultureInfo.InvariantCulture, out long value);
        number = value;
        return whole;
    }
}
