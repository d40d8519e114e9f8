namespace Gradus.Interview.Grading.Cues;

/// <summary>One alternative of a slot, ready to be looked for: a concept, a pattern, or else a range of numbers.</summary>
internal sealed class CompiledTerm(CueTerm term)
{
    public string? Concept { get; } = term.Kind == CueTermKind.Concept ? term.Text : null;

    public Pattern? Pattern { get; } = term.Kind is CueTermKind.Word or CueTermKind.Phrase or CueTermKind.Formula ? Pattern.Of(term.Text, term.Kind == CueTermKind.Formula) : null;

    public double Low { get; } = term.Low;

    public double High { get; } = term.High;
}
