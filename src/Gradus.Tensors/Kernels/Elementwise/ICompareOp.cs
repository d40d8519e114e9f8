using System.Numerics;

namespace Gradus.Tensors.Kernels.Elementwise;

/// <summary>A comparison of two numbers.</summary>
internal interface ICompareOp
{
    static abstract bool Invoke<T>(T x, T y)
        where T : unmanaged, IComparisonOperators<T, T, bool>;
}
