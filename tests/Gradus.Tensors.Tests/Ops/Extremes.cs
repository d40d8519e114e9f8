namespace Gradus.Tensors.Tests.Ops;

/// <summary>The extreme numbers for which a row's reference holds.</summary>
public enum Extremes
{
    /// <summary>NaN, infinities, signed zeros, subnormal numbers and such as are near the ends of float32.</summary>
    All,

    /// <summary>As <see cref="All"/>, but none whose sums and products leave float32: what comes of those depends on the order in which an operator adds up.</summary>
    WithinRange,
}
