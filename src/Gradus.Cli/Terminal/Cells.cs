using System.Globalization;
using System.Text;

namespace Gradus.Cli.Terminal;

/// <summary>How many columns of a terminal text takes.</summary>
internal static class Cells
{
    /// <summary>The width of a text.</summary>
    /// <param name="text">The text, without control characters.</param>
    /// <returns>The columns: none for marks that join the letter before them, two for the wide letters of East Asia and for emoji, else one a character.</returns>
    public static int Width(string text) => text.EnumerateRunes().Sum(Width);

    /// <summary>The end of a text, as much of it as fits.</summary>
    /// <param name="text">The text.</param>
    /// <param name="columns">The columns.</param>
    /// <returns>The longest end that is no wider.</returns>
    public static string End(string text, int columns)
    {
        Rune[] runes = [.. text.EnumerateRunes()];
        int first = runes.Length;
        for (int width = 0; first > 0 && (width += Width(runes[first - 1])) <= columns;)
        {
            first--;
        }

        return string.Concat(runes[first..]);
    }

    /// <summary>The beginning of a text, as much of it as fits.</summary>
    /// <param name="text">The text.</param>
    /// <param name="columns">The columns.</param>
    /// <returns>The longest beginning that is no wider.</returns>
    public static string Start(string text, int columns)
    {
        StringBuilder start = new();
        int width = 0;
        foreach (Rune rune in text.EnumerateRunes())
        {
            width += Width(rune);
            if (width > columns)
            {
                break;
            }

            start.Append(rune);
        }

        return start.ToString();
    }

    private static int Width(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format or UnicodeCategory.Control => 0,
        _ => rune.Value switch
        {
            (>= 0x1100 and <= 0x115F) or (>= 0x2E80 and <= 0xA4CF) or (>= 0xAC00 and <= 0xD7A3) or (>= 0xF900 and <= 0xFAFF) or (>= 0xFE30 and <= 0xFE6F) or (>= 0xFF00 and <= 0xFF60) or (>= 0xFFE0 and <= 0xFFE6)
                or (>= 0x1F300 and <= 0x1FAFF) or (>= 0x20000 and <= 0x3FFFD) => 2,
            _ => 1,
        },
    };
}
