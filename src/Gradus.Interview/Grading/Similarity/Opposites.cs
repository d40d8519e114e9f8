using Gradus.Interview.Grading.Text;

namespace Gradus.Interview.Grading.Similarity;

/// <summary>Words of which one turns a statement into its opposite when it stands in the other's place.</summary>
internal static class Opposites
{
    private static readonly Dictionary<string, HashSet<string>> Table = Read(
        """
        high large big great strong much more increase raise grow rise | low small little tiny weak less few decrease reduce lower fall shrink drop
        positive | negative minus
        before first early | after later last
        same identical equal unchanged | different distinct unlike
        always ever every | never none nobody
        overfit | underfit
        bias | variance
        train training | test inference evaluation
        precision | recall sensitivity
        sensitivity | specificity
        additive add addition sum | multiply multiplicative product
        fast quick | slow
        linear | nonlinear
        vanish | explode
        sharp confident | flat uniform
        encoder | decoder
        generator | discriminator
        linearly linear | quadratically quadratic exponentially exponential
        mean | median maximum
        row | column
        keep kept preserve | erase forget lose delete
        random randomly | fixed deterministic
        supervised | unsupervised
        independent | dependent
        convex | concave
        better improve | worse degrade hurt
        """);

    /// <summary>The stems that contradict a stem, or null where none is known.</summary>
    public static IReadOnlySet<string>? Of(string stem) => Table.GetValueOrDefault(stem);

    private static Dictionary<string, HashSet<string>> Read(string text)
    {
        Dictionary<string, HashSet<string>> table = new(StringComparer.Ordinal);
        foreach (string line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            string[][] sides = [.. line.Split('|').Select(side => side.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Stemmer.Stem).Distinct().ToArray())];
            Link(table, sides[0], sides[1]);
            Link(table, sides[1], sides[0]);
        }

        return table;
    }

    private static void Link(Dictionary<string, HashSet<string>> table, string[] from, string[] to)
    {
        foreach (string stem in from)
        {
            if (!table.TryGetValue(stem, out HashSet<string>? opposites))
            {
                table[stem] = opposites = new HashSet<string>(StringComparer.Ordinal);
            }

            opposites.UnionWith(to);
        }
    }
}
