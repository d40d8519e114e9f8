using Gradus.Interview.Questions.Reading;

namespace Gradus.Interview.Questions;

/// <summary>Finds the ids that somebody may have meant.</summary>
public static class NearestId
{
    /// <summary>The ids most like a given one.</summary>
    /// <param name="ids">The ids that there are.</param>
    /// <param name="wanted">What was asked for.</param>
    /// <param name="count">How many ids at most.</param>
    /// <returns>The nearest first, by edit distance relative to length; an id that contains the text counts as near.</returns>
    public static IReadOnlyList<string> Among(IEnumerable<string> ids, string wanted, int count = 3)
    {
        string text = wanted.Trim().ToLowerInvariant();
        // A pasted page is like no id, and comparing it would take long.
        text = text.Length > 100 ? text[..100] : text;
        return [.. ids.OrderBy(id => EditDistance.Apart(id, text)).ThenBy(id => id, StringComparer.Ordinal).Take(count)];
    }
}
