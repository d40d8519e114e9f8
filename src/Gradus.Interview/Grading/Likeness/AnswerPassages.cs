using Gradus.Interview.Grading.Text;

namespace Gradus.Interview.Grading.Likeness;

/// <summary>Every sentence and every pair of neighbouring sentences of an answer, compared with a question's passages once.</summary>
internal sealed class AnswerPassages
{
    private readonly PassageSignals[][] _one;
    private readonly PassageSignals[][] _two;

    public AnswerPassages(PassageIndex index, AnalysedText text)
    {
        PassageSignals[] Compare(int first, int last) => index.Compare(PassageTerms.Counts(text.TokensOf(first, last)));
        Points = index.Points;
        _one = [.. Enumerable.Range(0, text.SentenceCount).Select(s => Compare(s, s))];
        _two = [.. Enumerable.Range(0, Math.Max(0, text.SentenceCount - 1)).Select(s => Compare(s, s + 1))];
    }

    /// <summary>How many points the question has; the outputs behind them are its misconceptions.</summary>
    public int Points { get; }

    /// <summary>One sentence, or it and the next.</summary>
    public PassageSignals In(int output, int first, int last) => (first == last ? _one : _two)[first][output];

    /// <summary>The one sentence that is nearest to the passages of a point, or null where no sentence counts.</summary>
    /// <param name="output">The point.</param>
    /// <param name="counts">Which sentences count.</param>
    public (int Sentence, PassageSignals Signals)? Nearest(int output, Func<int, bool> counts)
    {
        int[] sentences = [.. Enumerable.Range(0, _one.Length).Where(counts)];
        if (sentences.Length == 0)
        {
            return null;
        }

        int nearest = sentences.MaxBy(sentence => _one[sentence][output].Strength);
        return (nearest, _one[nearest][output]);
    }

    /// <summary>The best of each signal over usable sentences and pairs, and where the strength is greatest.</summary>
    public PassageMatch Best(int output, bool[] usable)
    {
        PassageMatch best = default;
        bool any = false;
        for (int first = 0; first < usable.Length; first++)
        {
            for (int last = first; last < Math.Min(first + 2, usable.Length) && usable[first] && usable[last]; last++)
            {
                PassageSignals signals = In(output, first, last);
                bool stronger = !any || signals.Strength > best.Strength;
                best = new PassageMatch(
                    stronger ? signals.Strength : best.Strength,
                    any ? Math.Max(best.Meaning, signals.Meaning) : signals.Meaning,
                    any ? Math.Max(best.Lead, signals.Lead) : signals.Lead,
                    stronger ? first : best.FirstSentence,
                    stronger ? last : best.LastSentence);
                any = true;
            }
        }

        return best;
    }
}
