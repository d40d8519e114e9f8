using System.Globalization;

namespace Gradus.Cli.Terminal;

/// <summary>The line that is being typed, behind the time and the number of words. Only this one line is ever drawn anew, so that nothing breaks when the window changes its size.</summary>
/// <param name="shell">The surroundings.</param>
/// <param name="least">From this time on an answer is long enough.</param>
/// <param name="most">From this time on it is too long.</param>
internal sealed class TimedLine(Shell shell, TimeSpan least, TimeSpan most)
{
    private const string Dim = "2", Good = "32", Late = "33";
    private const int FewestColumns = 8;
    private string _drawn = "";

    /// <summary>The time and the words.</summary>
    /// <param name="elapsed">The time.</param>
    /// <param name="words">The words.</param>
    /// <returns>For example "1:05, 80 words".</returns>
    public static string Told(TimeSpan elapsed, int words) =>
        string.Create(CultureInfo.InvariantCulture, $"{(int)elapsed.TotalMinutes}:{elapsed.Seconds:00}, {words} {(words == 1 ? "word" : "words")}");

    /// <summary>Draws the line, if it is not what stands there already.</summary>
    /// <param name="line">The line.</param>
    /// <param name="elapsed">The time spent on the answer.</param>
    /// <param name="words">The words of the answer.</param>
    public void Draw(LineBuffer line, TimeSpan elapsed, int words)
    {
        string told = Told(elapsed, words) + " > ";
        int width = shell.Width - 1;
        if (width - told.Length < FewestColumns)
        {
            told = "> ";
        }

        // The part around the cursor; the rest of a long line is shown when it is done.
        int room = Math.Max(FewestColumns, width - told.Length);
        string before = Cells.End(line.Text[..line.Cursor], room);
        string after = Cells.Start(line.Text[line.Cursor..], room - Cells.Width(before));
        string back = after.Length == 0 ? "" : $"\x1b[{Cells.Width(after)}D";
        string drawn = $"\r\x1b[J{Painted(told, elapsed)}{before}{after}{back}";
        if (drawn != _drawn)
        {
            _drawn = drawn;
            shell.Out.Write(drawn);
        }
    }

    /// <summary>Takes the drawn line away and writes the whole line in its place.</summary>
    /// <param name="line">The line; null writes nothing.</param>
    public void Finish(string? line)
    {
        _drawn = "";
        shell.Out.Write(line is null ? "\r\x1b[J" : $"\r\x1b[J{line}\n");
    }

    private string Painted(string told, TimeSpan elapsed)
    {
        if (!shell.HasColours)
        {
            return told;
        }

        string colour = elapsed < least ? Dim : elapsed <= most ? Good : Late;
        return $"\x1b[{colour}m{told}\x1b[0m";
    }
}
