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
    private readonly AnalysedText _text = finder.Text;

    /// <summary>How much of a fact stands in each sentence.</summary>
    public FactShares Of(FactProfile fact) =>
        new(fact.Total, [.. fact.Terms.Select(BySentence).Concat(fact.Numbers.Select(number => BySentence(number, fact.NumberWeight))).OfType<double[]>()]);

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

    /// <summary>The share of a fact's weight that stands in a window only under a denial where the fact has none, or without one where it has.</summary>
    public double Denied(FactProfile fact, int first, int last)
    {
        if (fact.Total <= 0)
        {
            return 0;
        }

        double sum = 0;
        foreach (FactTerm term in fact.Terms)
        {
            bool[] denied = _text.Positions.TryGetValue(term.Stem, out List<int>? places)
                ? [.. places.Where(i => _text.SentenceOf[i] >= first && _text.SentenceOf[i] <= last).Select(i => _text.DeniedBy[i] != Polarity.Asserted)]
                : [];
            sum += denied.Length > 0 && Array.TrueForAll(denied, value => value != term.Denied) ? term.Weight : 0;
        }

        return sum / fact.Total;
    }

    private bool Stands(string stem, int first, int last) =>
        _text.Positions.TryGetValue(stem, out List<int>? places) && places.Exists(i => _text.SentenceOf[i] >= first && _text.SentenceOf[i] <= last && _text.DeniedBy[i] == Polarity.Asserted);

    private double[]? BySentence(FactTerm term)
    {
        double[]? values = null;
        if (_text.Positions.TryGetValue(term.Stem, out List<int>? places))
        {
            foreach (int place in places)
            {
                bool denied = _text.DeniedBy[place] != Polarity.Asserted;
                Raise(ref values, place, term.Weight * (denied == term.Denied ? 1 : WrongPolarity));
            }
        }

        foreach (string concept in term.Concepts)
        {
            foreach (Occurrence hit in finder.Concept(concept))
            {
                Raise(ref values, hit.First, term.Weight * ThroughConcept * (hit.Denied == term.Denied ? 1 : WrongPolarity));
            }
        }

        return values;
    }

    private double[]? BySentence(NumberSpan number, double weight)
    {
        double[]? values = null;
        foreach (NumberSpan found in _text.Numbers)
        {
            if (found.IsIn(number.Value, number.Value))
            {
                Raise(ref values, found.First, weight);
            }
        }

        return values;
    }

    private void Raise(ref double[]? values, int token, double value)
    {
        values ??= new double[_text.SentenceCount];
        values[_text.SentenceOf[token]] = Math.Max(values[_text.SentenceOf[token]], value);
    }
}
