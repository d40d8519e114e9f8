using System.Globalization;

namespace Gradus.Cli.Terminal;

/// <summary>Tells dates and intervals of reviews.</summary>
internal static class ReviewView
{
    /// <summary>A day in the person's own time zone.</summary>
    /// <param name="at">The instant.</param>
    /// <param name="clock">Knows the zone.</param>
    /// <returns>For example "2026-12-01", or with the time where it is today.</returns>
    public static string Day(DateTimeOffset at, TimeProvider clock)
    {
        DateTimeOffset local = TimeZoneInfo.ConvertTime(at, clock.LocalTimeZone);
        bool today = local.Date == clock.GetLocalNow().Date;
        return local.ToString(today ? "yyyy-MM-dd HH:mm" : "yyyy-MM-dd", CultureInfo.InvariantCulture);
    }

    /// <summary>An interval as review buttons show it.</summary>
    /// <param name="interval">The interval.</param>
    /// <returns>Minutes below an hour, hours below a day, else days: "10 m", "3 h", "12 d".</returns>
    public static string Interval(TimeSpan interval) =>
        interval.TotalHours < 1 ? string.Create(CultureInfo.InvariantCulture, $"{Math.Max(1, Math.Round(interval.TotalMinutes)):0} m")
        : interval.TotalDays < 1 ? string.Create(CultureInfo.InvariantCulture, $"{interval.TotalHours:0} h")
        : string.Create(CultureInfo.InvariantCulture, $"{interval.TotalDays:0} d");
}
