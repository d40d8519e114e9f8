using System.Numerics;

namespace Gradus.Tensors.Kernels.Elementwise;

/// <summary>A comparison of two numbers.</summary>
internal interface ICompareOp
{
    static abstract bool Invoke<T>(T x, T y)
        where T : unmanaged, IComparisonOperators<T, T, bool>;

    /// <summary>The same of several float32 numbers; −1 where true, else 0.</summary>
    static abstract Vector<int> Invoke(Vector<float> x, Vector<float> y);
}
