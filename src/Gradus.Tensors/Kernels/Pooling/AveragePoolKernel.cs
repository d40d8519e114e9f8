using System.Numerics;
using System.Runtime.Intrinsics;

namespace Gradus.Tensors.Kernels.Pooling;

/// <summary>The mean of each window, and the way back, which shares a number out over its window.</summary>
internal static unsafe class AveragePoolKernel
{
    private const int Lanes = 16;

    /// <param name="x">Planes of the input.</param>
    /// <param name="y">Planes of the means.</param>
    /// <param name="planes">How many.</param>
    /// <param name="rows">The windows' rows.</param>
    /// <param name="columns">The windows' columns.</param>
    /// <param name="countPadding">Whether places in the padding count.</param>
    /// <param name="divisor">By what sums are divided; the count of places when 0.</param>
    internal static void Forward<T>(T* x, T* y, nint planes, in PoolAxis rows, in PoolAxis columns, bool countPadding, int divisor)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Call<T> call = Prepare(x, y, rows, columns, countPadding, divisor);
        PoolPlanes.Run(&Forward<T>, &call, planes, planes * rows.Size * columns.Size);
    }

    /// <summary>gx = Σ over windows that a place lies in of gy / divisor.</summary>
    internal static void Backward<T>(T* gx, T* gy, nint planes, in PoolAxis rows, in PoolAxis columns, bool countPadding, int divisor)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Call<T> call = Prepare(gx, gy, rows, columns, countPadding, divisor);
        PoolPlanes.Run(&Backward<T>, &call, planes, planes * rows.Size * columns.Size);
    }

    private static void Forward<T>(void* state, nint plane)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ref Call<T> call = ref *(Call<T>*)state;
        PoolAxis rows = call.Rows, columns = call.Columns;
        T* x = call.X + (plane * rows.Size * columns.Size), y = call.Y + (plane * rows.Windows * columns.Windows);
        if (call.Whole && typeof(T) == typeof(float))
        {
            *y = T.CreateTruncating(Sum((float*)x, (nint)rows.Size * columns.Size)) / call.WholeCount;
            return;
        }

        for (int row = 0; row < rows.Windows; row++)
        {
            int top = rows.Begin(row), bottom = rows.End(row);
            for (int column = 0; column < columns.Windows; column++)
            {
                int left = columns.Begin(column), right = columns.End(column);
                T sum = T.Zero;
                if (typeof(T) == typeof(float) && right - left == columns.Size)
                {
                    sum = T.CreateTruncating(Sum((float*)x + ((nint)top * columns.Size), (nint)(bottom - top) * columns.Size));
                }
                else
                {
                    for (int i = top; i < bottom; i++)
                    {
                        for (int j = left; j < right; j++)
                        {
                            sum += x[(i * columns.Size) + j];
                        }
                    }
                }

                *y++ = sum / T.CreateTruncating(call.Count(row, column));
            }
        }
    }

    private static void Backward<T>(void* state, nint plane)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ref Call<T> call = ref *(Call<T>*)state;
        PoolAxis rows = call.Rows, columns = call.Columns;
        T* gx = call.X + (plane * rows.Size * columns.Size), gy = call.Y + (plane * rows.Windows * columns.Windows);
        if (call.Whole)
        {
            new Span<T>(gx, rows.Size * columns.Size).Fill(*gy / call.WholeCount);
            return;
        }

        new Span<T>(gx, rows.Size * columns.Size).Clear();
        for (int row = 0; row < rows.Windows; row++)
        {
            int top = rows.Begin(row), bottom = rows.End(row);
            for (int column = 0; column < columns.Windows; column++)
            {
                int left = columns.Begin(column), right = columns.End(column);
                T share = *gy++ / T.CreateTruncating(call.Count(row, column));
                for (int i = top; i < bottom; i++)
                {
                    for (int j = left; j < right; j++)
                    {
                        gx[(i * columns.Size) + j] += share;
                    }
                }
            }
        }
    }

    /// <summary>A long sum in 16 lanes that are added up as a tree: the same bits on every machine.</summary>
    private static float Sum(float* x, nint length)
    {
        Vector256<float> low = Vector256<float>.Zero, high = low;
        nint i = 0;
        for (; i <= length - Lanes; i += Lanes)
        {
            low += Vector256.Load(x + i);
            high += Vector256.Load(x + i + 8);
        }

        if (i < length)
        {
            float* lanes = stackalloc float[Lanes];
            low.Store(lanes);
            high.Store(lanes + 8);
            for (nint lane = 0; i < length; i++, lane++)
            {
                lanes[lane] += x[i];
            }

            low = Vector256.Load(lanes);
            high = Vector256.Load(lanes + 8);
        }

        low += high;
        Vector128<float> quarter = low.GetLower() + low.GetUpper();
        return (quarter[0] + quarter[2]) + (quarter[1] + quarter[3]);
    }

    private static Call<T> Prepare<T>(T* x, T* y, in PoolAxis rows, in PoolAxis columns, bool countPadding, int divisor)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Call<T> call = new() { X = x, Y = y, Rows = rows, Columns = columns, CountPadding = countPadding, Divisor = divisor };
        call.Whole = rows.Windows == 1 && columns.Windows == 1 && rows.End(0) - rows.Begin(0) == rows.Size && columns.End(0) - columns.Begin(0) == columns.Size;
        call.WholeCount = call.Whole ? T.CreateTruncating(call.Count(0, 0)) : T.One;
        return call;
    }

    private struct Call<T>
        where T : unmanaged
    {
        internal T* X;
        internal T* Y;
        internal PoolAxis Rows;
        internal PoolAxis Columns;
        internal bool CountPadding;
        internal int Divisor;

        /// <summary>Whether a single window holds the whole plane, and by what its sum is divided.</summary>
        internal bool Whole;
        internal T WholeCount;

        internal readonly int Count(int row, int column) => Divisor != 0
            ? Divisor
            : CountPadding
                ? Rows.Padded(row) * Columns.Padded(column)
                : (Rows.End(row) - Rows.Begin(row)) * (Columns.End(column) - Columns.Begin(column));
    }
}
