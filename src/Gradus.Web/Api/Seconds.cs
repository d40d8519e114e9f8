namespace Gradus.Web.Api;

/// <summary>Lengths of time as requests give them.</summary>
internal static class Seconds
{
    private const double Most = 86_400;

    /// <summary>Seconds from 0 to a day; what is no number is 0.</summary>
    public static TimeSpan Span(double? seconds) => TimeSpan.FromSeconds(seconds is { } value && double.IsFinite(value) ? Math.Clamp(value, 0, Most) : 0);
}
