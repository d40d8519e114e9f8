using System.Runtime.CompilerServices;

namespace Gradus.Interview.Questions.Reading;

/// <summary>Edit distance with neighbouring letters swapped at the cost of one (optimal string alignment).</summary>
internal static class EditDistance
{
    /// <summary>How far two words are apart, or a number above the limit when they are farther.</summary>
    /// <param name="left">One word.</param>
    /// <param name="right">The other.</param>
    /// <param name="limit">Beyond this the exact distance does not matter.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static int Between(ReadOnlySpan<char> left, ReadOnlySpan<char> right, int limit = int.MaxValue - 1)
    {
        if (Math.Abs(left.Length - right.Length) > limit)
        {
            return limit + 1;
        }

        int width = right.Length + 1;
        int[] buffer = new int[3 * width];
        Span<int> beforeLast = buffer.AsSpan(0, width);
        Span<int> last = buffer.AsSpan(width, width);
        Span<int> row = buffer.AsSpan(2 * width, width);
        for (int j = 0; j < width; j++)
        {
            last[j] = j;
        }

        for (int i = 1; i <= left.Length; i++)
        {
            row[0] = i;
            int lowest = i;
            for (int j = 1; j < width; j++)
            {
                int cost = left[i - 1] == right[j - 1] ? 0 : 1;
                int best = Math.Min(Math.Min(last[j] + 1, row[j - 1] + 1), last[j - 1] + cost);
                if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
                {
                    best = Math.Min(best, beforeLast[j - 2] + 1);
                }

                row[j] = best;
                lowest = Math.Min(lowest, best);
            }

            if (lowest > limit)
            {
                return limit + 1;
            }

            Span<int> free = beforeLast;
            beforeLast = last;
            last = row;
            row = free;
        }

        return last[right.Length];
    }

    /// <summary>0 for equal words, up to 1; a word that contains the other is at most one half.</summary>
    public static double Apart(string candidate, string wanted)
    {
        int longest = Math.Max(candidate.Length, wanted.Length);
        double apart = longest == 0 ? 0 : (double)Between(candidate, wanted) / longest;
        bool contains = wanted.Length >= 3 && (candidate.Contains(wanted, StringComparison.Ordinal) || wanted.Contains(candidate, StringComparison.Ordinal));
        return contains ? apart / 2 : apart;
    }
}
