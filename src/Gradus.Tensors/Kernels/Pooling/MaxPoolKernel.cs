using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Gradus.Tensors.Kernels.Pooling;

/// <summary>The greatest number of each window and where in its plane it lies: the first of equals, and a NaN before all, the last of several.</summary>
/// <remarks>A dilated window may step over a small input and hold nothing; its greatest number is −∞, and it lies nowhere.</remarks>
internal static unsafe class MaxPoolKernel
{
    private const int Lanes = 8;
    private const int Nowhere = -1;

    /// <summary>The places are left out where they are null.</summary>
    internal static void Forward<T>(T* x, T* y, int* places, nint planes, in PoolAxis rows, in PoolAxis columns)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Call<T> call = new() { X = x, Y = y, Places = places, Rows = rows, Columns = columns };
        PoolPlanes.Run(&Forward<T>, &call, planes, planes * rows.Size * columns.Size);
    }

    /// <summary>gx = Σ gy at the places; 0 where none is. Planes of gx have so many numbers.</summary>
    internal static void Scatter<T>(T* gy, int* places, T* gx, nint planes, in PoolAxis rows, in PoolAxis columns)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Call<T> call = new() { X = gx, Y = gy, Places = places, Rows = rows, Columns = columns };
        PoolPlanes.Run(&Scatter<T>, &call, planes, planes * rows.Size * columns.Size);
    }

    /// <summary>y = x at the places.</summary>
    internal static void Pick<T>(T* x, int* places, T* y, nint planes, in PoolAxis rows, in PoolAxis columns)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        nint length = (nint)rows.Windows * columns.Windows, size = (nint)rows.Size * columns.Size;
        for (nint i = 0; i < planes; i++, x += size)
        {
            for (nint j = 0; j < length; j++)
            {
                int place = *places++;
                *y++ = place == Nowhere ? T.Zero : x[place];
            }
        }
    }

    private static void Forward<T>(void* state, nint plane)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ref Call<T> call = ref *(Call<T>*)state;
        PoolAxis rows = call.Rows, columns = call.Columns;
        T* x = call.X + (plane * rows.Size * columns.Size), y = call.Y + (plane * rows.Windows * columns.Windows);
        int* places = call.Places is null ? null : call.Places + (plane * rows.Windows * columns.Windows);
        bool pairs = typeof(T) == typeof(float) && rows.IsPairs && columns.IsPairs;
        for (int row = 0; row < rows.Windows; row++)
        {
            int column = pairs ? Pairs((float*)x, (float*)y, places, row, columns) : 0;
            int top = rows.Begin(row), bottom = rows.End(row);
            for (; column < columns.Windows; column++)
            {
                int left = columns.Begin(column), right = columns.End(column), best = top < bottom && left < right ? (top * columns.Size) + left : Nowhere;
                T most = T.NegativeInfinity;
                for (int i = top; i < bottom; i += rows.Dilation)
                {
                    for (int j = left; j < right; j += columns.Dilation)
                    {
                        T value = x[(i * columns.Size) + j];
                        if (value > most || T.IsNaN(value))
                        {
                            (most, best) = (value, (i * columns.Size) + j);
                        }
                    }
                }

                y[column] = most;
                if (places is not null)
                {
                    places[column] = best;
                }
            }

            y += columns.Windows;
            places += places is null ? 0 : columns.Windows;
        }
    }

    /// <summary>Windows of 2 by 2, eight at a time, the last eight over again some of those before; returns how many of the row are done: all, or none where there are fewer than eight.</summary>
    private static int Pairs(float* x, float* y, int* places, int row, in PoolAxis columns)
    {
        float* upper = x + (2 * (nint)row * columns.Size), lower = upper + columns.Size;
        Vector256<int> step = Vector256.Create(0, 2, 4, 6, 8, 10, 12, 14) + Vector256.Create(2 * row * columns.Size), down = Vector256.Create(columns.Size);
        for (int done = 0; done < columns.Windows && columns.Windows >= Lanes; done += Lanes)
        {
            int column = Math.Min(done, columns.Windows - Lanes);
            Vector256<float> most = Even(upper + (2 * column));
            if (places is null)
            {
                most = Greater(Odd(upper + (2 * column)), most);
                most = Greater(Even(lower + (2 * column)), most);
                Greater(Odd(lower + (2 * column)), most).Store(y + column);
                continue;
            }

            Vector256<int> place = step + Vector256.Create(2 * column);
            Take(Odd(upper + (2 * column)), place + Vector256<int>.One, ref most, ref place);
            Vector256<int> below = step + Vector256.Create(2 * column) + down;
            Take(Even(lower + (2 * column)), below, ref most, ref place);
            Take(Odd(lower + (2 * column)), below + Vector256<int>.One, ref most, ref place);
            most.Store(y + column);
            place.Store(places + column);
        }

        return columns.Windows >= Lanes ? columns.Windows : 0;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Take(Vector256<float> value, Vector256<int> at, ref Vector256<float> most, ref Vector256<int> place)
    {
        Vector256<float> take = Takes(value, most);
        most = Vector256.ConditionalSelect(take, value, most);
        place = Vector256.ConditionalSelect(take.AsInt32(), at, place);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Greater(Vector256<float> value, Vector256<float> most) => Vector256.ConditionalSelect(Takes(value, most), value, most);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Takes(Vector256<float> value, Vector256<float> most) => Vector256.GreaterThan(value, most) | ~Vector256.Equals(value, value);

    // Every second number is a half of a number of 64 bits.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Even(float* from) => Vector256.Narrow(Vector256.Load((ulong*)from), Vector256.Load((ulong*)from + 4)).AsSingle();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Odd(float* from) => Vector256.Narrow(Vector256.Load((ulong*)from) >>> 32, Vector256.Load((ulong*)from + 4) >>> 32).AsSingle();

    private static void Scatter<T>(void* state, nint plane)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ref Call<T> call = ref *(Call<T>*)state;
        PoolAxis rows = call.Rows, columns = call.Columns;
        T* gx = call.X + (plane * rows.Size * columns.Size), gy = call.Y + (plane * rows.Windows * columns.Windows);
        int* places = call.Places + (plane * rows.Windows * columns.Windows);
        if (typeof(T) == typeof(float) && rows.IsPairs && columns.IsPairs)
        {
            ScatterPairs((float*)gx, (float*)gy, places, rows, columns);
            return;
        }

        new Span<T>(gx, rows.Size * columns.Size).Clear();
        for (nint i = 0; i < (nint)rows.Windows * columns.Windows; i++)
        {
            if (places[i] != Nowhere)
            {
                gx[places[i]] += gy[i];
            }
        }
    }

    /// <summary>Each window has its own four places, so they are written once.</summary>
    private static void ScatterPairs(float* gx, float* gy, int* places, in PoolAxis rows, in PoolAxis columns)
    {
        int width = columns.Size;
        for (int row = 0; row < rows.Windows; row++, gy += columns.Windows, places += columns.Windows)
        {
            float* upper = gx + (2 * (nint)row * width), lower = upper + width;
            int column = 0;
            Vector256<int> step = Vector256.Create(0, 2, 4, 6, 8, 10, 12, 14) + Vector256.Create(2 * row * width);
            for (int done = 0; done < columns.Windows && columns.Windows >= Lanes; done += Lanes)
            {
                column = Math.Min(done, columns.Windows - Lanes);
                Vector256<int> tap = Vector256.Load(places + column) - step - Vector256.Create(2 * column);
                Vector256<int> value = Vector256.Load((int*)(gy + column));
                Lay(value & Vector256.Equals(tap, Vector256<int>.Zero), value & Vector256.Equals(tap, Vector256<int>.One), upper + (2 * column));
                Lay(value & Vector256.Equals(tap, Vector256.Create(width)), value & Vector256.Equals(tap, Vector256.Create(width + 1)), lower + (2 * column));
                column += Lanes;
            }

            new Span<float>(upper + (2 * column), width - (2 * column)).Clear();
            new Span<float>(lower + (2 * column), width - (2 * column)).Clear();
            for (; column < columns.Windows; column++)
            {
                gx[places[column]] = gy[column];
            }
        }

        new Span<float>(gx + (2 * (nint)rows.Windows * width), (rows.Size - (2 * rows.Windows)) * width).Clear();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Lay(Vector256<int> even, Vector256<int> odd, float* to)
    {
        Vector256<uint> a = even.AsUInt32(), b = odd.AsUInt32();
        (Vector256.WidenLower(a) | (Vector256.WidenLower(b) << 32)).Store((ulong*)to);
        (Vector256.WidenUpper(a) | (Vector256.WidenUpper(b) << 32)).Store((ulong*)to + 4);
    }

    private struct Call<T>
        where T : unmanaged
    {
        internal T* X;
        internal T* Y;
        internal int* Places;
        internal PoolAxis Rows;
        internal PoolAxis Columns;
    }
}
