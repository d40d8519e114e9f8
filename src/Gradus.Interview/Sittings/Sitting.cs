namespace Gradus.Interview.Sittings;

/// <summary>One interview, as the log tells it.</summary>
public sealed record Sitting
{
    /// <summary>The sitting's id.</summary>
    public required string Id { get; init; }

    /// <summary>What was asked for.</summary>
    public required InterviewOptions Options { get; init; }

    /// <summary>When it was started.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>The questions chosen, in order.</summary>
    public required IReadOnlyList<PlannedQuestion> Plan { get; init; }

    /// <summary>The rounds asked so far, follow-ups among them.</summary>
    public IReadOnlyList<SittingRound> Rounds { get; init; } = [];

    /// <summary>How far it is.</summary>
    public SittingStatus Status { get; init; }

    /// <summary>When it was finished or given up, or null.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>The report that it ended in, or null.</summary>
    public SittingReport? Report { get; init; }

    /// <summary>When it was paused, or null while it is not.</summary>
    public DateTimeOffset? PausedAt { get; init; }

    /// <summary>How long it was paused, an open pause left out.</summary>
    public TimeSpan Paused { get; init; }

    /// <summary>When something last happened in it.</summary>
    public required DateTimeOffset LastActivity { get; init; }

    /// <summary>The round that waits for an answer, or null: every round is done and <c>Finish</c> is what is left.</summary>
    public SittingRound? Current => Status == SittingStatus.Running ? Rounds.FirstOrDefault(round => !round.Done) : null;

    /// <summary>How many questions of the plan have been asked.</summary>
    public int PlannedAsked => Rounds.Count(round => round.FollowUpOf is null);

    /// <summary>How many questions of the plan are still to come.</summary>
    public int PlannedLeft => Plan.Count - PlannedAsked;
}
