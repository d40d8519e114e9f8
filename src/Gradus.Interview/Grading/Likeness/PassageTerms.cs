using System.Runtime.CompilerServices;
using Gradus.Interview.Grading.Similarity;
using Gradus.Interview.Grading.Text;

namespace Gradus.Interview.Grading.Likeness;

/// <summary>A text as the weighted stems by which passages are compared, of length one.</summary>
/// <remarks>
/// The weight of a stem is (1 + ln n) idf, for n occurrences. Unlike facts, passages keep words such as "more", "never" and
/// "all", for they turn a statement round.
/// </remarks>
internal static class PassageTerms
{
    /// <summary>How much a word counts that no fact and no model answer of the bank uses: it is rare there, but often an everyday word.</summary>
    private const double NotInBank = 0.6;

    private static readonly HashSet<string> Silent =
        [.. WordLists.Articles, .. WordLists.Auxiliaries, .. WordLists.Fillers, .. WordLists.Set("this that these those of to in and it you i we they them so for on with as at by or if then like just know there which what when from but")];

    /// <summary>How often each stem that says something stands in a run of tokens.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static Dictionary<string, int> Counts(ReadOnlySpan<Token> tokens)
    {
        Dictionary<string, int> counts = new(StringComparer.Ordinal);
        foreach (Token token in tokens)
        {
            if (token.IsContent && !Silent.Contains(token.Form))
            {
                counts[token.Stem] = counts.GetValueOrDefault(token.Stem) + 1;
            }
        }

        return counts;
    }

    /// <summary>Counted stems with their weights; nothing where no word carries any.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static List<(string Stem, double Weight)> Of(Dictionary<string, int> counts, TermWeights weights)
    {
        List<(string Stem, double Weight)> terms = [.. counts.Select(item => (item.Key, (1 + Math.Log(item.Value)) * weights.Of(item.Key) * (weights.Knows(item.Key) ? 1 : NotInBank)))];
        double length = Math.Sqrt(terms.Sum(term => term.Weight * term.Weight));
        return length > 0 ? terms.ConvertAll(term => (term.Stem, term.Weight / length)) : [];
    }
}
