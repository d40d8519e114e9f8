using Gradus.Interview.Grading.Cues;
using Gradus.Interview.Grading.Text;

namespace Gradus.Interview.Grading.Similarity;

/// <summary>One word of a fact that an answer may use or paraphrase.</summary>
/// <param name="Stem">The stem.</param>
/// <param name="Weight">How much it says.</param>
/// <param name="Concepts">The concepts of the lexicon that it stands for here, the most specific first.</param>
/// <param name="Denied">Whether the fact denies it.</param>
internal sealed record FactTerm(string Stem, double Weight, string[] Concepts, bool Denied);

/// <summary>A fact as weighted terms with the concepts behind them.</summary>
internal sealed class FactProfile
{
    private const int MostForms = 40;

    private FactProfile(FactTerm[] terms, NumberSpan[] numbers, double numberWeight)
    {
        Terms = terms;
        Numbers = numbers;
        NumberWeight = numberWeight;
        Total = terms.Sum(term => term.Weight) + (numbers.Length * numberWeight);
    }

    public FactTerm[] Terms { get; }

    public NumberSpan[] Numbers { get; }

    public double NumberWeight { get; }

    public double Total { get; }

    public static FactProfile Of(string fact, Vocabulary vocabulary, ConceptIndex concepts, TermWeights weights)
    {
        AnalysedText text = new(fact, vocabulary);
        TermFinder finder = new(text, concepts);
        Dictionary<int, List<string>> tags = Tags(text, finder, concepts);
        List<FactTerm> terms = [];
        HashSet<string> seen = new(StringComparer.Ordinal);
        for (int i = 0; i < text.Tokens.Length; i++)
        {
            Token token = text.Tokens[i];
            if (token.IsWord && !WordLists.Function.Contains(token.Form) && seen.Add(token.Stem))
            {
                string[] behind = [.. tags.GetValueOrDefault(i, []).Where(name => concepts.FormCount(name) <= MostForms).OrderBy(concepts.FormCount).ThenBy(name => name, StringComparer.Ordinal).Take(3)];
                terms.Add(new FactTerm(token.Stem, weights.Of(token.Stem), behind, text.DeniedBy[i] != Polarity.Asserted));
            }
        }

        NumberSpan[] numbers = [.. text.Numbers.Where(number => text.Tokens[number.First].Kind == TokenKind.Number).DistinctBy(number => number.Value)];
        return new FactProfile([.. terms], numbers, weights.Of("0.37"));
    }

    private static Dictionary<int, List<string>> Tags(AnalysedText text, TermFinder finder, ConceptIndex concepts)
    {
        Dictionary<int, List<string>> tags = [];
        foreach (string concept in text.Tokens.Where(token => token.IsContent).SelectMany(token => concepts.Beginning(token.Stem)).Distinct())
        {
            foreach (Occurrence hit in finder.Concept(concept))
            {
                for (int i = hit.First; i <= hit.Last; i++)
                {
                    if (!tags.TryGetValue(i, out List<string>? names))
                    {
                        tags[i] = names = [];
                    }

                    names.Add(concept);
                }
            }
        }

        return tags;
    }
}
