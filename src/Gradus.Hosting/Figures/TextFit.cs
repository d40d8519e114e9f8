namespace Gradus.Hosting.Figures;

/// <summary>Guesses how wide text will be, since a server knows no fonts, and breaks it into lines.</summary>
internal static class TextFit
{
    private const string Narrow = "iIjlt.,:;|'!()[] ";
    private const string Broad = "mwMW@%";

    /// <summary>About how wide a text is in a system's sans-serif font, in pixels.</summary>
    public static double Width(string text, double size)
    {
        double width = 0;
        foreach (char letter in text)
        {
            width += Narrow.Contains(letter) ? 0.34 : Broad.Contains(letter) ? 0.92 : char.IsAsciiLetterUpper(letter) ? 0.7 : letter > 0x2E7F ? 1 : 0.61;
        }

        return width * size;
    }

    /// <summary>Breaks a text between words into lines of at most a width; what is left after the last line ends in an ellipsis.</summary>
    public static IReadOnlyList<string> Wrap(string text, double size, double width, int lines)
    {
        List<string> wrapped = [];
        string line = "";
        foreach (string word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            string longer = line.Length == 0 ? word : line + " " + word;
            if (line.Length > 0 && Width(longer, size) > width)
            {
                wrapped.Add(line);
                line = word;
            }
            else
            {
                line = longer;
            }
        }

        wrapped.Add(line);
        if (wrapped.Count > lines)
        {
            wrapped[lines - 1] = string.Join(' ', wrapped.Skip(lines - 1));
            wrapped.RemoveRange(lines, wrapped.Count - lines);
        }

        return [.. wrapped.Select(part => Cut(part, size, width))];
    }

    private static string Cut(string text, double size, double width)
    {
        if (Width(text, size) <= width)
        {
            return text;
        }

        int keep = text.Length;
        while (keep > 1 && Width(text[..keep] + "…", size) > width)
        {
            keep--;
        }

        // Half of a surrogate pair is no character.
        return text[..(char.IsHighSurrogate(text[keep - 1]) ? keep - 1 : keep)].TrimEnd() + "…";
    }
}
