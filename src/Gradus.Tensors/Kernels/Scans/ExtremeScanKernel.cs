using System.Numerics;

namespace Gradus.Tensors.Kernels.Scans;

/// <summary>The place of the largest or smallest number so far along the middle of A · R · B numbers; the last of equals, and from a NaN on the last NaN.</summary>
internal static unsafe class ExtremeScanKernel
{
    internal static void Run<T>(T* x, nint a, nint r, nint b, long* places, bool largest)
        where T : unmanaged, INumber<T>
    {
        for (nint i = 0; i < a; i++)
        {
            for (nint j = 0; j < b; j++)
            {
                T* from = x + (i * r * b) + j;
                long* to = places + (i * r * b) + j;
                nint best = 0;
                for (nint k = 0; k < r; k++)
                {
                    T value = from[k * b], top = from[best * b];
                    if (T.IsNaN(value) || (!T.IsNaN(top) && (largest ? value >= top : value <= top)))
                    {
                        best = k;
                    }

                    to[k * b] = best;
                }
            }
        }
    }
}
