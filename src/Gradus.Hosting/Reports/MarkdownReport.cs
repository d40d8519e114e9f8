using System.Globalization;
using System.Text;
using Gradus.Interview.Sittings;

namespace Gradus.Hosting.Reports;

/// <summary>The report as Markdown. What the person wrote is escaped: it shows as it was written and is never markup.</summary>
internal sealed class MarkdownReport : ReportPaper
{
    public override void Begin(string title, string name) => Written.Append(CultureInfo.InvariantCulture, $"# {Line(title)}\n\n");

    public override void Note(string words) => Written.Append(Line(words)).Append("\n\n");

    public override void Score(string percent, string? compared) => Written.Append($"**Score {percent}.** {Line(compared ?? "")}".TrimEnd()).Append("\n\n");

    public override void Section(string title) => Written.Append(CultureInfo.InvariantCulture, $"## {Line(title)}\n\n");

    public override void Fixes(IReadOnlyList<ReportFix> fixes)
    {
        foreach ((int index, ReportFix fix) in fixes.Index())
        {
            Written.Append(CultureInfo.InvariantCulture, $"{index + 1}. **{Line(fix.Title)}** {fix.Cause}: {Line(fix.Lead)}");
            Written.Append(fix.Near is { } near ? $" {Line(near.Lead)} “{Line(near.Words)}”" : "");
            Written.Append(fix.Correction.Length > 0 ? " " + Line(fix.Correction) : "");
            Written.Append(fix.Next.Length > 0 ? $" ({Line(fix.Next)})\n" : "\n");
        }

        Written.Append('\n');
    }

    public override void Trend(IReadOnlyList<SittingReport> trend, ReportWords words) =>
        Written.Append("Oldest first: ").AppendJoin(", ", trend.Select(one => $"{words.Date(one.FinishedAt)} {ReportWords.Percent(one.Score)}")).Append(".\n\n");

    public override void Table(IReadOnlyList<ReportColumn> columns, IEnumerable<string[]> rows)
    {
        Written.Append("| ").AppendJoin(" | ", columns.Select(column => column.Head)).Append(" |\n|").AppendJoin('|', columns.Select(column => column.Number ? "---:" : "---")).Append("|\n");
        foreach (string[] row in rows)
        {
            Written.Append("| ").AppendJoin(" | ", row.Select(Line)).Append(" |\n");
        }

        Written.Append('\n');
    }

    public override void Quote(string words)
    {
        foreach (string line in words.ReplaceLineEndings("\n").Trim('\n').Split('\n'))
        {
            Written.Append("> ").Append(Line(line)).Append('\n');
        }

        Written.Append('\n');
    }

    public override void Lines(IReadOnlyList<ReportLine> lines)
    {
        foreach (ReportLine line in lines)
        {
            string said = line.Said is { } words ? $"“{Line(words)}”" : "";
            Written.Append(CultureInfo.InvariantCulture, $"- {Line(line.Label)}: {(line.IsWrong ? $"{said} {Line(line.Text)}" : $"{Line(line.Text)} {said}").TrimEnd()}\n");
        }

        Written.Append(lines.Count > 0 ? "\n" : "");
    }

    public override string End() => Written.ToString().TrimEnd('\n') + "\n";

    /// <summary>One line with everything escaped that Markdown or HTML would take for markup.</summary>
    private static string Line(string words)
    {
        StringBuilder line = new(words.Length);
        foreach (char character in words.ReplaceLineEndings(" "))
        {
            line.Append(character switch
            {
                '<' => "&lt;",
                '>' => "&gt;",
                '&' => "&amp;",
                '\\' or '`' or '*' or '_' or '[' or ']' or '#' or '|' or '~' or '!' => $"\\{character}",
                _ when char.IsControl(character) => " ",
                _ => character.ToString(),
            });
        }

        return line.ToString().TrimEnd();
    }
}
