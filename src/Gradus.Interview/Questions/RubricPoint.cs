namespace Gradus.Interview.Questions;

/// <summary>One atomic fact that an answer can earn.</summary>
/// <param name="Id"><c>p1</c>, <c>p2</c>, ... in the order of the question file.</param>
/// <param name="Facet">The part of a PREP answer that the fact belongs to.</param>
/// <param name="Weight">Its share in the score relative to the other points; 1 unless the file says otherwise.</param>
/// <param name="Fact">The fact in one or two sentences.</param>
/// <param name="Cues">How the fact is recognised: alternatives in the cue language of docs/guide/add-a-question.md.</param>
public sealed record RubricPoint(string Id, Facet Facet, double Weight, string Fact, IReadOnlyList<string> Cues)
{
    /// <summary>How candidates say it; none by default.</summary>
    public Passages Passages { get; init; } = Passages.None;
}
