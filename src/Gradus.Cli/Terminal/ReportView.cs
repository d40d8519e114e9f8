using System.Globalization;
using Gradus.Interview.Sittings;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Gradus.Cli.Terminal;

/// <summary>Shows the report of an interview.</summary>
internal static class ReportView
{
    /// <summary>Shows a report.</summary>
    /// <param name="report">The report.</param>
    /// <param name="clock">Knows the person's time zone.</param>
    /// <returns>What to write.</returns>
    public static IRenderable Show(SittingReport report, TimeProvider clock)
    {
        List<IRenderable> rows = [new Rule("Report").LeftJustified(), new Markup($"[bold]Score {VerdictView.Percent(report.Score)}[/]   profile {Markup.Escape(report.Profile)}, level {report.Level}, seed {report.Seed}")];
        if (report.Previous is { } previous)
        {
            rows.Add(new Markup(string.Create(CultureInfo.InvariantCulture, $"[dim]{Math.Round(previous.Difference * 100):+0;-0;0} points against the interview of {ReviewView.Day(previous.FinishedAt, clock)}[/]")));
        }

        rows.Add(new Markup("Facets   " + string.Join("   ", report.Facets.Select(facet => $"{facet.Key.ToString().ToLowerInvariant()} {VerdictView.Percent(facet.Value)}"))));
        rows.Add(new Markup("Topics   " + string.Join("   ", report.Topics.Select(topic => $"{Markup.Escape(topic.Topic)} {VerdictView.Percent(topic.Score)}"))));
        rows.Add(Text.Empty);
        rows.Add(Rounds(report, clock));
        if (report.Fixes.Count > 0)
        {
            rows.Add(Text.Empty);
            rows.Add(new Markup("[bold]Fix first[/]"));
            rows.AddRange(report.Fixes.Select((fix, number) => Told(fix, number + 1, clock)));
        }

        return new Rows(rows);
    }

    private static Table Rounds(SittingReport report, TimeProvider clock)
    {
        Table table = new Table().Border(TableBorder.Simple).AddColumns("", "question", "score", "words", "review");
        table.Columns[2].RightAligned();
        table.Columns[3].RightAligned();
        foreach (RoundScore round in report.Rounds)
        {
            table.AddRow(
                round.FollowUpOf is null ? round.Round.ToString(CultureInfo.InvariantCulture) : "↳",
                Markup.Escape(round.Title),
                round.Skipped ? "passed" : VerdictView.Percent(round.Score),
                round.Words.ToString(CultureInfo.InvariantCulture),
                round.ReviewAt is { } at ? ReviewView.Day(at, clock) : "");
        }

        return table;
    }

    private static Padder Told(Fix fix, int number, TimeProvider clock)
    {
        string what = fix.Kind switch
        {
            FixKind.Misconception => $"You said “{Markup.Escape(fix.Sentence)}” [red]That is wrong:[/] {Markup.Escape(fix.Correction)}",
            FixKind.Unanswered => $"You gave no answer. {Markup.Escape(fix.Correction)}",
            _ => $"You left out: {Markup.Escape(fix.Sentence)}",
        };
        string lab = fix.Lab is null ? "" : $"  lab: gradus lab run {fix.Lab}";
        string review = fix.ReviewAt is { } at ? $"  review: {ReviewView.Day(at, clock)}" : "";
        return new Padder(new Markup($"{number}. [bold]{Markup.Escape(fix.Title)}[/] {what}\n[dim]{Markup.Escape((lab + review).Trim())}[/]"), new Padding(2, 0, 0, 0));
    }
}
