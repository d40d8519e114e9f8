using Gradus.Interview.Grading.Cues;
using Gradus.Interview.Grading.Guards;
using Gradus.Interview.Grading.Likeness;
using Gradus.Interview.Grading.Similarity;
using Gradus.Interview.Grading.Text;

namespace Gradus.Interview.Grading.Rubrics;

/// <summary>Decides whether an answer itself asserts a misconception: looks at each sentence and each pair of neighbours.</summary>
internal sealed class MisconceptionJudge
{
    /// <summary>An answer of fewer words says one or two things: there one cue that is met is enough, if the wrong statement stands there rather than the right one and no passage that says otherwise is much nearer.</summary>
    private const int FewWords = 60;

    /// <summary>The probability that is enough there without a cue: the model was fitted on longer answers, where one in many windows is wrong.</summary>
    private const double LeastInFewWords = 0.997;

    /// <summary>An answer that states a smaller share of the facts is the emptier the less it states.</summary>
    private const double FewFacts = 0.3;

    /// <summary>How much of the wrong statement must then stand there.</summary>
    private const double LeastWrong = 0.3;

    private readonly AnalysedText _text;
    private readonly Prose _prose;
    private readonly bool[] _candid;
    private readonly CueMatcher _matcher;
    private readonly FactSimilarity _similarity;
    private readonly AnswerPassages? _passages;
    private readonly double _stated;

    public MisconceptionJudge(TermFinder finder, CueMatcher matcher, Prose prose, bool[] usable, PreparedRubric rubric, AnswerPassages? passages)
    {
        _text = finder.Text;
        _prose = prose;
        _matcher = matcher;
        _passages = passages;
        _similarity = new FactSimilarity(finder);
        _candid = [.. usable.Select((own, s) => own && !_text.Rejected[s] && !Asks(_text, s))];
        _stated = passages is { Points: > 0 } ? Enumerable.Range(0, passages.Points).Average(point => Math.Clamp(passages.Best(point, usable).Strength, 0, 1)) : 0;
    }

    /// <summary>The sentences that assert a misconception most clearly, or null where none are clear enough.</summary>
    /// <param name="misconception">The misconception.</param>
    /// <param name="index">Its place in the rubric, from 0.</param>
    public SentenceRun? Asserted(PreparedMisconception misconception, int index)
    {
        double least = _text.WordCount < FewWords ? 0 : MisconceptionModel.Least;
        MisconceptionSignals? best = null;
        double most = 0;
        foreach (MisconceptionSignals signals in Look(misconception, index, least))
        {
            double probability = MisconceptionModel.Probability(signals);
            if (probability > most && (probability >= (_text.WordCount < FewWords ? LeastInFewWords : MisconceptionModel.Least) || IsPlain(signals)))
            {
                (best, most) = (signals, probability);
            }
        }

        return best?.Where;
    }

    private bool IsPlain(MisconceptionSignals signals) =>
        _text.WordCount < FewWords && signals is { MetCues: > 0, Reported: false, Wrong: >= LeastWrong } and not { Passages.Lead: < -0.2 } && signals.Wrong >= signals.Right;

    /// <summary>What each sentence and each pair shows, but for those that cannot reach a probability.</summary>
    public IEnumerable<MisconceptionSignals> Look(PreparedMisconception misconception, int index, double least)
    {
        CueHits[] hits = Found(misconception.Cues);
        if (hits.Length == 0 && _passages is null)
        {
            yield break;
        }

        FactShares wrong = _similarity.Of(misconception.Wrong), right = _similarity.Of(misconception.Right);
        for (int first = 0; first < _text.SentenceCount; first++)
        {
            for (int last = first; last < Math.Min(first + 2, _text.SentenceCount) && _candid[first] && _candid[last]; last++)
            {
                MisconceptionSignals signals = Window(hits, misconception.Cues.Length, first, last) with
                {
                    Wrong = wrong.Within(first, last),
                    Right = right.Within(first, last),
                    Where = new SentenceRun(first, last),
                    Passages = _passages?.In(_passages.Points + index, first, last),
                    Reported = _text.Reported[first] || _text.Reported[last],
                    Stated = _stated,
                    Empty = _text.WordCount < FewWords ? 0 : Math.Max(0, FewFacts - _stated),
                };

                // The facts mostly speak against it: what is not likely without them is not compared with them.
                if ((signals.Match is not null || signals.Passages is { Nearest: > 0 }) && MisconceptionModel.Probability(signals) >= least)
                {
                    yield return WithFacts(signals, first, last);
                }
            }
        }
    }

    private MisconceptionSignals WithFacts(MisconceptionSignals signals, int first, int last)
    {
        double strength = 0, meaning = 0;
        for (int point = 0; point < _passages?.Points; point++)
        {
            PassageSignals stated = _passages.In(point, first, last);
            strength = Math.Max(strength, stated.Strength);
            meaning = Math.Max(meaning, stated.Meaning);
        }

        return signals with { FactStrength = strength, FactMeaning = meaning };
    }

    private MisconceptionSignals Window(CueHits[] hits, int cues, int first, int last)
    {
        CueMatch? best = null;
        int met = 0;
        double found = 0;
        foreach (CueHits hit in hits)
        {
            if (hit.In(first, last) is not { } match)
            {
                continue;
            }

            found += match.Share;
            met += match.IsMet && IsSaid(match) ? 1 : 0;
            best = best is null || match.Share > best.Share ? match : best;
        }

        return new MisconceptionSignals(best, met, cues == 0 ? 0 : found / cues, 0, 0);
    }

    private CueHits[] Found(CompiledCue[] cues) => [.. cues.Select(_matcher.Find).OfType<CueHits>()];

    private bool IsSaid(CueMatch match) => match.Hits.Count(hit => _prose.IsSaid(hit.First)) * 2 >= match.Hits.Count;

    private static bool Asks(AnalysedText text, int sentence)
    {
        (int first, int end) = text.Range(sentence);
        return end > first && text.Tokens[end - 1].Form == "?";
    }
}
