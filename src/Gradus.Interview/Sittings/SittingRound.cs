using Gradus.Interview.Grading;
using Gradus.Interview.Questions;

namespace Gradus.Interview.Sittings;

/// <summary>One question of a sitting with what became of it.</summary>
public sealed record SittingRound
{
    /// <summary>Its number in the order of asking, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>The question's id.</summary>
    public required string Question { get; init; }

    /// <summary>The words it was asked in.</summary>
    public required string Ask { get; init; }

    /// <summary>How the question was put.</summary>
    public RoundKind Kind { get; init; }

    /// <summary>The hints that were taken, in order.</summary>
    public IReadOnlyList<Hint> Hints { get; init; } = [];

    /// <summary>When it was asked.</summary>
    public required DateTimeOffset AskedAt { get; init; }

    /// <summary>The number of the round that this one follows up, or null for a question of the plan.</summary>
    public int? FollowUpOf { get; init; }

    /// <summary>The points that a follow-up is after; empty for a question of the plan, which is after all of them.</summary>
    public IReadOnlyList<string> Points { get; init; } = [];

    /// <summary>The id of the answer, or null.</summary>
    public string? AnswerId { get; init; }

    /// <summary>The answer, or null where there is none (yet).</summary>
    public string? Answer { get; init; }

    /// <summary>When the answer was submitted, or null.</summary>
    public DateTimeOffset? AnsweredAt { get; init; }

    /// <summary>How long the answer took.</summary>
    public TimeSpan Elapsed { get; init; }

    /// <summary>What the grader says of the answer, or null while it is not graded.</summary>
    public Verdict? Verdict { get; init; }

    /// <summary>What the answer comes to, 0 to 1: the verdict's score less what hints cost; 0 where there is none.</summary>
    public double Score => HintWriter.After(Verdict?.Score ?? 0, Hints);

    /// <summary>Whether the question was passed over.</summary>
    public bool Skipped { get; init; }

    /// <summary>What the round's lab measured, or null where none was run.</summary>
    public LabSummary? Lab { get; init; }

    /// <summary>Whether nothing more is expected: answered and graded, or passed over.</summary>
    public bool Done => Skipped || Verdict is not null;
}
