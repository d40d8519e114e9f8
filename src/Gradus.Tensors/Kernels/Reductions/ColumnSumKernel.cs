using System.Runtime.Intrinsics;
using Gradus.Tensors.Kernels.Lanes;

namespace Gradus.Tensors.Kernels.Reductions;

/// <summary>The sums of the columns of a matrix in float32. Rows are summed in blocks and blocks are summed, so that the error grows with the square root of the length at most.</summary>
internal static unsafe class ColumnSumKernel
{
    internal const int RowBlock = 256;

    /// <summary>y = (y +) Σ over rows of x.</summary>
    internal static void Run(Isa isa, float* x, float* y, nint rows, nint columns, bool accumulate)
    {
        switch (isa)
        {
            case Isa.Avx512:
                Loop<Lanes512, Vector512<float>>(x, y, rows, columns, accumulate);
                break;
            case Isa.Avx2:
                Loop<Lanes256, Vector256<float>>(x, y, rows, columns, accumulate);
                break;
            case Isa.Vector128:
                Loop<Lanes128, Vector128<float>>(x, y, rows, columns, accumulate);
                break;
            default:
                Loop<Lanes1, float>(x, y, rows, columns, accumulate);
                break;
        }
    }

    private static void Loop<L, V>(float* x, float* y, nint rows, nint columns, bool accumulate)
        where L : ILanes<V>
        where V : unmanaged
    {
        nint j = 0;
        for (; j <= columns - L.Count; j += L.Count)
        {
            V sum = Strip<L, V>(x + j, rows, columns);
            L.Store(accumulate ? L.Add(L.Load(y + j), sum) : sum, y + j);
        }

        // The last columns: one lane, the same order of rows.
        for (; j < columns; j++)
        {
            float sum = Strip<Lanes1, float>(x + j, rows, columns);
            y[j] = accumulate ? y[j] + sum : sum;
        }
    }

    private static V Strip<L, V>(float* x, nint rows, nint columns)
        where L : ILanes<V>
        where V : unmanaged
    {
        V total = L.Create(0f);
        for (nint first = 0; first < rows; first += RowBlock)
        {
            nint end = Math.Min(rows, first + RowBlock);
            V s0 = L.Create(0f), s1 = s0, s2 = s0, s3 = s0;
            nint i = first;
            for (; i <= end - 4; i += 4)
            {
                float* row = x + (i * columns);
                s0 = L.Add(s0, L.Load(row));
                s1 = L.Add(s1, L.Load(row + columns));
                s2 = L.Add(s2, L.Load(row + (2 * columns)));
                s3 = L.Add(s3, L.Load(row + (3 * columns)));
            }

            for (; i < end; i++)
            {
                s0 = L.Add(s0, L.Load(x + (i * columns)));
            }

            total = L.Add(total, L.Add(L.Add(s0, s1), L.Add(s2, s3)));
        }

        return total;
    }
}
