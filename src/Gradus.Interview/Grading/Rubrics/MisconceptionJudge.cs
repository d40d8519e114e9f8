using Gradus.Interview.Grading.Cues;
using Gradus.Interview.Grading.Guards;
using Gradus.Interview.Grading.Similarity;
using Gradus.Interview.Grading.Text;

namespace Gradus.Interview.Grading.Rubrics;

/// <summary>Decides whether an answer itself asserts a misconception; stricter than for points, since a false accusation hurts more than a missed one.</summary>
internal sealed class MisconceptionJudge(TermFinder finder, Prose prose, bool[] usable)
{
    /// <summary>How much of the wrong statement must stand in the sentences that meet a cue.</summary>
    private const double LeastWrong = 0.35;

    private readonly CueMatcher _matcher = new(finder);
    private readonly FactSimilarity _similarity = new(finder);

    public CueMatch? Asserted(PreparedMisconception misconception)
    {
        AnalysedText text = finder.Text;
        bool[] candid = [.. usable.Select((own, s) => own && !text.Reported[s] && !text.Rejected[s] && !Asks(text, s))];
        CueMatch? best = null;
        foreach (CompiledCue cue in misconception.Cues)
        {
            CueMatch? match = _matcher.Best(cue, mostSentences: 1, candid);
            if (match is { IsMet: true } && _similarity.Within(misconception.Wrong, match.FirstSentence, match.LastSentence) >= LeastWrong && match.Hits.All(hit => prose.IsSaid(hit.First)) && (best is null || match.Rank > best.Rank))
            {
                best = match;
            }
        }

        return best;
    }

    private static bool Asks(AnalysedText text, int sentence)
    {
        (int first, int end) = text.Range(sentence);
        return end > first && text.Tokens[end - 1].Form == "?";
    }
}
