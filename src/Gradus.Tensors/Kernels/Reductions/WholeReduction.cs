namespace Gradus.Tensors.Kernels.Reductions;

/// <summary>Reductions of integers.</summary>
internal enum WholeReduction
{
    /// <summary>Σ x.</summary>
    Sum,

    /// <summary>Π x.</summary>
    Product,

    /// <summary>The largest.</summary>
    Maximum,

    /// <summary>The smallest.</summary>
    Minimum,
}
