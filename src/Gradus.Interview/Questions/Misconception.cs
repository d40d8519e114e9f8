namespace Gradus.Interview.Questions;

/// <summary>A wrong statement that candidates are known to make.</summary>
/// <param name="Id"><c>m1</c>, <c>m2</c>, ... in the order of the question file.</param>
/// <param name="Wrong">The wrong statement.</param>
/// <param name="Right">What is true instead.</param>
/// <param name="Cues">How an answer that asserts it is recognised: alternatives in the cue language.</param>
public sealed record Misconception(string Id, string Wrong, string Right, IReadOnlyList<string> Cues)
{
    /// <summary>How candidates assert it, and how they come near and are right; none by default.</summary>
    public Passages Passages { get; init; } = Passages.None;
}
