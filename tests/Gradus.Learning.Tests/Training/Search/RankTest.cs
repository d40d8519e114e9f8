namespace Gradus.Learning.Tests.Training.Search;

/// <summary>The test of Mann and Whitney (1947): whether values of one sample tend to be less than those of another.</summary>
internal static class RankTest
{
    /// <summary>The probability of ranks as low as these if the samples were alike, from the exact distribution of U; ties count half, which the distribution without ties takes as the next greater U.</summary>
    internal static double Less(double[] sample, double[] other)
    {
        double u = sample.Sum(value => other.Sum(rival => value > rival ? 1 : value == rival ? 0.5 : 0));
        double[] ways = Ways(sample.Length, other.Length);
        return ways.Take((int)Math.Ceiling(u) + 1).Sum() / ways.Sum();
    }

    // In how many orders of n and m values U is 0, 1, 2, ...
    private static double[] Ways(int n, int m)
    {
        Dictionary<(int, int), double[]> known = [];
        double[] Count(int a, int b)
        {
            if (a == 0 || b == 0)
            {
                return [1];
            }

            if (!known.TryGetValue((a, b), out double[]? ways))
            {
                ways = new double[(a * b) + 1];
                double[] firstLast = Count(a - 1, b), otherLast = Count(a, b - 1);
                for (int u = 0; u < ways.Length; u++)
                {
                    ways[u] = (u >= b && u - b < firstLast.Length ? firstLast[u - b] : 0) + (u < otherLast.Length ? otherLast[u] : 0);
                }

                known[(a, b)] = ways;
            }

            return ways;
        }

        return Count(n, m);
    }
}
