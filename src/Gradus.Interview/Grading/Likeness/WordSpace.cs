using System.Runtime.CompilerServices;

namespace Gradus.Interview.Grading.Likeness;

/// <summary>Words as vectors, so that "squeezed" lies near "compressed": latent semantic analysis of the bank's passages.</summary>
/// <remarks>
/// A document is all that says one point or misconception; words that say the same get like vectors (Deerwester et al., 1990). The
/// directions span the leading right singular vectors of the matrix of documents by words, found by subspace iteration from
/// a fixed random start (Halko, Martinsson and Tropp, 2011); within that span cosines do not depend on the basis. The same
/// bank gives the same vectors.
/// </remarks>
internal sealed class WordSpace
{
    /// <summary>How many directions are kept.</summary>
    public const int Directions = 72;

    /// <summary>With fewer documents words are learned by heart rather than by what they share.</summary>
    private const int FewestDocuments = 3 * Directions;

    private const int Iterations = 3;
    private const ulong Seed = 0x9E3779B97F4A7C15;

    private readonly Dictionary<string, int> _words;
    private readonly double[] _frequency;
    private readonly double[][] _vectors;

    private WordSpace(Dictionary<string, int> words, double[] frequency, double[][] vectors)
    {
        _words = words;
        _frequency = frequency;
        _vectors = vectors;
    }

    /// <summary>Learns the words of a bank's passages, or gives null where it has too few.</summary>
    public static WordSpace? Of(PassageDocument[] bank)
    {
        if (bank.Length < FewestDocuments)
        {
            return null;
        }

        Dictionary<string, int>[] documents = [.. bank.Select(document => document.Counts)];
        (string Stem, int In)[] seen = [.. documents.SelectMany(document => document.Keys).CountBy(stem => stem).Where(item => item.Value > 1).Select(item => (item.Key, item.Value)).OrderBy(item => item.Key, StringComparer.Ordinal)];
        Dictionary<string, int> words = seen.Index().ToDictionary(item => item.Item.Stem, item => item.Index, StringComparer.Ordinal);
        double[] frequency = [.. seen.Select(item => Math.Log((1.0 + documents.Length) / (1 + item.In)) + 1)];
        (int Word, double Weight)[][] rows = [.. documents.Select(document => Weighted(document, words, frequency))];
        return new WordSpace(words, frequency, Leading(rows, words.Count));
    }

    /// <summary>The direction of counted stems, of length one; zero where no word is known.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public double[] Of(Dictionary<string, int> counts)
    {
        double[] sum = new double[Directions];
        foreach ((int word, double weight) in Weighted(counts, _words, _frequency))
        {
            Add(sum, _vectors[word], weight);
        }

        double length = Math.Sqrt(Dot(sum, sum));
        for (int i = 0; i < sum.Length && length > 0; i++)
        {
            sum[i] /= length;
        }

        return sum;
    }

    /// <summary>The cosine of two directions.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static double Dot(ReadOnlySpan<double> first, ReadOnlySpan<double> second)
    {
        double sum = 0;
        for (int i = 0; i < first.Length; i++)
        {
            sum += first[i] * second[i];
        }

        return sum;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static (int Word, double Weight)[] Weighted(Dictionary<string, int> counts, Dictionary<string, int> words, double[] frequency)
    {
        (int Word, double Weight)[] terms = [.. counts.Where(item => words.ContainsKey(item.Key)).Select(item => (words[item.Key], (1 + Math.Log(item.Value)) * frequency[words[item.Key]]))];
        double length = Math.Sqrt(terms.Sum(term => term.Weight * term.Weight));
        return length > 0 ? Array.ConvertAll(terms, term => (term.Word, term.Weight / length)) : [];
    }

    /// <summary>For each word its place in the span of the leading right singular vectors of the rows.</summary>
    private static double[][] Leading((int Word, double Weight)[][] rows, int words)
    {
        double[][] basis = Start(words, Directions);
        for (int i = 0; i < Iterations; i++)
        {
            double[][] below = Zeros(rows.Length, Directions), back = Zeros(words, Directions);
            for (int row = 0; row < rows.Length; row++)
            {
                foreach ((int word, double weight) in rows[row])
                {
                    Add(below[row], basis[word], weight);
                }
            }

            for (int row = 0; row < rows.Length; row++)
            {
                foreach ((int word, double weight) in rows[row])
                {
                    Add(back[word], below[row], weight);
                }
            }

            Orthonormalize(back, Directions);
            basis = back;
        }

        return basis;
    }

    /// <summary>Values of the SplitMix64 sequence, spread evenly over -1 to 1.</summary>
    private static double[][] Start(int rows, int columns)
    {
        double[][] values = Zeros(rows, columns);
        ulong state = 0;
        foreach (double[] row in values)
        {
            for (int i = 0; i < columns; i++)
            {
                state += Seed;
                ulong mixed = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9;
                mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
                row[i] = ((mixed ^ (mixed >> 31)) / (double)ulong.MaxValue * 2) - 1;
            }
        }

        return values;
    }

    /// <summary>Gram and Schmidt's method on columns, twice for each, so that rounding does not build up.</summary>
    private static void Orthonormalize(double[][] rows, int columns)
    {
        double[][] turned = Zeros(columns, rows.Length);
        for (int column = 0; column < columns; column++)
        {
            double[] vector = turned[column];
            for (int row = 0; row < rows.Length; row++)
            {
                vector[row] = rows[row][column];
            }

            for (int k = 0; k < 2 * column; k++)
            {
                Add(vector, turned[k % column], -Dot(vector, turned[k % column]));
            }

            double length = Math.Sqrt(Dot(vector, vector));
            for (int row = 0; row < rows.Length; row++)
            {
                vector[row] = length > 0 ? vector[row] / length : 0;
                rows[row][column] = vector[row];
            }
        }
    }

    private static double[][] Zeros(int rows, int columns) => [.. Enumerable.Range(0, rows).Select(_ => new double[columns])];

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Add(Span<double> sum, ReadOnlySpan<double> values, double factor)
    {
        for (int i = 0; i < values.Length; i++)
        {
            sum[i] += factor * values[i];
        }
    }
}
