using Gradus.Interview.Grading;
using Gradus.Interview.Schedule;

namespace Gradus.Hosting.Services;

/// <summary>One answer with all that followed from it.</summary>
public sealed record AnswerRecord
{
    /// <summary>The answer's id.</summary>
    public required string Id { get; init; }

    /// <summary>The question's id.</summary>
    public required string QuestionId { get; init; }

    /// <summary>The words that the question was asked in.</summary>
    public required string Ask { get; init; }

    /// <summary>The answer as it was written.</summary>
    public required string Text { get; init; }

    /// <summary>When it was submitted (UTC).</summary>
    public required DateTimeOffset SubmittedAt { get; init; }

    /// <summary>How long it took.</summary>
    public required TimeSpan Elapsed { get; init; }

    /// <summary>What the grader says, or null while it is not graded.</summary>
    public Verdict? Verdict { get; init; }

    /// <summary>The sitting that it was given in, or null for practice.</summary>
    public string? SittingId { get; init; }

    /// <summary>The round of the sitting, or null for practice.</summary>
    public int? Round { get; init; }

    /// <summary>Whether it answers a follow-up.</summary>
    public bool FollowUp { get; init; }

    /// <summary>The rating that the score proposes, or null while ungraded and for follow-ups, which are not scheduled.</summary>
    public Rating? ProposedRating { get; init; }

    /// <summary>The rating that counts: the person's where they chose one, else the proposed one; null as for <see cref="ProposedRating"/>.</summary>
    public Rating? Rating { get; init; }

    /// <summary>When the question comes back, as the schedule stands now; null where it is not scheduled.</summary>
    public DateTimeOffset? NextReview { get; init; }
}
