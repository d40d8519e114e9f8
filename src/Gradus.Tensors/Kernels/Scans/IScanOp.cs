using System.Numerics;

namespace Gradus.Tensors.Kernels.Scans;

/// <summary>What a scan does with the result so far and the next number.</summary>
internal interface IScanOp
{
    /// <summary>The result before the first number.</summary>
    static abstract T Start<T>()
        where T : unmanaged, INumber<T>;

    static abstract T Invoke<T>(T total, T x)
        where T : unmanaged, INumber<T>;
}
