using Gradus.Tensors;

namespace Gradus.Learning.Layers;

/// <summary>What power pooling makes of the mean of the powers of a window.</summary>
internal static class PowerSum
{
    /// <summary>(mean · count)^(1/p). A window whose powers add up to nothing gives 0 and has gradient 0, where that of the root would be infinite.</summary>
    internal static Tensor Root(Tensor mean, int count, double p)
    {
        Tensor nothing = mean.Detach().Equal(0);
        return (mean.MaskedFill(nothing, 1) * count).Pow(1 / p).MaskedFill(nothing, 0);
    }
}
