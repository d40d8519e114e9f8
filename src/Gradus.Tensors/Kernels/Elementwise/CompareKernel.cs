using System.Numerics;

namespace Gradus.Tensors.Kernels.Elementwise;

/// <summary>Compares pairs of numbers of two rows; a step of 0 repeats one number. The results are bytes, 1 where true.</summary>
internal static unsafe class CompareKernel
{
    internal static void Run<T, TOp>(T* a, nint stepA, T* b, nint stepB, byte* y, nint length)
        where T : unmanaged, IComparisonOperators<T, T, bool>
        where TOp : struct, ICompareOp
    {
        nint i = 0;
        if (typeof(T) == typeof(float) && stepA is 0 or 1 && stepB is 0 or 1)
        {
            i = Wide<TOp>((float*)a, stepA, (float*)b, stepB, y, length);
        }

        for (; i < length; i++)
        {
            y[i] = TOp.Invoke(a[i * stepA], b[i * stepB]) ? (byte)1 : (byte)0;
        }
    }

    // Four vectors of numbers make one of bytes.
    private static nint Wide<TOp>(float* a, nint stepA, float* b, nint stepB, byte* y, nint length)
        where TOp : struct, ICompareOp
    {
        nint count = Vector<float>.Count;
        nint i = 0;
        Vector<byte> one = Vector<byte>.One;
        for (; i <= length - (4 * count); i += 4 * count)
        {
            Vector<short> low = Vector.Narrow(At(a, stepA, b, stepB, i), At(a, stepA, b, stepB, i + count));
            Vector<short> high = Vector.Narrow(At(a, stepA, b, stepB, i + (2 * count)), At(a, stepA, b, stepB, i + (3 * count)));
            Vector.Store(Vector.Narrow(low, high).As<sbyte, byte>() & one, y + i);
        }

        return i;

        static Vector<int> At(float* a, nint stepA, float* b, nint stepB, nint i) =>
            TOp.Invoke(stepA != 0 ? Vector.Load(a + i) : new Vector<float>(*a), stepB != 0 ? Vector.Load(b + i) : new Vector<float>(*b));
    }
}
