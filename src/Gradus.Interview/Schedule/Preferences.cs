using System.Text.Json.Serialization;

namespace Gradus.Interview.Schedule;

/// <summary>The person's settings that decide when things are reviewed.</summary>
public sealed record Preferences
{
    /// <summary>New cards a day where <see cref="NewPerDay"/> says nothing.</summary>
    public const int DefaultNewPerDay = 20;

    /// <summary>Reviews a day where <see cref="ReviewsPerDay"/> says nothing.</summary>
    public const int DefaultReviewsPerDay = 200;

    private const int MostPerDay = 9999;

    /// <summary>The time zone's id (IANA), or null for the machine's.</summary>
    public string? Zone { get; init; }

    /// <summary>The hour at which a study day begins, 0 to 23; before it, yesterday goes on. Default 4, as in Anki.</summary>
    public int RolloverHour { get; init; } = 4;

    /// <summary>The probability of recall at which a question comes back, 0.7 to 0.99. Default 0.9.</summary>
    public double DesiredRetention { get; init; } = 0.9;

    /// <summary>The longest interval in days, 1 to 36500. Default 36500.</summary>
    public int MaximumInterval { get; init; } = 36500;

    /// <summary>The most new cards of one's own that a study day brings, 0 to 9999, or null for 20. Questions of the bank become new by being answered and have no limit.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? NewPerDay { get; init; }

    /// <summary>The most reviews of a study day, 1 to 9999, or null for 200; what is beyond it waits for the next. Cards in short steps are not counted.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? ReviewsPerDay { get; init; }

    /// <summary>Checks every setting.</summary>
    /// <exception cref="ArgumentException">A setting is out of its range; the message names it, what came and what is allowed.</exception>
    public void Validate()
    {
        Demand(RolloverHour is >= 0 and <= 23, $"The rollover hour is {RolloverHour}; it must be from 0 to 23.");
        Demand(DesiredRetention is >= 0.7 and <= 0.99, $"The desired retention is {DesiredRetention}; it must be from 0.7 to 0.99.");
        Demand(MaximumInterval is >= 1 and <= 36500, $"The longest interval is {MaximumInterval} days; it must be from 1 to 36500.");
        Demand(NewPerDay is null or (>= 0 and <= MostPerDay), $"The limit of new cards a day is {NewPerDay}; it must be from 0 to {MostPerDay}.");
        Demand(ReviewsPerDay is null or (>= 1 and <= MostPerDay), $"The limit of reviews a day is {ReviewsPerDay}; it must be from 1 to {MostPerDay}.");
        Demand(Zone is null || TimeZoneInfo.TryFindSystemTimeZoneById(Zone, out _), $"The time zone '{Zone}' is not known here; give an IANA name such as Europe/Berlin, or none for the machine's.");
    }

    private static void Demand(bool holds, string message)
    {
        if (!holds)
        {
            throw new ArgumentException(message);
        }
    }
}
