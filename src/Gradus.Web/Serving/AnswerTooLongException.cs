using System.Globalization;

namespace Gradus.Web.Serving;

/// <summary>An answer is longer than the site takes.</summary>
/// <param name="length">Its length in characters, or null where it was not read to its end.</param>
internal sealed class AnswerTooLongException(int? length) : Exception(
    $"An answer of {(length is { } characters ? characters.ToString("N0", CultureInfo.InvariantCulture) : "too many")} characters came; at most {Most.ToString("N0", CultureInfo.InvariantCulture)} are read, and two to three spoken minutes are about 2,500. Go back, shorten it and submit again.")
{
    /// <summary>The longest answer in characters.</summary>
    public const int Most = 100_000;

    /// <summary>Passes an answer on, unless it is too long; line ends become single line feeds, as they were typed.</summary>
    public static string Check(string? answer)
    {
        string text = (answer ?? "").ReplaceLineEndings("\n");
        return text.Length <= Most ? text : throw new AnswerTooLongException(text.Length);
    }
}
