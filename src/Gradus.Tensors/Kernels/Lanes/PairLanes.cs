using System.Runtime.CompilerServices;

namespace Gradus.Tensors.Kernels.Lanes;

/// <summary>Lanes of twice the width, two vectors side by side: with them every instruction set has the same 16 lanes, and a sum across lanes the same bits.</summary>
/// <typeparam name="L">The lanes of a half.</typeparam>
/// <typeparam name="V">The vector of a half.</typeparam>
internal readonly unsafe struct PairLanes<L, V> : ILanes<Pair<V>>
    where L : ILanes<V>
    where V : unmanaged
{
    public static int Count => 2 * L.Count;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pair<V> Load(float* from) => new(L.Load(from), L.Load(from + L.Count));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Pair<V> value, float* to)
    {
        L.Store(value.Low, to);
        L.Store(value.High, to + L.Count);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pair<V> LoadPartial(float* from, nint count)
    {
        if (count < L.Count)
        {
            return new(L.LoadPartial(from, count), L.Create(0f));
        }

        // With one lane a half is whole or empty.
        nint rest = count - L.Count;
        return new(L.Load(from), rest == 0 ? L.Create(0f) : L.LoadPartial(from + L.Count, rest));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StorePartial(Pair<V> value, float* to, nint count)
    {
        if (count < L.Count)
        {
            L.StorePartial(value.Low, to, count);
            return;
        }

        L.Store(value.Low, to);
        if (count > L.Count)
        {
            L.StorePartial(value.High, to + L.Count, count - L.Count);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pair<V> Create(float value) => new(L.Create(value), L.Create(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pair<V> Fma(Pair<V> a, Pair<V> b, Pair<V> c) => new(L.Fma(a.Low, b.Low, c.Low), L.Fma(a.High, b.High, c.High));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pair<V> Select(Pair<V> mask, Pair<V> whereTrue, Pair<V> whereFalse) =>
        new(L.Select(mask.Low, whereTrue.Low, whereFalse.Low), L.Select(mask.High, whereTrue.High, whereFalse.High));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pair<V> Add(Pair<V> a, Pair<V> b) => new(L.Add(a.Low, b.Low), L.Add(a.High, b.High));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pair<V> Subtract(Pair<V> a, Pair<V> b) => new(L.Subtract(a.Low, b.Low), L.Subtract(a.High, b.High));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pair<V> Multiply(Pair<V> a, Pair<V> b) => new(L.Multiply(a.Low, b.Low), L.Multiply(a.High, b.High));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pair<V> Divide(Pair<V> a, Pair<V> b) => new(L.Divide(a.Low, b.Low), L.Divide(a.High, b.High));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pair<V> Min(Pair<V> a, Pair<V> b) => new(L.Min(a.Low, b.Low), L.Min(a.High, b.High));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pair<V> Max(Pair<V> a, Pair<V> b) => new(L.Max(a.Low, b.Low), L.Max(a.High, b.High));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pair<V> Less(Pair<V> a, Pair<V> b) => new(L.Less(a.Low, b.Low), L.Less(a.High, b.High));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pair<V> LessOrEqual(Pair<V> a, Pair<V> b) => new(L.LessOrEqual(a.Low, b.Low), L.LessOrEqual(a.High, b.High));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pair<V> Equal(Pair<V> a, Pair<V> b) => new(L.Equal(a.Low, b.Low), L.Equal(a.High, b.High));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pair<V> Sqrt(Pair<V> a) => new(L.Sqrt(a.Low), L.Sqrt(a.High));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pair<V> Abs(Pair<V> a) => new(L.Abs(a.Low), L.Abs(a.High));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pair<V> Round(Pair<V> a) => new(L.Round(a.Low), L.Round(a.High));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pair<V> PowerOfTwo(Pair<V> a) => new(L.PowerOfTwo(a.Low), L.PowerOfTwo(a.High));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pair<V> Scale(Pair<V> a, Pair<V> b) => new(L.Scale(a.Low, b.Low), L.Scale(a.High, b.High));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pair<V> And(Pair<V> a, Pair<V> b) => new(L.And(a.Low, b.Low), L.And(a.High, b.High));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pair<V> Or(Pair<V> a, Pair<V> b) => new(L.Or(a.Low, b.Low), L.Or(a.High, b.High));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pair<V> Xor(Pair<V> a, Pair<V> b) => new(L.Xor(a.Low, b.Low), L.Xor(a.High, b.High));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pair<V> Floor(Pair<V> a) => new(L.Floor(a.Low), L.Floor(a.High));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pair<V> Ceiling(Pair<V> a) => new(L.Ceiling(a.Low), L.Ceiling(a.High));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pair<V> Truncate(Pair<V> a) => new(L.Truncate(a.Low), L.Truncate(a.High));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pair<V> LowestBitAsSign(Pair<V> a) => new(L.LowestBitAsSign(a.Low), L.LowestBitAsSign(a.High));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pair<V> Split(Pair<V> a, out Pair<V> exponent)
    {
        Pair<V> mantissa = new(L.Split(a.Low, out V low), L.Split(a.High, out V high));
        exponent = new(low, high);
        return mantissa;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Any(Pair<V> mask) => L.Any(mask.Low) || L.Any(mask.High);
}
