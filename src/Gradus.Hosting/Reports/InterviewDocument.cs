using Gradus.Interview.Grading;
using Gradus.Interview.Questions;
using Gradus.Interview.Sittings;

namespace Gradus.Hosting.Reports;

/// <summary>A finished interview as <c>gradus interview --json</c> prints it and as its JSON report is saved.</summary>
/// <param name="Profile">The profile's id.</param>
/// <param name="Seed">The seed of the choice.</param>
/// <param name="Rounds">Every round.</param>
/// <param name="Report">The report.</param>
public sealed record InterviewDocument(string Profile, ulong Seed, IReadOnlyList<InterviewDocument.Round> Rounds, SittingReport Report)
{
    /// <summary>Takes what is printed from a finished sitting.</summary>
    /// <param name="sitting">The sitting.</param>
    /// <returns>The document.</returns>
    /// <exception cref="ArgumentException">The sitting has no report yet.</exception>
    public static InterviewDocument Of(Sitting sitting)
    {
        ArgumentNullException.ThrowIfNull(sitting);
        SittingReport report = sitting.Report ?? throw new ArgumentException($"The interview {sitting.Id} is not finished.", nameof(sitting));
        return new InterviewDocument(
            sitting.Options.Profile,
            sitting.Options.Seed,
            [.. sitting.Rounds.Select(round => new Round(round.Question, round.Ask, round.Kind, round.FollowUpOf, round.Answer, round.Verdict, round.Hints, round.Lab))],
            report);
    }

    /// <summary>One round.</summary>
    /// <param name="Question">The question's id.</param>
    /// <param name="Ask">The words it was asked in.</param>
    /// <param name="Kind">How it was put.</param>
    /// <param name="FollowUpOf">The round it follows up, or null.</param>
    /// <param name="Answer">The answer, or null.</param>
    /// <param name="Verdict">The verdict, or null.</param>
    /// <param name="Hints">The hints that were taken.</param>
    /// <param name="Lab">What the lab measured, or null.</param>
    public sealed record Round(string Question, string Ask, RoundKind Kind, int? FollowUpOf, string? Answer, Verdict? Verdict, IReadOnlyList<Hint> Hints, LabSummary? Lab);
}
