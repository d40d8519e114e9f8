using Gradus.Interview.Grading.Cues;
using Gradus.Interview.Grading.Guards;
using Gradus.Interview.Grading.Similarity;
using Gradus.Interview.Grading.Text;

namespace Gradus.Interview.Grading.Rubrics;

/// <summary>Decides whether an answer itself asserts a misconception; stricter than for points, since a false accusation hurts more than a missed one.</summary>
internal sealed class MisconceptionJudge
{
    /// <summary>How much of the wrong statement must stand in the one or two sentences that meet a cue.</summary>
    private const double LeastWrong = 0.2;

    /// <summary>How many cues must agree in an answer of some length: there one alone is met by chance too often.</summary>
    private const int Witnesses = 2;

    private const int FewWords = 60;

    private readonly AnalysedText _text;
    private readonly Prose _prose;
    private readonly bool[] _candid;
    private readonly CueMatcher _matcher;
    private readonly FactSimilarity _similarity;

    public MisconceptionJudge(TermFinder finder, Prose prose, bool[] usable)
    {
        _text = finder.Text;
        _prose = prose;
        _candid = [.. usable.Select((own, s) => own && !_text.Reported[s] && !_text.Rejected[s] && !Asks(_text, s))];
        _matcher = new CueMatcher(finder);
        _similarity = new FactSimilarity(finder);
    }

    public CueMatch? Asserted(PreparedMisconception misconception)
    {
        Lazy<FactShares> wrong = new(() => _similarity.Of(misconception.Wrong), isThreadSafe: false);
        Lazy<FactShares> right = new(() => _similarity.Of(misconception.Right), isThreadSafe: false);
        CueMatch? best = null;
        int witnesses = 0;
        foreach (CompiledCue cue in misconception.Cues)
        {
            if (_matcher.Find(cue) is not { MayBeMet: true } hits)
            {
                continue;
            }

            CueMatch? match = hits.Best(mostSentences: 1, _candid);
            match = Asserts(match) ? match : hits.Best(mostSentences: 2, _candid);
            if (!Asserts(match))
            {
                continue;
            }

            witnesses++;
            best = best is null || match!.Rank > best.Rank ? match : best;
        }

        return witnesses >= Math.Min(_text.WordCount < FewWords ? 1 : Witnesses, misconception.Cues.Length) ? best : null;

        bool Asserts(CueMatch? match) =>
            match is { IsMet: true } && IsSaid(match) && wrong.Value.Within(match.FirstSentence, match.LastSentence) is >= LeastWrong and double share
            && share >= right.Value.Within(match.FirstSentence, match.LastSentence);
    }

    private bool IsSaid(CueMatch match) => match.Hits.Count(hit => _prose.IsSaid(hit.First)) * 2 >= match.Hits.Count;

    private static bool Asks(AnalysedText text, int sentence)
    {
        (int first, int end) = text.Range(sentence);
        return end > first && text.Tokens[end - 1].Form == "?";
    }
}
