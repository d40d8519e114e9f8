using System.Numerics;
using System.Runtime.Intrinsics;
using Gradus.Tensors.Kernels.Lanes;

namespace Gradus.Tensors.Kernels.Reductions;

/// <summary>Sums over the middle of an array of A · R · B numbers, in a fixed order. float32 is summed in blocks whose totals are held in double.</summary>
internal static unsafe class SumKernel
{
    private const int BlockLength = 1024;

    internal static void Run<T>(T* x, T* y, nint a, nint r, nint b)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (b == 1)
        {
            for (nint i = 0; i < a; i++)
            {
                y[i] = typeof(T) == typeof(float) ? T.CreateTruncating(Row(IsaTable.Current, (float*)(x + (i * r)), r)) : T.CreateTruncating(Row((double*)(x + (i * r)), r));
            }

            return;
        }

        for (nint i = 0; i < a; i++)
        {
            if (typeof(T) == typeof(float))
            {
                ColumnSumKernel.Run(IsaTable.Current, (float*)(x + (i * r * b)), (float*)(y + (i * b)), r, b, false);
                continue;
            }

            Columns(x + (i * r * b), y + (i * b), r, b);
        }
    }

    /// <summary>The sum of a row of float32.</summary>
    internal static double Row(Isa isa, float* x, nint length) => isa switch
    {
        Isa.Avx512 => Row<Lanes512, Vector512<float>>(x, length),
        Isa.Avx2 => Row<Lanes256, Vector256<float>>(x, length),
        Isa.Vector128 => Row<Lanes128, Vector128<float>>(x, length),
        _ => Row<Lanes1, float>(x, length),
    };

    private static double Row(double* x, nint length)
    {
        // Four chains, as a compiler may not reorder them by itself.
        double s0 = 0, s1 = 0, s2 = 0, s3 = 0;
        nint i = 0;
        for (; i <= length - 4; i += 4)
        {
            s0 += x[i];
            s1 += x[i + 1];
            s2 += x[i + 2];
            s3 += x[i + 3];
        }

        for (; i < length; i++)
        {
            s0 += x[i];
        }

        return s0 + s1 + (s2 + s3);
    }

    private static double Row<L, V>(float* x, nint length)
        where L : ILanes<V>
        where V : unmanaged
    {
        double total = 0;
        float* lanes = stackalloc float[16];
        for (nint start = 0; start < length; start += BlockLength)
        {
            nint end = Math.Min(length, start + BlockLength);
            V s0 = L.Create(0f), s1 = s0, s2 = s0, s3 = s0;
            nint i = start;
            for (; i <= end - (4 * L.Count); i += 4 * L.Count)
            {
                s0 = L.Add(s0, L.Load(x + i));
                s1 = L.Add(s1, L.Load(x + i + L.Count));
                s2 = L.Add(s2, L.Load(x + i + (2 * L.Count)));
                s3 = L.Add(s3, L.Load(x + i + (3 * L.Count)));
            }

            L.Store(L.Add(L.Add(s0, s1), L.Add(s2, s3)), lanes);
            double block = 0;
            for (int lane = 0; lane < L.Count; lane++)
            {
                block += lanes[lane];
            }

            for (; i < end; i++)
            {
                block += x[i];
            }

            total += block;
        }

        return total;
    }

    // A strip of columns at a time, its totals in double on the stack.
    private static void Columns<T>(T* x, T* y, nint rows, nint columns)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        const int Strip = 256;
        double* totals = stackalloc double[Strip];
        for (nint first = 0; first < columns; first += Strip)
        {
            int width = (int)Math.Min(Strip, columns - first);
            new Span<double>(totals, width).Clear();
            for (nint i = 0; i < rows; i++)
            {
                T* row = x + (i * columns) + first;
                for (int j = 0; j < width; j++)
                {
                    totals[j] += double.CreateTruncating(row[j]);
                }
            }

            for (int j = 0; j < width; j++)
            {
                y[first + j] = T.CreateTruncating(totals[j]);
            }
        }
    }
}
