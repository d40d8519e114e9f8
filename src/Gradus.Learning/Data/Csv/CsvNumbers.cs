using System.Globalization;
using System.Runtime.CompilerServices;

namespace Gradus.Learning.Data.Csv;

/// <summary>What counts as a number in a table.</summary>
internal static class CsvNumbers
{
    internal const string NoNumber = "is no finite number; write it like -12.5 or 3e-4, leave it empty where it is missing, or declare the column as text.";
    internal const string NoInteger = "is no whole number of 64 bits; leave it empty where it is missing, or declare the column as a number or text.";

    // Powers of ten that a double holds exactly.
    private static readonly double[] Tens = [.. Enumerable.Range(0, 16).Select(power => Math.Pow(10, power))];

    internal static bool TryParse(ReadOnlySpan<byte> cell, out double number) =>
        TryParseShort(cell, out number) || (double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out number) && double.IsFinite(number));

    internal static bool TryParseInteger(ReadOnlySpan<byte> cell, out double number)
    {
        bool whole = long.TryParse(cell, NumberStyles.Integer, CultureInfo.InvariantCulture, out long value);
        number = value;
        return whole;
    }

    // Up to 15 digits with at most one point between or after them: digits and power of ten are exact, so their quotient is the nearest double, as a full parser finds it (Clinger 1990).
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static bool TryParseShort(ReadOnlySpan<byte> cell, out double number)
    {
        number = 0;
        int first = !cell.IsEmpty && cell[0] == '-' ? 1 : 0;
        int point = -1;
        long digits = 0;
        if (cell.Length - first > 16)
        {
            return false;
        }

        for (int place = first; place < cell.Length; place++)
        {
            int digit = cell[place] - '0';
            if ((uint)digit <= 9)
            {
                digits = (10 * digits) + digit;
            }
            else if (cell[place] == '.' && point < 0)
            {
                point = place;
            }
            else
            {
                return false;
            }
        }

        int count = cell.Length - first - (point < 0 ? 0 : 1);
        if (count is 0 or > 15)
        {
            return false;
        }

        double value = point < 0 ? digits : digits / Tens[cell.Length - point - 1];
        number = first == 1 ? -value : value;
        return true;
    }
}
