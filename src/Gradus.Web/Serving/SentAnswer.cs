using System.Globalization;

namespace Gradus.Web.Serving;

/// <summary>An answer as a form sent it.</summary>
/// <param name="Text">The answer.</param>
/// <param name="Elapsed">How long it took.</param>
/// <param name="Round">The round of an interview that it is meant for, or null.</param>
internal sealed record SentAnswer(string Text, TimeSpan Elapsed, int? Round)
{
    private static readonly TimeSpan Longest = TimeSpan.FromHours(4);

    /// <summary>Reads a form.</summary>
    /// <exception cref="AnswerTooLongException">The answer is too long.</exception>
    public static async Task<SentAnswer> ReadAsync(HttpContext context, TimeProvider clock)
    {
        IFormCollection form = await context.Request.ReadFormAsync(context.RequestAborted);
        string text = AnswerTooLongException.Check(form["answer"]);
        return new SentAnswer(text, TimeSpent(form, clock), Whole(form["round"]) is { } round ? (int)Math.Clamp(round, 0, int.MaxValue) : null);
    }

    // The module counts the seconds that the page was in sight. Without it, the time since the page was made is the best guess.
    private static TimeSpan TimeSpent(IFormCollection form, TimeProvider clock)
    {
        if (Whole(form["elapsed"]) is { } seconds)
        {
            return Clamp(TimeSpan.FromSeconds(Math.Clamp(seconds, 0, (long)Longest.TotalSeconds)));
        }

        TimeSpan spent = TimeSpan.FromSeconds(Math.Clamp(Whole(form["spent"]) ?? 0, 0, (long)Longest.TotalSeconds));
        long now = clock.GetUtcNow().ToUnixTimeMilliseconds();
        return Clamp(spent + TimeSpan.FromMilliseconds(Math.Clamp(now - (Whole(form["asked"]) ?? now), 0, (long)Longest.TotalMilliseconds)));
    }

    private static TimeSpan Clamp(TimeSpan time) => time < TimeSpan.Zero ? TimeSpan.Zero : time > Longest ? Longest : time;

    private static long? Whole(string? value) => long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number) ? number : null;
}
