namespace Gradus.Interview.Schedule;

/// <summary>Days as a person counts them: from the rollover hour in their time zone to the same hour of the next day.</summary>
/// <param name="zone">The time zone.</param>
/// <param name="rolloverHour">The hour at which a day begins, 0 to 23.</param>
public sealed class StudyDay(TimeZoneInfo zone, int rolloverHour)
{
    /// <summary>The study day of an instant.</summary>
    /// <param name="at">The instant.</param>
    /// <returns>The day; before the rollover hour it is still yesterday.</returns>
    public DateOnly Of(DateTimeOffset at) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, zone).DateTime.AddHours(-rolloverHour));

    /// <summary>The instant at which a study day begins.</summary>
    /// <param name="day">The day.</param>
    /// <returns>The first instant (UTC) whose wall clock has reached the rollover hour; where the clock jumps over it, the end of the jump.</returns>
    public DateTimeOffset StartOf(DateOnly day)
    {
        DateTime wall = day.ToDateTime(new TimeOnly(rolloverHour, 0), DateTimeKind.Unspecified);
        while (zone.IsInvalidTime(wall))
        {
            wall = wall.AddMinutes(1);
        }

        TimeSpan offset = zone.IsAmbiguousTime(wall) ? zone.GetAmbiguousTimeOffsets(wall).Max() : zone.GetUtcOffset(wall);
        return new DateTimeOffset(wall, offset).ToUniversalTime();
    }
}
