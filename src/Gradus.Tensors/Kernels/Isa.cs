namespace Gradus.Tensors.Kernels;

/// <summary>The instruction sets for which there are kernels, from the widest to none.</summary>
internal enum Isa
{
    /// <summary>512-bit vectors.</summary>
    Avx512,

    /// <summary>256-bit vectors with fused multiply-add.</summary>
    Avx2,

    /// <summary>128-bit vectors, also of ARM64.</summary>
    Vector128,

    /// <summary>One number at a time.</summary>
    Scalar,
}
