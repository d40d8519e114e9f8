using Gradus.Interview.Grading;
using Gradus.Interview.Sittings;

namespace Gradus.Cli.Commands;

/// <summary>A finished interview as <c>interview --json</c> prints it.</summary>
/// <param name="Profile">The profile's id.</param>
/// <param name="Seed">The seed of the choice.</param>
/// <param name="Rounds">Every round.</param>
/// <param name="Report">The report.</param>
internal sealed record InterviewDocument(string Profile, ulong Seed, IReadOnlyList<InterviewDocument.Round> Rounds, SittingReport Report)
{
    /// <summary>Takes what is printed from a finished sitting.</summary>
    /// <param name="sitting">The sitting.</param>
    /// <returns>The document.</returns>
    public static InterviewDocument Of(Sitting sitting) => new(
        sitting.Options.Profile,
        sitting.Options.Seed,
        [.. sitting.Rounds.Select(round => new Round(round.Question, round.Ask, round.FollowUpOf, round.Answer, round.Verdict, round.Lab))],
        sitting.Report!);

    /// <summary>One round.</summary>
    /// <param name="Question">The question's id.</param>
    /// <param name="Ask">The words it was asked in.</param>
    /// <param name="FollowUpOf">The round it follows up, or null.</param>
    /// <param name="Answer">The answer, or null.</param>
    /// <param name="Verdict">The verdict, or null.</param>
    /// <param name="Lab">What the lab measured, or null.</param>
    internal sealed record Round(string Question, string Ask, int? FollowUpOf, string? Answer, Verdict? Verdict, LabSummary? Lab);
}
