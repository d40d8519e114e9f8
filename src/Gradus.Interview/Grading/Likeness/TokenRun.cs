using Gradus.Interview.Grading.Text;

namespace Gradus.Interview.Grading.Likeness;

/// <summary>A run of tokens of a text.</summary>
/// <param name="Text">The text.</param>
/// <param name="First">The first token.</param>
/// <param name="End">The place behind the last token.</param>
internal readonly record struct TokenRun(AnalysedText Text, int First, int End)
{
    /// <summary>A whole text.</summary>
    public static TokenRun Of(string text, Vocabulary vocabulary)
    {
        AnalysedText analysed = new(text, vocabulary);
        return new TokenRun(analysed, 0, analysed.Tokens.Length);
    }

    /// <summary>Neighbouring sentences of a text.</summary>
    public static TokenRun Of(AnalysedText text, int firstSentence, int lastSentence) => new(text, text.Range(firstSentence).First, text.Range(lastSentence).End);
}
