using System.Globalization;

namespace Gradus.Web.Text;

/// <summary>Times in words.</summary>
internal static class When
{
    /// <summary>How long ago something was: "just now", "5 minutes ago", "yesterday", then the date.</summary>
    public static string Ago(DateTimeOffset at, DateTimeOffset now)
    {
        TimeSpan past = now - at;
        int days = now.ToLocalTime().Date.Subtract(at.ToLocalTime().Date).Days;
        return past.TotalMinutes < 1 ? "just now"
            : past.TotalMinutes < 60 ? Count((int)past.TotalMinutes, "minute") + " ago"
            : days == 0 ? Count((int)past.TotalHours, "hour") + " ago"
            : days == 1 ? "yesterday"
            : days < 7 ? Count(days, "day") + " ago"
            : Date(at);
    }

    /// <summary>When something will be: "now", "in 10 minutes", "tomorrow", "in 12 days", "in 3 months".</summary>
    public static string Until(DateTimeOffset due, DateTimeOffset now)
    {
        TimeSpan left = due - now;
        int days = due.ToLocalTime().Date.Subtract(now.ToLocalTime().Date).Days;
        return left.TotalMinutes < 1 ? "now"
            : left.TotalMinutes < 60 ? "in " + Count((int)Math.Ceiling(left.TotalMinutes), "minute")
            : days <= 0 ? "later today"
            : days == 1 ? "tomorrow"
            : "in " + Days(days);
    }

    /// <summary>The time until a review as its button names it: "10 min", "3 days", "2 months".</summary>
    public static string Interval(TimeSpan interval) =>
        interval.TotalMinutes < 60 ? $"{Math.Max(1, (int)Math.Round(interval.TotalMinutes))} min"
        : interval.TotalHours < 24 ? $"{(int)Math.Round(interval.TotalHours)} h"
        : Days((int)Math.Round(interval.TotalDays));

    /// <summary>A day: "21 November 2026".</summary>
    public static string Date(DateTimeOffset at) => at.ToLocalTime().ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>An instant as machines read it.</summary>
    public static string Machine(DateTimeOffset at) => at.ToUniversalTime().ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);

    /// <summary>A length of time: "2:05".</summary>
    public static string Clock(TimeSpan time) => $"{(int)time.TotalMinutes}:{time.Seconds:00}";

    /// <summary>A number with its noun.</summary>
    public static string Count(int number, string noun) => number == 1 ? $"1 {noun}" : $"{number.ToString(CultureInfo.InvariantCulture)} {noun}s";

    private static string Days(int days) =>
        days < 61 ? Count(days, "day") : days < 730 ? Count((int)Math.Round(days / 30.44), "month") : (days / 365.25).ToString("0.#", CultureInfo.InvariantCulture) + " years";
}
