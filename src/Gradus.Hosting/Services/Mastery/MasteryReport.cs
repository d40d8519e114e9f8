namespace Gradus.Hosting.Services.Mastery;

/// <summary>The map: what is known, what rests on what, what was done and what comes back.</summary>
public sealed record MasteryReport
{
    /// <summary>The study day.</summary>
    public required DateOnly Today { get; init; }

    /// <summary>Every question of the bank, in its order.</summary>
    public required IReadOnlyList<ConceptMastery> Concepts { get; init; }

    /// <summary>Every topic of the bank, in its order.</summary>
    public required IReadOnlyList<TopicMastery> Topics { get; init; }

    /// <summary>What is known best, the best first; only what is mastered.</summary>
    public required IReadOnlyList<ConceptMastery> Strongest { get; init; }

    /// <summary>What is known least, the weakest first; only what was met and is not mastered.</summary>
    public required IReadOnlyList<ConceptMastery> Weakest { get; init; }

    /// <summary>New questions whose needs are all mastered, the easiest first.</summary>
    public required IReadOnlyList<ConceptMastery> Ready { get; init; }

    /// <summary>Each of the past days up to today, the oldest first; days without practice are there too.</summary>
    public required IReadOnlyList<PracticeDay> Done { get; init; }

    /// <summary>Each of the coming days from today on.</summary>
    public required IReadOnlyList<LoadDay> Load { get; init; }

    /// <summary>Days of practice in a row up to today, or up to yesterday where today is still empty.</summary>
    public required int Streak { get; init; }

    /// <summary>The longest such row there ever was.</summary>
    public required int LongestStreak { get; init; }

    /// <summary>On how many of the last 28 days, today included, there was practice.</summary>
    public required int DaysOfLast28 { get; init; }
}
