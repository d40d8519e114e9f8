namespace Gradus.Learning.Data.Preprocessing;

/// <summary>Quantiles by linear interpolation, as NumPy has them by default.</summary>
internal static class Quantile
{
    /// <summary>The quantile of sorted values.</summary>
    internal static double Of(ReadOnlySpan<double> sorted, double share)
    {
        double place = share * (sorted.Length - 1);
        int below = (int)place;
        return below + 1 < sorted.Length ? sorted[below] + ((place - below) * (sorted[below + 1] - sorted[below])) : sorted[below];
    }
}
