using Gradus.Labs.Figures;

namespace Gradus.Hosting.Figures;

/// <summary>How much room bars have.</summary>
internal static class BarRoom
{
    /// <summary>The least distance between two places of bars, in units of the axis; 1 where there is only one place.</summary>
    public static double Between(IEnumerable<BarMark> bars)
    {
        double[] places = [.. bars.SelectMany(bar => bar.Xs).Where(double.IsFinite).Distinct().Order()];
        double least = double.PositiveInfinity;
        for (int index = 1; index < places.Length; index++)
        {
            least = Math.Min(least, places[index] - places[index - 1]);
        }

        return double.IsFinite(least) ? least : 1;
    }
}
