using System.Globalization;
using System.Text;
using Gradus.Interview.Grading;
using Gradus.Interview.Grading.Structures;
using Gradus.Interview.Questions;
using Gradus.Interview.Sittings;

namespace Gradus.Hosting.Reports;

/// <summary>The report as Markdown. What the person wrote is escaped: it shows as it was written and is never markup.</summary>
internal static class MarkdownReport
{
    public static string Write(InterviewDocument document, IReadOnlyList<SittingReport> trend, ReportWords words)
    {
        SittingReport report = document.Report;
        StringBuilder text = new();
        text.Append("# Interview report\n\n").Append(words.Headline(report)).Append("\n\n");
        text.Append($"**Score {ReportWords.Percent(report.Score)}.** {words.Compared(report)}".TrimEnd()).Append("\n\n");
        if (trend.Count >= 2)
        {
            text.Append("Interviews so far, oldest first: ").AppendJoin(", ", trend.Select(one => $"{words.Date(one.FinishedAt)} {ReportWords.Percent(one.Score)}")).Append(".\n\n");
        }

        Fixes(text, report, words);
        Table(text, "Facets", "facet", report.Facets.Select(facet => (facet.Key.ToString(), facet.Value)));
        Table(text, "Topics", "topic", report.Topics.Select(topic => (ReportWords.Topic(topic.Topic), topic.Score)));
        Rounds(text, report, words);
        foreach ((int index, InterviewDocument.Round round) in document.Rounds.Index())
        {
            Round(text, index + 1, round, words);
        }

        return text.ToString().TrimEnd('\n') + "\n";
    }

    private static void Fixes(StringBuilder text, SittingReport report, ReportWords words)
    {
        text.Append("## Fix first\n\n");
        if (report.Fixes.Count == 0)
        {
            text.Append("Nothing was wrong or missing.\n\n");
            return;
        }

        foreach ((int index, Fix fix) in report.Fixes.Index())
        {
            text.Append(CultureInfo.InvariantCulture, $"{index + 1}. **{Line(fix.Title)}** {ReportWords.Cause(fix.Kind)}: {Line(ReportWords.Lead(fix))} {Line(fix.Correction)}");
            text.Append(words.Next(fix) is { Length: > 0 } next ? $" ({Line(next)})\n" : "\n");
        }

        text.Append('\n');
    }

    private static void Table(StringBuilder text, string title, string head, IEnumerable<(string Name, double Share)> rows)
    {
        text.Append(CultureInfo.InvariantCulture, $"## {title}\n\n| {head} | share |\n|---|---:|\n");
        foreach ((string name, double share) in rows)
        {
            text.Append(CultureInfo.InvariantCulture, $"| {Line(name)} | {ReportWords.Percent(share)} |\n");
        }

        text.Append('\n');
    }

    private static void Rounds(StringBuilder text, SittingReport report, ReportWords words)
    {
        text.Append("## Rounds\n\n| | question | kind | score | hints | time | words | review |\n|---:|---|---|---:|---:|---|---:|---|\n");
        foreach (RoundScore round in report.Rounds)
        {
            string score = round.Skipped ? "passed over" : ReportWords.Percent(round.Score);
            string review = round.ReviewAt is { } at ? words.Date(at) : "";
            text.Append(CultureInfo.InvariantCulture, $"| {round.Round} | {Line(round.Title)} | {ReportWords.Kind(round)} | {score} | {round.Hints} | {ReportWords.Pace(round)} | {round.Words} | {review} |\n");
        }

        text.Append('\n');
    }

    private static void Round(StringBuilder text, int number, InterviewDocument.Round round, ReportWords words)
    {
        text.Append(CultureInfo.InvariantCulture, $"## Round {number}: {Line(words.Question(round.Question))}\n\n");
        Quote(text, round.Ask);
        foreach (Hint hint in round.Hints)
        {
            text.Append(CultureInfo.InvariantCulture, $"Hint (costs {ReportWords.Percent(hint.Cost)}): {Line(hint.Text)}\n\n");
        }

        text.Append("Your answer:\n\n");
        Quote(text, round.Answer ?? "(none)");
        foreach (StructurePart part in round.Verdict?.Structure?.Parts ?? [])
        {
            text.Append(CultureInfo.InvariantCulture, $"- {Line(part.Title)}: {ReportWords.Percent(part.Share)}. {Line(part.Evidence is { } said ? $"“{said.Text}”" : part.Note)}\n");
        }

        if (round.Verdict?.Structure is { Jargon.Count: > 0 } structure)
        {
            text.Append("- Not explained: ").AppendJoin(", ", structure.Jargon.Select(term => Line(term.Text))).Append('\n');
        }

        bool byParts = round.Kind is RoundKind.Teach or RoundKind.Unknown;
        foreach (PointVerdict point in (round.Verdict?.Points ?? []).Where(point => point.Earned || !byParts))
        {
            text.Append(CultureInfo.InvariantCulture, $"- {(point.Earned ? "earned" : "missed")}: {Line(point.Fact)}{(point.Evidence is { } evidence ? $" “{Line(evidence.Text)}”" : "")}\n");
        }

        foreach (MisconceptionVerdict wrong in round.Verdict?.Misconceptions ?? [])
        {
            text.Append(CultureInfo.InvariantCulture, $"- wrong: “{Line(wrong.Evidence.Text)}” {Line(wrong.Correction)}\n");
        }

        if (round.Lab is { } lab)
        {
            text.Append(CultureInfo.InvariantCulture, $"- lab {lab.Id}: {lab.Verdict}. {Line(lab.Conclusion)}\n");
        }

        text.Append('\n');
    }

    private static void Quote(StringBuilder text, string words)
    {
        foreach (string line in words.ReplaceLineEndings("\n").Trim('\n').Split('\n'))
        {
            text.Append("> ").Append(Line(line)).Append('\n');
        }

        text.Append('\n');
    }

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
