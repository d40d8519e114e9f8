namespace Gradus.Interview.Schedule;

/// <summary>How the memory model's intervals become dates.</summary>
public sealed record ScheduleOptions
{
    /// <summary>The probability of recall at which a card comes back. Default 0.9.</summary>
    public double DesiredRetention { get; init; } = 0.9;

    /// <summary>The longest interval in days. Default 36500.</summary>
    public int MaximumInterval { get; init; } = 36500;

    /// <summary>The steps of a new card. Default 1 and 10 minutes.</summary>
    public IReadOnlyList<TimeSpan> LearningSteps { get; init; } = [TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(10)];

    /// <summary>The steps of a forgotten card. Default 10 minutes.</summary>
    public IReadOnlyList<TimeSpan> RelearningSteps { get; init; } = [TimeSpan.FromMinutes(10)];

    /// <summary>Whether intervals are spread a little so that cards learned together part; seeded by card and repetition. Default on.</summary>
    public bool Fuzz { get; init; } = true;

    /// <summary>The number of lapses that makes a leech. Default 8; it is suspended then and again at every half of this number more.</summary>
    public int LeechLapses { get; init; } = 8;
}
