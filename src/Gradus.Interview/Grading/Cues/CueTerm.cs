namespace Gradus.Interview.Grading.Cues;

/// <summary>What one alternative of a slot looks for.</summary>
internal enum CueTermKind
{
    /// <summary>A word in any inflection.</summary>
    Word,

    /// <summary>Words in this order, with at most two others between neighbours.</summary>
    Phrase,

    /// <summary>Any surface form of a concept of the lexicon.</summary>
    Concept,

    /// <summary>A number in a closed range.</summary>
    Number,

    /// <summary>A formula in any usual spelling.</summary>
    Formula,
}

/// <summary>One alternative of a slot, as written.</summary>
/// <param name="Kind">What it looks for.</param>
/// <param name="Text">The word, the phrase, the concept's name or the formula; for numbers the text as written.</param>
/// <param name="Low">The lowest number that counts.</param>
/// <param name="High">The highest number that counts.</param>
/// <param name="Column">Where it begins in the cue, counted from 1.</param>
internal sealed record CueTerm(CueTermKind Kind, string Text, double Low, double High, int Column);
