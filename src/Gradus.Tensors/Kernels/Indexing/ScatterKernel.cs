using System.Numerics;

namespace Gradus.Tensors.Kernels.Indexing;

/// <summary>y[.., index[i], ..] = x[i], or += x[i], in the order of i: of indices that come twice the last is written, and sums have one order.</summary>
internal static unsafe class ScatterKernel
{
    internal static void Set(byte* x, AxisWalk walk, long* places, byte* y, int elementSize)
    {
        switch (elementSize)
        {
            case 1:
                Set<byte>(x, walk, places, y);
                break;
            case 2:
                Set((ushort*)x, walk, places, (ushort*)y);
                break;
            case 4:
                Set((uint*)x, walk, places, (uint*)y);
                break;
            default:
                Set((ulong*)x, walk, places, (ulong*)y);
                break;
        }
    }

    internal static void Add<T>(T* x, AxisWalk walk, long* places, T* y)
        where T : unmanaged, INumber<T>
    {
        for (nint row = 0; row < walk.Rows; row++)
        {
            T* target = y + walk.Offset(row);
            for (nint j = 0; j < walk.Width; j++, x++, places++)
            {
                target[(j * walk.Step) + ((nint)(*places) * walk.AxisStep)] += *x;
            }
        }
    }

    private static void Set<T>(T* x, AxisWalk walk, long* places, T* y)
        where T : unmanaged
    {
        for (nint row = 0; row < walk.Rows; row++)
        {
            T* target = y + walk.Offset(row);
            for (nint j = 0; j < walk.Width; j++, x++, places++)
            {
                target[(j * walk.Step) + ((nint)(*places) * walk.AxisStep)] = *x;
            }
        }
    }
}
