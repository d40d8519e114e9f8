using System.Numerics;
using System.Runtime.CompilerServices;

namespace Gradus.Tensors.Kernels.Scans;

/// <summary>Running sums.</summary>
internal readonly struct ScanSum : IScanOp
{
    public static T Start<T>()
        where T : unmanaged, INumber<T> => T.Zero;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Invoke<T>(T total, T x)
        where T : unmanaged, INumber<T> => unchecked(total + x);
}
