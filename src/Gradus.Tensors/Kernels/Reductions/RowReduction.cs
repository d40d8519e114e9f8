using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Gradus.Tensors.Kernels.Lanes;

namespace Gradus.Tensors.Kernels.Reductions;

/// <summary>
/// Sums, products and extremes of a row of float32 with the same bits on every instruction set: 16 lanes with four chains each, halves onto halves at the end, and long rows in blocks whose
/// totals are added in double.
/// </summary>
internal static unsafe class RowReduction
{
    /// <summary>The numbers that go through one set of chains: 64 to a chain.</summary>
    private const nint Block = 4096;

    // 16 words with all bits set, then 16 without: a load from the middle of them is the mask of a tail. They lie in the program's image, which does not move.
    private static ReadOnlySpan<int> Masks => [-1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];

    /// <summary>Σ x.</summary>
    internal static double Sum(Isa isa, float* x, nint length) => Run(isa, Kind.Sum, x, null, length);

    /// <summary>Σ x².</summary>
    internal static double SumOfSquares(Isa isa, float* x, nint length) => Run(isa, Kind.Dot, x, x, length);

    /// <summary>Σ x y.</summary>
    internal static double Dot(Isa isa, float* x, float* y, nint length) => Run(isa, Kind.Dot, x, y, length);

    /// <summary>The largest number; NaN counts as none, and an empty row has −∞.</summary>
    internal static float Max(Isa isa, float* x, nint length) => (float)Run(isa, Kind.Max, x, null, length);

    /// <summary>All bits set in the first <paramref name="count"/> of 16 lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static V Mask<L, V>(nint count)
        where L : ILanes<V>
        where V : unmanaged => L.Load((float*)Unsafe.AsPointer(ref MemoryMarshal.GetReference(Masks)) + WideLanes.Count - count);

    /// <summary>Σ x on 16 lanes.</summary>
    internal static double Sum<L, V>(float* x, nint length)
        where L : ILanes<V>
        where V : unmanaged
    {
        double total = 0;
        for (nint first = 0; first < length; first += Block)
        {
            total += WideLanes.Sum(Sums<L, V>(x + first, Math.Min(Block, length - first)));
        }

        return total;
    }

    /// <summary>Σ x y on 16 lanes.</summary>
    internal static double Dot<L, V>(float* x, float* y, nint length)
        where L : ILanes<V>
        where V : unmanaged
    {
        double total = 0;
        for (nint first = 0; first < length; first += Block)
        {
            total += WideLanes.Sum(Products<L, V>(x + first, y + first, Math.Min(Block, length - first)));
        }

        return total;
    }

    /// <summary>Σ (x − centre)² on 16 lanes.</summary>
    internal static double SquaresAround<L, V>(float* x, float centre, nint length)
        where L : ILanes<V>
        where V : unmanaged
    {
        double total = 0;
        for (nint first = 0; first < length; first += Block)
        {
            total += WideLanes.Sum(Squares<L, V>(x + first, L.Create(centre), Math.Min(Block, length - first)));
        }

        return total;
    }

    /// <summary>Σ (x − centre) y on 16 lanes.</summary>
    internal static double DotAround<L, V>(float* x, float centre, float* y, nint length)
        where L : ILanes<V>
        where V : unmanaged
    {
        double total = 0;
        for (nint first = 0; first < length; first += Block)
        {
            total += WideLanes.Sum(ProductsAround<L, V>(x + first, L.Create(centre), y + first, Math.Min(Block, length - first)));
        }

        return total;
    }

    /// <summary>The largest number on 16 lanes; NaN counts as none.</summary>
    internal static float Max<L, V>(float* x, nint length)
        where L : ILanes<V>
        where V : unmanaged
    {
        V least = L.Create(float.NegativeInfinity), m0 = least, m1 = least;
        nint i = 0;
        for (; i <= length - (2 * WideLanes.Count); i += 2 * WideLanes.Count)
        {
            m0 = L.Max(L.Load(x + i), m0);
            m1 = L.Max(L.Load(x + i + WideLanes.Count), m1);
        }

        if (i <= length - WideLanes.Count)
        {
            m0 = L.Max(L.Load(x + i), m0);
            i += WideLanes.Count;
        }

        if (i < length)
        {
            m1 = L.Max(L.Select(Mask<L, V>(length - i), L.LoadPartial(x + i, length - i), least), m1);
        }

        return WideLanes.Max(L.Max(m0, m1));
    }

    private static V Sums<L, V>(float* x, nint length)
        where L : ILanes<V>
        where V : unmanaged
    {
        V s0 = L.Create(0f), s1 = s0, s2 = s0, s3 = s0;
        nint i = 0;
        for (; i <= length - 64; i += 64)
        {
            s0 = L.Add(s0, L.Load(x + i));
            s1 = L.Add(s1, L.Load(x + i + 16));
            s2 = L.Add(s2, L.Load(x + i + 32));
            s3 = L.Add(s3, L.Load(x + i + 48));
        }

        for (; i <= length - 16; i += 16)
        {
            s0 = L.Add(s0, L.Load(x + i));
        }

        if (i < length)
        {
            s1 = L.Add(s1, L.LoadPartial(x + i, length - i));
        }

        return L.Add(L.Add(s0, s1), L.Add(s2, s3));
    }

    private static V Products<L, V>(float* x, float* y, nint length)
        where L : ILanes<V>
        where V : unmanaged
    {
        V s0 = L.Create(0f), s1 = s0, s2 = s0, s3 = s0;
        nint i = 0;
        for (; i <= length - 64; i += 64)
        {
            s0 = L.Fma(L.Load(x + i), L.Load(y + i), s0);
            s1 = L.Fma(L.Load(x + i + 16), L.Load(y + i + 16), s1);
            s2 = L.Fma(L.Load(x + i + 32), L.Load(y + i + 32), s2);
            s3 = L.Fma(L.Load(x + i + 48), L.Load(y + i + 48), s3);
        }

        for (; i <= length - 16; i += 16)
        {
            s0 = L.Fma(L.Load(x + i), L.Load(y + i), s0);
        }

        if (i < length)
        {
            s1 = L.Fma(L.LoadPartial(x + i, length - i), L.LoadPartial(y + i, length - i), s1);
        }

        return L.Add(L.Add(s0, s1), L.Add(s2, s3));
    }

    private static V Squares<L, V>(float* x, V centre, nint length)
        where L : ILanes<V>
        where V : unmanaged
    {
        V s0 = L.Create(0f), s1 = s0, s2 = s0, s3 = s0;
        nint i = 0;
        for (; i <= length - 64; i += 64)
        {
            V d0 = L.Subtract(L.Load(x + i), centre), d1 = L.Subtract(L.Load(x + i + 16), centre);
            V d2 = L.Subtract(L.Load(x + i + 32), centre), d3 = L.Subtract(L.Load(x + i + 48), centre);
            s0 = L.Fma(d0, d0, s0);
            s1 = L.Fma(d1, d1, s1);
            s2 = L.Fma(d2, d2, s2);
            s3 = L.Fma(d3, d3, s3);
        }

        for (; i <= length - 16; i += 16)
        {
            V d = L.Subtract(L.Load(x + i), centre);
            s0 = L.Fma(d, d, s0);
        }

        if (i < length)
        {
            V d = L.Select(Mask<L, V>(length - i), L.Subtract(L.LoadPartial(x + i, length - i), centre), L.Create(0f));
            s1 = L.Fma(d, d, s1);
        }

        return L.Add(L.Add(s0, s1), L.Add(s2, s3));
    }

    private static V ProductsAround<L, V>(float* x, V centre, float* y, nint length)
        where L : ILanes<V>
        where V : unmanaged
    {
        V s0 = L.Create(0f), s1 = s0, s2 = s0, s3 = s0;
        nint i = 0;
        for (; i <= length - 64; i += 64)
        {
            s0 = L.Fma(L.Subtract(L.Load(x + i), centre), L.Load(y + i), s0);
            s1 = L.Fma(L.Subtract(L.Load(x + i + 16), centre), L.Load(y + i + 16), s1);
            s2 = L.Fma(L.Subtract(L.Load(x + i + 32), centre), L.Load(y + i + 32), s2);
            s3 = L.Fma(L.Subtract(L.Load(x + i + 48), centre), L.Load(y + i + 48), s3);
        }

        for (; i <= length - 16; i += 16)
        {
            s0 = L.Fma(L.Subtract(L.Load(x + i), centre), L.Load(y + i), s0);
        }

        if (i < length)
        {
            V d = L.Select(Mask<L, V>(length - i), L.Subtract(L.LoadPartial(x + i, length - i), centre), L.Create(0f));
            s1 = L.Fma(d, L.LoadPartial(y + i, length - i), s1);
        }

        return L.Add(L.Add(s0, s1), L.Add(s2, s3));
    }

    private static double Run(Isa isa, Kind kind, float* x, float* y, nint length)
    {
        double result;
        Kernel kernel = new() { What = kind, X = x, Y = y, Length = length, Result = &result };
        WideLanes.Run(isa, ref kernel, 0, 1);
        return result;
    }

    private enum Kind
    {
        Sum,
        Dot,
        Max,
    }

    private struct Kernel : IWideKernel
    {
        internal Kind What;
        internal float* X;
        internal float* Y;
        internal nint Length;
        internal double* Result;

        public readonly void Run<L, V>(nint first, nint count)
            where L : ILanes<V>
            where V : unmanaged => *Result = What switch
            {
                Kind.Sum => Sum<L, V>(X, Length),
                Kind.Dot => Dot<L, V>(X, Y, Length),
                _ => Max<L, V>(X, Length),
            };
    }
}
