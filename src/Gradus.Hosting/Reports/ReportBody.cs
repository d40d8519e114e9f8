using System.Globalization;
using Gradus.Interview.Grading;
using Gradus.Interview.Grading.Structures;
using Gradus.Interview.Questions;
using Gradus.Interview.Sittings;

namespace Gradus.Hosting.Reports;

/// <summary>What a saved report says, in its order; how that looks is the paper's matter.</summary>
internal static class ReportBody
{
    private static readonly ReportColumn Share = new("share", Number: true);

    private static readonly ReportColumn[] RoundColumns =
        [new("", Number: true), new("question"), new("kind"), new("score", Number: true), new("hints", Number: true), new("time"), new("words", Number: true), new("review")];

    /// <summary>Writes a report.</summary>
    /// <param name="paper">Where to.</param>
    /// <param name="document">The interview.</param>
    /// <param name="trend">The reports up to it, the oldest first.</param>
    /// <param name="words">Numbers and names.</param>
    /// <returns>The text of the file.</returns>
    public static string Write(ReportPaper paper, InterviewDocument document, IReadOnlyList<SittingReport> trend, ReportWords words)
    {
        SittingReport report = document.Report;
        paper.Begin("Interview report", $"Interview of {words.Date(report.FinishedAt)}: {ReportWords.Percent(report.Score)}");
        paper.Note(words.Headline(report));
        paper.Score(ReportWords.Percent(report.Score), words.Compared(report));
        paper.Section("Fix first");
        if (report.Fixes.Count == 0)
        {
            paper.Note("Nothing was wrong or missing.");
        }
        else
        {
            paper.Fixes([.. report.Fixes.Select(words.Fix)]);
        }

        paper.Section("Facets");
        paper.Table([new("facet"), Share], report.Facets.Select(facet => new[] { facet.Key.ToString(), ReportWords.Percent(facet.Value) }));
        paper.Section("Topics");
        paper.Table([new("topic"), Share], report.Topics.Select(topic => new[] { ReportWords.Topic(topic.Topic), ReportWords.Percent(topic.Score) }));
        if (trend.Count >= 2)
        {
            paper.Section("From interview to interview");
            paper.Trend(trend, words);
        }

        paper.Section("Rounds");
        paper.Table(RoundColumns, report.Rounds.Select(round => Cells(round, words)));
        foreach ((int index, InterviewDocument.Round round) in document.Rounds.Index())
        {
            paper.Section($"Round {index + 1}: {words.Question(round.Question)}");
            paper.Quote(round.Ask);
            foreach (Hint hint in round.Hints)
            {
                paper.Note($"Hint (costs {ReportWords.Percent(hint.Cost)}): {hint.Text}");
            }

            paper.Note("Your answer:");
            paper.Quote(round.Answer ?? "(none)");
            paper.Lines([.. Lines(round)]);
        }

        return paper.End();
    }

    private static string[] Cells(RoundScore round, ReportWords words) =>
    [
        round.Round.ToString(CultureInfo.InvariantCulture),
        round.Title,
        ReportWords.Kind(round),
        round.Skipped ? "passed over" : ReportWords.Percent(round.Score),
        round.Hints.ToString(CultureInfo.InvariantCulture),
        ReportWords.Pace(round),
        round.Words.ToString(CultureInfo.InvariantCulture),
        round.ReviewAt is { } at ? words.Date(at) : "",
    ];

    private static IEnumerable<ReportLine> Lines(InterviewDocument.Round round)
    {
        foreach (StructurePart part in round.Verdict?.Structure?.Parts ?? [])
        {
            string share = $"{ReportWords.Percent(part.Share)}.";
            yield return new ReportLine(part.Title, part.Evidence is null ? $"{share} {part.Note}" : share, part.Evidence?.Text);
        }

        if (round.Verdict?.Structure is { Jargon.Count: > 0 } structure)
        {
            yield return new ReportLine("Not explained", string.Join(", ", structure.Jargon.Select(term => term.Text)));
        }

        // The parts were asked for, not every fact.
        bool byParts = round.Kind is RoundKind.Teach or RoundKind.Unknown;
        foreach (PointVerdict point in (round.Verdict?.Points ?? []).Where(point => point.Earned || !byParts))
        {
            yield return point switch
            {
                { Earned: true } => new ReportLine("Earned", point.Fact, point.Evidence?.Text),
                { Near: { } near } => new ReportLine("Missed", $"{point.Fact} {NearMiss.Lead(point.WrongWord)}", near.Text),
                _ => new ReportLine("Missed", point.Fact),
            };
        }

        foreach (MisconceptionVerdict wrong in round.Verdict?.Misconceptions ?? [])
        {
            yield return new ReportLine("Wrong", wrong.Correction, wrong.Evidence.Text, IsWrong: true);
        }

        if (round.Lab is { } lab)
        {
            yield return new ReportLine($"Lab {lab.Id}", $"{lab.Verdict}. {lab.Conclusion}");
        }
    }
}
