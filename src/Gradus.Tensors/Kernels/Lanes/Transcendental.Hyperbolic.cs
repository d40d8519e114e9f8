using System.Runtime.CompilerServices;

namespace Gradus.Tensors.Kernels.Lanes;

/// <content>Hyperbolic functions and their inverses; tanh is with the exponential function.</content>
internal static partial class Transcendental
{
    // From here on √(x² ± 1) is |x| to float32.
    private const float LargeHyperbolic = 8192f;

    /// <summary>sinh x: a polynomial below 1, then (eˣ − e⁻ˣ) / 2. 2 ULP.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static V Sinh<L, V>(V x)
        where L : ILanes<V>
        where V : unmanaged
    {
        V size = L.Abs(x);
        V t = L.Multiply(size, size);
        V small = L.Fma(L.Multiply(size, t), Polynomials.SinhTail<L, V>(t), size);
        V half = HalfExp<L, V>(size);
        V large = L.Subtract(half, L.Divide(L.Create(0.25f), half));
        return CopySign<L, V>(L.Select(L.Less(size, L.Create(1f)), small, large), x);
    }

    /// <summary>cosh x = (eˣ + e⁻ˣ) / 2. 2 ULP.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static V Cosh<L, V>(V x)
        where L : ILanes<V>
        where V : unmanaged
    {
        V half = HalfExp<L, V>(L.Abs(x));
        return L.Add(half, L.Divide(L.Create(0.25f), half));
    }

    /// <summary>arsinh x = ln(1 + |x| + x² / (1 + √(x² + 1))) with the sign of x. 3 ULP.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static V Asinh<L, V>(V x)
        where L : ILanes<V>
        where V : unmanaged
    {
        V size = L.Abs(x), one = L.Create(1f);
        V square = L.Multiply(size, size);
        V argument = L.Add(size, L.Divide(square, L.Add(one, L.Sqrt(L.Add(square, one)))));
        return CopySign<L, V>(LogOfTwice<L, V>(size, argument), x);
    }

    /// <summary>arcosh x = ln(1 + t + √(t² + 2 t)) with t = x − 1; NaN below 1. 3 ULP.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static V Acosh<L, V>(V x)
        where L : ILanes<V>
        where V : unmanaged
    {
        V one = L.Create(1f);
        V t = L.Subtract(x, one);
        V y = LogOfTwice<L, V>(x, L.Add(t, L.Sqrt(L.Multiply(t, L.Add(t, L.Create(2f))))));
        return L.Select(L.LessOrEqual(one, x), y, L.Create(float.NaN));
    }

    /// <summary>artanh x = ½ ln(1 + 2|x| / (1 − |x|)) with the sign of x; NaN outside −1 to 1. 3 ULP.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static V Atanh<L, V>(V x)
        where L : ILanes<V>
        where V : unmanaged
    {
        V size = L.Abs(x);
        V y = L.Multiply(L.Create(0.5f), Log1P<L, V>(L.Divide(L.Add(size, size), L.Subtract(L.Create(1f), size))));
        return CopySign<L, V>(y, x);
    }

    // Half of eˣ does not overflow before sinh and cosh do.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V HalfExp<L, V>(V size)
        where L : ILanes<V>
        where V : unmanaged
    {
        V less = ExpLessOne<L, V>(L.Min(L.Create(90f), size), out V n);
        return L.Scale(L.Add(less, L.Create(1f)), L.Subtract(n, L.Create(1f)));
    }

    // ln(1 + argument), or ln(2 size) where size is so large that its square might overflow.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V LogOfTwice<L, V>(V size, V argument)
        where L : ILanes<V>
        where V : unmanaged
    {
        V large = L.Less(L.Create(LargeHyperbolic), size);
        V y = Log1P<L, V>(L.Select(large, L.Subtract(size, L.Create(1f)), argument));
        return L.Add(y, L.Select(large, L.Create(Ln2), L.Create(0f)));
    }
}
