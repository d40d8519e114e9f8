using Gradus.Interview.Grading.Cues;
using Gradus.Interview.Grading.Text;

namespace Gradus.Interview.Grading.Similarity;

/// <summary>How much of a fact stands in a window of an answer.</summary>
/// <param name="Share">The weighted share of the fact's terms, 0 to 1.</param>
/// <param name="FirstSentence">The first sentence of the window.</param>
/// <param name="LastSentence">The last sentence of the window.</param>
internal readonly record struct SimilarityMatch(double Share, int FirstSentence, int LastSentence);

/// <summary>The soft signal: compares facts with windows of one to three sentences by weighted terms, through the lexicon's concepts.</summary>
internal sealed class FactSimilarity(TermFinder finder)
{
    private const double ThroughConcept = 0.75;
    private const double WrongPolarity = 0.3;
    private const double ASentenceMore = 0.93;
    private readonly AnalysedText _text = finder.Text;

    /// <summary>The best window for a fact.</summary>
    public SimilarityMatch Best(FactProfile fact, int mostSentences, bool[] usable)
    {
        if (fact.Total <= 0 || _text.SentenceCount == 0)
        {
            return default;
        }

        double[][] perTerm = PerTerm(fact);
        SimilarityMatch best = default;
        for (int first = 0; first < _text.SentenceCount; first++)
        {
            for (int last = first; last < Math.Min(first + mostSentences, _text.SentenceCount) && usable[first] && usable[last]; last++)
            {
                double share = Share(fact, perTerm, first, last);
                best = share > best.Share ? new SimilarityMatch(share, first, last) : best;
            }
        }

        return best;
    }

    /// <summary>The share of a fact in one window.</summary>
    public double Within(FactProfile fact, int first, int last) => fact.Total <= 0 ? 0 : Share(fact, PerTerm(fact), first, last);

    /// <summary>The share of a fact's weight of which a window holds only the opposite: "negative" where the fact says "positive".</summary>
    public double Conflict(FactProfile fact, int first, int last)
    {
        if (fact.Total <= 0 || _text.SentenceCount == 0)
        {
            return 0;
        }

        double sum = 0;
        foreach (FactTerm term in fact.Terms)
        {
            if (Opposites.Of(term.Stem) is { } opposites && !Stands(term.Stem, first, last) && opposites.Any(stem => Stands(stem, first, last)))
            {
                sum += term.Weight;
            }
        }

        return sum / fact.Total;
    }

    private bool Stands(string stem, int first, int last) =>
        _text.Positions.TryGetValue(stem, out List<int>? places) && places.Exists(i => _text.SentenceOf[i] >= first && _text.SentenceOf[i] <= last && _text.DeniedBy[i] == Polarity.Asserted);

    private static double Share(FactProfile fact, double[][] perTerm, int first, int last)
    {
        double sum = 0;
        foreach (double[] term in perTerm)
        {
            double most = 0;
            for (int s = first; s <= last; s++)
            {
                most = Math.Max(most, term[s]);
            }

            sum += most;
        }

        return sum / fact.Total * Math.Pow(ASentenceMore, last - first);
    }

    private double[][] PerTerm(FactProfile fact) => [.. fact.Terms.Select(BySentence), .. fact.Numbers.Select(number => BySentence(number, fact.NumberWeight))];

    private double[] BySentence(FactTerm term)
    {
        double[] values = new double[_text.SentenceCount];
        if (_text.Positions.TryGetValue(term.Stem, out List<int>? places))
        {
            foreach (int place in places)
            {
                bool denied = _text.DeniedBy[place] != Polarity.Asserted;
                Raise(values, place, term.Weight * (denied == term.Denied ? 1 : WrongPolarity));
            }
        }

        foreach (string concept in term.Concepts)
        {
            foreach (Occurrence hit in finder.Concept(concept))
            {
                Raise(values, hit.First, term.Weight * ThroughConcept * (hit.Denied == term.Denied ? 1 : WrongPolarity));
            }
        }

        return values;
    }

    private double[] BySentence(NumberSpan number, double weight)
    {
        double[] values = new double[_text.SentenceCount];
        foreach (NumberSpan found in _text.Numbers.Where(found => found.IsIn(number.Value, number.Value)))
        {
            Raise(values, found.First, weight);
        }

        return values;
    }

    private void Raise(double[] values, int token, double value) => values[_text.SentenceOf[token]] = Math.Max(values[_text.SentenceOf[token]], value);
}
