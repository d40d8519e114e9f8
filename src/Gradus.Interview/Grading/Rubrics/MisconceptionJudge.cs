using Gradus.Interview.Grading.Cues;
using Gradus.Interview.Grading.Guards;
using Gradus.Interview.Grading.Similarity;
using Gradus.Interview.Grading.Text;

namespace Gradus.Interview.Grading.Rubrics;

/// <summary>Decides whether an answer itself asserts a misconception; stricter than for points, since a false accusation hurts more than a missed one.</summary>
internal sealed class MisconceptionJudge(TermFinder finder, Prose prose, bool[] usable)
{
    /// <summary>How much of the wrong statement must stand in the sentence that meets a cue.</summary>
    private const double LeastWrong = 0.2;

    /// <summary>From here on a sentence repeats the wrong statement: then most of a cue, or a cue that two sentences share, is enough.</summary>
    private const double Repeated = 0.7;

    private const double MostOfACue = 0.75;

    /// <summary>By how much more of the wrong statement than of the right one must then be there.</summary>
    private const double MoreThanRight = 0.2, MoreThanRightInTwo = 0.35;

    private readonly CueMatcher _matcher = new(finder);
    private readonly FactSimilarity _similarity = new(finder);

    public CueMatch? Asserted(PreparedMisconception misconception)
    {
        AnalysedText text = finder.Text;
        bool[] candid = [.. usable.Select((own, s) => own && !text.Reported[s] && !text.Rejected[s] && !Asks(text, s))];
        CueMatch? best = null;
        foreach (CompiledCue cue in misconception.Cues)
        {
            foreach (CueMatch match in new[] { _matcher.Best(cue, mostSentences: 1, candid), _matcher.Best(cue, mostSentences: 2, candid) }.OfType<CueMatch>())
            {
                if (Asserts(misconception, match) && (best is null || match.Rank > best.Rank))
                {
                    best = match;
                }
            }
        }

        return best;
    }

    private bool Asserts(PreparedMisconception misconception, CueMatch match)
    {
        double wrong = _similarity.Within(misconception.Wrong, match.FirstSentence, match.LastSentence);
        if (match.Hits.Count(hit => prose.IsSaid(hit.First)) * 2 < match.Hits.Count)
        {
            return false;
        }

        bool inOne = match.FirstSentence == match.LastSentence;
        double right = _similarity.Within(misconception.Right, match.FirstSentence, match.LastSentence);
        if (match.IsMet && inOne)
        {
            return wrong >= LeastWrong && wrong >= right;
        }

        return wrong >= Repeated && (inOne ? match.Share >= MostOfACue && wrong - right >= MoreThanRight : match.IsMet && wrong - right >= MoreThanRightInTwo);
    }

    private static bool Asks(AnalysedText text, int sentence)
    {
        (int first, int end) = text.Range(sentence);
        return end > first && text.Tokens[end - 1].Form == "?";
    }
}
