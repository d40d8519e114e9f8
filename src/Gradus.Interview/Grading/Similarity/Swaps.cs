using Gradus.Interview.Grading.Text;

namespace Gradus.Interview.Grading.Similarity;

/// <summary>Finds where one wrong word turns a fact into another: "dropout zeroes weights", "grows exponentially" for "quadratically", "a precision of 98 %" for an accuracy.</summary>
/// <remarks>
/// Unlike <see cref="Opposites"/>, which speak against a fact a little, such a word decides: all else in the sentence is right, so that nothing
/// else would give it away. It is one when its clause says at least two other things of the fact, and lacks what the fact has in its place.
/// </remarks>
internal static class Swaps
{
    private const int LeastOfTheFact = 2;

    /// <summary>"Its weighted input" names no weight.</summary>
    private const string Adjective = "weighted";

    /// <summary>On a line, what stands in the same place of a statement and means something else; words that mean the same here stand side by side.</summary>
    /// <remarks>Before a colon stand words of which the fact and the clause must hold one each. Behind an arrow stands what takes the place of what is before it, and not the other way round.</remarks>
    private static readonly Family[] Families = Read(
        """
        encoder | decoder | generator | discriminator
        accuracy acc right correct -> precision | recall sensitivity | specificity
        grow growth cost scale complexity memory time compute increase rise : quadratic square squared | exponential exponentially | linear linearly | cubic | logarithmic
        zero drop silence deactivate remove switch : unit output activation neuron node feature -> weight parameter
        overfit | underfit
        vanish | explode
        classification | regression
        supervised | unsupervised
        softmax | sigmoid
        convex | concave
        forward | backward
        bert | gpt
        parallel | sequential
        local | global
        additive | multiplicative
        """);

    /// <summary>The first such word in a run of sentences, or null where there is none.</summary>
    /// <param name="fact">The fact.</param>
    /// <param name="text">The answer.</param>
    /// <param name="run">The sentences that would earn the fact.</param>
    public static Swap? Find(FactProfile fact, AnalysedText text, SentenceRun run)
    {
        HashSet<string> stems = [.. fact.Terms.Where(term => !term.Denied).Select(term => term.Stem)];
        Family[] named = [.. Families.Where(family => stems.Any(family.IsWanted) && (family.Where.Count == 0 || stems.Overlaps(family.Where)))];
        if (named.Length == 0 || text.SentenceCount == 0)
        {
            return null;
        }

        Token[][] clauses = [.. Enumerable.Range(text.Range(run.First).First, text.Range(run.Last).End - text.Range(run.First).First)
            .GroupBy(i => (text.SentenceOf[i], text.ClauseOf[i]), (_, places) => places.Where(i => text.DeniedBy[i] == Polarity.Asserted && text.Tokens[i].Form != Adjective).Select(i => text.Tokens[i]).ToArray())];
        return clauses.SelectMany(clause => named.Select(family => In(clause, clauses, family, stems))).FirstOrDefault(swap => swap is not null);
    }

    private static Swap? In(Token[] clause, Token[][] clauses, Family family, HashSet<string> fact)
    {
        HashSet<string> stems = [.. clause.Select(token => token.Stem)];
        if ((family.Where.Count > 0 && !family.Where.Overlaps(stems)) || Others(stems, family, fact) < LeastOfTheFact)
        {
            return null;
        }

        int[] wanted = [.. fact.Where(family.IsWanted).Select(stem => family.Members[stem]).Distinct()];
        int[] known = [.. fact.Where(family.Members.ContainsKey).Select(stem => family.Members[stem])];
        int[] there = [.. stems.Where(family.Members.ContainsKey).Select(stem => family.Members[stem]).Distinct()];

        // No more of the family than the fact has: what is said beside all that belongs there takes nobody's place. Nor does it where the right word follows or went before.
        return there.Length > wanted.Length || wanted.Except(there).All(member => clauses.Any(other => other != clause && Says(other, family, member, fact)))
            ? null
            : clause.Where(token => family.IsWrong(token.Stem, known)).Select(token => new Swap(token.Form)).Cast<Swap?>().FirstOrDefault();
    }

    /// <summary>Whether a clause says a member of a family; where a family is bound to an act, of that act too.</summary>
    private static bool Says(Token[] clause, Family family, int member, HashSet<string> fact)
    {
        HashSet<string> stems = [.. clause.Select(token => token.Stem)];
        return stems.Any(stem => family.Members.TryGetValue(stem, out int there) && there == member) && (family.Where.Count == 0 || Others(stems, family, fact) >= LeastOfTheFact);
    }

    /// <summary>How much of a fact stands in a clause beside the family's words.</summary>
    private static int Others(HashSet<string> clause, Family family, HashSet<string> fact) => clause.Count(stem => fact.Contains(stem) && !family.Members.ContainsKey(stem));

    private static Family[] Read(string lines) => [.. lines.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Line)];

    private static Family Line(string line)
    {
        string[] parts = line.Split(':'), sides = parts[^1].Split("->");
        Dictionary<string, int> members = new(StringComparer.Ordinal);
        foreach ((int member, string words) in sides.SelectMany(side => side.Split('|')).Index())
        {
            foreach (string stem in Stems(words))
            {
                members.TryAdd(stem, member);
            }
        }

        return new Family(parts.Length > 1 ? [.. Stems(parts[0])] : [], members, sides.Length > 1 ? 1 : members.Count);
    }

    private static IEnumerable<string> Stems(string words) => words.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Stemmer.Stem);

    /// <summary>What may stand in one place.</summary>
    /// <param name="Where">Stems of which fact and clause must hold one; none where any will do.</param>
    /// <param name="Members">For each stem the meaning that it has there, by number.</param>
    /// <param name="Wanted">Meanings below this number are looked for in facts.</param>
    private sealed record Family(HashSet<string> Where, Dictionary<string, int> Members, int Wanted)
    {
        public bool IsWanted(string stem) => Members.TryGetValue(stem, out int member) && member < Wanted;

        /// <summary>Whether a stem can take another's place: the fact does not know it, and it does not stand before an arrow.</summary>
        public bool IsWrong(string stem, int[] known) => Members.TryGetValue(stem, out int member) && !known.Contains(member) && (member >= Wanted || Wanted == Members.Count);
    }
}

/// <summary>One word that stands where a fact has another.</summary>
/// <param name="Said">The word that was said.</param>
internal readonly record struct Swap(string Said);
