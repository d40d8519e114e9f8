using Gradus.Interview.Grading.Cues;
using Gradus.Interview.Grading.Guards;
using Gradus.Interview.Grading.Similarity;
using Gradus.Interview.Grading.Text;

namespace Gradus.Interview.Grading.Rubrics;

/// <summary>Decides whether an answer itself asserts a misconception; stricter than for points, since a false accusation hurts more than a missed one.</summary>
internal sealed class MisconceptionJudge(TermFinder finder, Prose prose, bool[] usable)
{
    /// <summary>How much of the wrong statement must stand in the one or two sentences that meet a cue.</summary>
    private const double LeastWrong = 0.2;

    /// <summary>How many cues must agree in an answer of some length: there one alone is met by chance too often.</summary>
    private const int Witnesses = 2;

    private const int FewWords = 60;

    private readonly CueMatcher _matcher = new(finder);
    private readonly FactSimilarity _similarity = new(finder);

    public CueMatch? Asserted(PreparedMisconception misconception)
    {
        AnalysedText text = finder.Text;
        bool[] candid = [.. usable.Select((own, s) => own && !text.Reported[s] && !text.Rejected[s] && !Asks(text, s))];
        CueMatch? best = null;
        int witnesses = 0;
        foreach (CompiledCue cue in misconception.Cues)
        {
            CueMatch? match = new[] { _matcher.Best(cue, mostSentences: 1, candid), _matcher.Best(cue, mostSentences: 2, candid) }
                .FirstOrDefault(match => match is not null && Asserts(misconception, match));
            witnesses += match is null ? 0 : 1;
            best = match is not null && (best is null || match.Rank > best.Rank) ? match : best;
        }

        return witnesses >= Math.Min(text.WordCount < FewWords ? 1 : Witnesses, misconception.Cues.Length) ? best : null;
    }

    private bool Asserts(PreparedMisconception misconception, CueMatch match)
    {
        if (!match.IsMet || match.Hits.Count(hit => prose.IsSaid(hit.First)) * 2 < match.Hits.Count)
        {
            return false;
        }

        double wrong = _similarity.Within(misconception.Wrong, match.FirstSentence, match.LastSentence);
        return wrong >= LeastWrong && wrong >= _similarity.Within(misconception.Right, match.FirstSentence, match.LastSentence);
    }

    private static bool Asks(AnalysedText text, int sentence)
    {
        (int first, int end) = text.Range(sentence);
        return end > first && text.Tokens[end - 1].Form == "?";
    }
}
