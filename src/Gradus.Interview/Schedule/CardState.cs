namespace Gradus.Interview.Schedule;

/// <summary>The schedule of one question.</summary>
public sealed record CardState
{
    /// <summary>The question's id.</summary>
    public required string Id { get; init; }

    /// <summary>Where it stands.</summary>
    public CardPhase Phase { get; init; }

    /// <summary>The step it is in while learning or relearning, from 0.</summary>
    public int Step { get; init; }

    /// <summary>The memory, or null while new.</summary>
    public MemoryState? Memory { get; init; }

    /// <summary>When it is to be reviewed next, or null while new. Intervals of days end at the start of a study day.</summary>
    public DateTimeOffset? Due { get; init; }

    /// <summary>The days planned until the next review; 0 in short steps.</summary>
    public int IntervalDays { get; init; }

    /// <summary>When it was last reviewed, or null.</summary>
    public DateTimeOffset? LastReview { get; init; }

    /// <summary>The study day of the last review, or null.</summary>
    public DateOnly? LastDay { get; init; }

    /// <summary>The rating of the last review, or null.</summary>
    public Rating? LastRating { get; init; }

    /// <summary>How often it was reviewed.</summary>
    public int Repetitions { get; init; }

    /// <summary>How often it was forgotten after having been learned.</summary>
    public int Lapses { get; init; }

    /// <summary>Whether it was forgotten so often that it is better rewritten, split or studied elsewhere.</summary>
    public bool Leech { get; init; }

    /// <summary>Whether it is kept out of reviews until it is resumed, as a leech is.</summary>
    public bool Suspended { get; init; }
}
