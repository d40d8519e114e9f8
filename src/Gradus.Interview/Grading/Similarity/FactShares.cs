using System.Runtime.CompilerServices;

namespace Gradus.Interview.Grading.Similarity;

/// <summary>How much of one fact stands in each sentence of a text, term by term.</summary>
/// <param name="total">The weight of the whole fact.</param>
/// <param name="perTerm">For each term that stands anywhere, its weight in each sentence; terms that stand nowhere add nothing and are left out.</param>
internal sealed class FactShares(double total, double[][] perTerm)
{
    private const double ASentenceMore = 0.93;

    /// <summary>The best window of at most so many usable sentences.</summary>
    public SimilarityMatch Best(int mostSentences, bool[] usable)
    {
        SimilarityMatch best = default;
        if (perTerm.Length == 0)
        {
            return best;
        }

        for (int first = 0; first < usable.Length; first++)
        {
            for (int last = first; last < Math.Min(first + mostSentences, usable.Length) && usable[first] && usable[last]; last++)
            {
                double share = Within(first, last);
                best = share > best.Share ? new SimilarityMatch(share, first, last) : best;
            }
        }

        return best;
    }

    /// <summary>The share of the fact in one window.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public double Within(int first, int last)
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

        return total <= 0 ? 0 : sum / total * Math.Pow(ASentenceMore, last - first);
    }
}
