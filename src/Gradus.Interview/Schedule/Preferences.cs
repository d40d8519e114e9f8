namespace Gradus.Interview.Schedule;

/// <summary>The person's settings that decide when things are reviewed.</summary>
public sealed record Preferences
{
    /// <summary>The time zone's id (IANA), or null for the machine's.</summary>
    public string? Zone { get; init; }

    /// <summary>The hour at which a study day begins, 0 to 23; before it, yesterday goes on. Default 4, as in Anki.</summary>
    public int RolloverHour { get; init; } = 4;

    /// <summary>The probability of recall at which a question comes back, 0.7 to 0.99. Default 0.9.</summary>
    public double DesiredRetention { get; init; } = 0.9;

    /// <summary>The longest interval in days. Default 36500.</summary>
    public int MaximumInterval { get; init; } = 36500;
}
