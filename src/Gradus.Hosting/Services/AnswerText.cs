using System.Text;

namespace Gradus.Hosting.Services;

/// <summary>Makes whatever came as an answer storable without changing what can be read.</summary>
internal static class AnswerText
{
    /// <summary>The most characters of an answer that are kept; the grader refuses far shorter ones.</summary>
    public const int MostCharacters = 1_000_000;

    /// <summary>The text cut at <see cref="MostCharacters"/>, halves of surrogate pairs replaced by U+FFFD: they cannot be written as UTF-8.</summary>
    public static string Storable(string text)
    {
        string cut = text.Length > MostCharacters ? text[..MostCharacters] : text;
        // Encoding replaces what is no character; most texts have none, and stay the same object.
        return cut.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF') < 0 ? cut : Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(cut));
    }
}
