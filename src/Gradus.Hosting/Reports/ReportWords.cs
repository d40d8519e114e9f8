using System.Globalization;
using Gradus.Interview.Grading;
using Gradus.Interview.Questions;
using Gradus.Interview.Sittings;

namespace Gradus.Hosting.Reports;

/// <summary>Numbers and names as a saved report says them.</summary>
/// <param name="bank">The questions, whose titles are named.</param>
/// <param name="zone">The time zone of dates.</param>
internal sealed class ReportWords(Bank bank, TimeZoneInfo zone)
{
    public static string Percent(double share) => string.Create(CultureInfo.InvariantCulture, $"{Math.Round(share * 100):0} %");

    public static string Clock(double seconds) => string.Create(CultureInfo.InvariantCulture, $"{(int)(seconds / 60)}:{(int)seconds % 60:00}");

    public static string Topic(string id) => Topics.Find(id)?.Title ?? id;

    public string Date(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, zone).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public string Question(string id) => bank.Find(id)?.Title ?? id;

    public string Headline(SittingReport report)
    {
        string what = report.Topic is { } topic ? $"practice of {Topic(topic)}" : Profiles.Find(report.Profile)?.Title ?? report.Profile;
        string paused = report.PausedSeconds >= 1 ? $", paused for {Clock(report.PausedSeconds)}" : "";
        return string.Create(CultureInfo.InvariantCulture, $"{what}, level {report.Level}, seed {report.Seed}, finished {Date(report.FinishedAt)}; {Clock(report.AnswerSeconds)} spent on {report.Rounds.Count} answers{paused}.");
    }

    public string? Compared(SittingReport report) => report.Previous is { } previous
        ? string.Create(CultureInfo.InvariantCulture, $"{Math.Round(previous.Difference * 100):+0;-0;0} points against the interview of {Date(previous.FinishedAt)}.")
        : null;

    /// <summary>The time of a round, and how it stands to the time that such an answer should take.</summary>
    public static string Pace(RoundScore round)
    {
        if (round.Skipped || round.Seconds < 1)
        {
            return "";
        }

        (TimeSpan least, TimeSpan most) = RoundKinds.Time(round.Kind);
        string judged = round.FollowUpOf is not null ? "" : round.Seconds > most.TotalSeconds ? ", long" : round.Seconds < least.TotalSeconds ? ", short" : ", in time";
        return Clock(round.Seconds) + judged;
    }

    /// <summary>A thing to fix in words.</summary>
    public ReportFix Fix(Fix fix) => new(
        fix.Title,
        fix.WrongWord is null ? Cause(fix.Kind) : "Not quite",
        fix.Kind == FixKind.Misconception ? $"“{fix.Sentence}”" : fix.Sentence,
        fix.Kind == FixKind.Misconception,
        fix.Near is null ? null : new ReportNear(NearMiss.Lead(fix.WrongWord), fix.Near),
        // What is noted of a point that was missed mostly repeats it.
        fix.Kind == FixKind.MissedPoint && fix.Correction.EndsWith(fix.Sentence, StringComparison.Ordinal) ? "" : fix.Correction,
        Next(fix));

    private static string Cause(FixKind kind) => kind switch
    {
        FixKind.Misconception => "You said",
        FixKind.Unanswered => "Not answered",
        FixKind.MissingPart => "Not heard",
        _ => "Left out",
    };

    private string Next(Fix fix)
    {
        string[] parts = [.. new[] { fix.Lab is null ? null : $"lab: gradus lab run {fix.Lab}", fix.ReviewAt is { } at ? $"review: {Date(at)}" : null }.OfType<string>()];
        return string.Join(", ", parts);
    }

    public static string Kind(RoundScore round) => round.FollowUpOf is not null ? "follow-up" : round.Kind.ToString().ToLowerInvariant();
}
