using System.Globalization;
using Gradus.Hosting.Reports;
using Gradus.Interview.Grading;
using Gradus.Interview.Sittings;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Gradus.Cli.Terminal;

/// <summary>Shows the report of an interview.</summary>
internal static class ReportView
{
    private const int FigureHeight = 8;

    /// <summary>Shows a report.</summary>
    /// <param name="report">The report.</param>
    /// <param name="trend">The reports up to it, oldest first.</param>
    /// <param name="shell">The surroundings.</param>
    /// <returns>What to write.</returns>
    public static IRenderable Show(SittingReport report, IReadOnlyList<SittingReport> trend, Shell shell)
    {
        TimeProvider clock = shell.Clock;
        string what = report.Topic is { } practised ? $"topic {practised}" : $"profile {report.Profile}";
        List<IRenderable> rows =
        [
            shell.Plain ? new Text("Report") : new Rule("Report").LeftJustified(),
            new Markup($"[bold]Score {VerdictView.Percent(report.Score)}[/]   {Markup.Escape(what)}, level {report.Level}, seed {report.Seed}"),
        ];
        if (report.Previous is { } previous)
        {
            rows.Add(new Markup(string.Create(CultureInfo.InvariantCulture, $"[dim]{Math.Round(previous.Difference * 100):+0;-0;0} points against the interview of {ReviewView.Day(previous.FinishedAt, clock)}[/]")));
        }

        rows.Add(new Markup("Facets   " + string.Join("   ", report.Facets.Select(facet => $"{facet.Key.ToString().ToLowerInvariant()} {VerdictView.Percent(facet.Value)}"))));
        rows.Add(new Markup("Topics   " + string.Join("   ", report.Topics.Select(topic => $"{Markup.Escape(topic.Topic)} {VerdictView.Percent(topic.Score)}"))));
        rows.Add(Text.Empty);
        rows.Add(Rounds(report, clock, shell.Plain));
        if (report.Fixes.Count > 0)
        {
            rows.Add(Text.Empty);
            rows.Add(new Markup("[bold]Fix first[/]"));
            rows.AddRange(report.Fixes.Select((fix, number) => Told(fix, number + 1, clock)));
        }

        if (InterviewTrend.Figure(trend) is { } figure)
        {
            rows.Add(Text.Empty);
            rows.Add(shell.Plain ? new Text($"{figure.Title}. {figure.Description}") : new Markup(FigureText.Draw(figure, shell.Width, FigureHeight)));
        }

        rows.Add(Text.Empty);
        rows.Add(new Markup($"[dim]Save it: gradus interview report {report.SittingId} --format html -o report.html[/]"));
        return new Rows(rows);
    }

    private static Table Rounds(SittingReport report, TimeProvider clock, bool plain)
    {
        Table table = new Table().Border(plain ? TableBorder.None : TableBorder.Simple).AddColumns("", "question", "kind", "score", "hints", "time", "words", "review");
        foreach (int number in (int[])[3, 4, 5, 6])
        {
            table.Columns[number].RightAligned();
        }

        foreach (RoundScore round in report.Rounds)
        {
            table.AddRow(
                round.FollowUpOf is null ? round.Round.ToString(CultureInfo.InvariantCulture) : "↳",
                Markup.Escape(round.Title),
                round.FollowUpOf is null ? round.Kind.ToString().ToLowerInvariant() : "follow-up",
                round.Skipped ? "passed" : VerdictView.Percent(round.Score),
                round.Hints == 0 ? "" : round.Hints.ToString(CultureInfo.InvariantCulture),
                string.Create(CultureInfo.InvariantCulture, $"{(int)(round.Seconds / 60)}:{(int)round.Seconds % 60:00}"),
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
            FixKind.MissingPart => $"Not heard: {Markup.Escape(fix.Sentence)}. {Markup.Escape(fix.Correction)}",
            FixKind.Unanswered => $"You gave no answer. {Markup.Escape(fix.Correction)}",
            _ => $"{(fix.WrongWord is null ? "You left out" : "Not quite")}: {Markup.Escape(fix.Sentence)}{(fix.Near is { } near ? $" {Markup.Escape(NearMiss.Lead(fix.WrongWord))} “{Markup.Escape(near)}”" : "")}",
        };
        string lab = fix.Lab is null ? "" : $"  lab: gradus lab run {fix.Lab}";
        string review = fix.ReviewAt is { } at ? $"  review: {ReviewView.Day(at, clock)}" : "";
        return new Padder(new Markup($"{number}. [bold]{Markup.Escape(fix.Title)}[/] {what}\n[dim]{Markup.Escape((lab + review).Trim())}[/]"), new Padding(2, 0, 0, 0));
    }
}
