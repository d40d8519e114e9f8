using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Gradus.Tensors.Kernels.Products;

/// <summary>By AVX2: two registers of 8 columns.</summary>
internal readonly unsafe struct TurnedBlock256 : ITurnedBlock<TurnedBlock256.Halves>
{
    private const int Lanes = 8;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Halves Load(float* sums) => new(Vector256.Load(sums), Vector256.Load(sums + Lanes));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Halves sums, float* to)
    {
        sums.Low.Store(to);
        sums.High.Store(to + Lanes);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Halves Add(float x, float* row, Halves sums) =>
        new(Fma.MultiplyAdd(Vector256.Create(x), Vector256.Load(row), sums.Low), Fma.MultiplyAdd(Vector256.Create(x), Vector256.Load(row + Lanes), sums.High));

    // The two halves of a line one after the other, before eight other columns take its place in the first cache.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Halves Add(float* x, float* b, nint step, Halves sums)
    {
        float* other = b + (Lanes * step);
        Vector256<float> low = Eight(x + Lanes, b + Lanes, step, Eight(x, b, step, sums.Low));
        return new(low, Eight(x + Lanes, other + Lanes, step, Eight(x, other, step, sums.High)));
    }

    // Pairs, then fours, then halves, as in a transposition of 8 by 8, whose rows are added as they come.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Eight(float* x, float* b, nint step, Vector256<float> sum)
    {
        (Vector256<float> u0, Vector256<float> u1, Vector256<float> u2, Vector256<float> u3) = Turn(b, step);
        (Vector256<float> v0, Vector256<float> v1, Vector256<float> v2, Vector256<float> v3) = Turn(b + (4 * step), step);
        sum = Fma.MultiplyAdd(Vector256.Create(x[0]), Avx.Permute2x128(u0, v0, 0x20), sum);
        sum = Fma.MultiplyAdd(Vector256.Create(x[1]), Avx.Permute2x128(u1, v1, 0x20), sum);
        sum = Fma.MultiplyAdd(Vector256.Create(x[2]), Avx.Permute2x128(u2, v2, 0x20), sum);
        sum = Fma.MultiplyAdd(Vector256.Create(x[3]), Avx.Permute2x128(u3, v3, 0x20), sum);
        sum = Fma.MultiplyAdd(Vector256.Create(x[4]), Avx.Permute2x128(u0, v0, 0x31), sum);
        sum = Fma.MultiplyAdd(Vector256.Create(x[5]), Avx.Permute2x128(u1, v1, 0x31), sum);
        sum = Fma.MultiplyAdd(Vector256.Create(x[6]), Avx.Permute2x128(u2, v2, 0x31), sum);
        return Fma.MultiplyAdd(Vector256.Create(x[7]), Avx.Permute2x128(u3, v3, 0x31), sum);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector256<float> A, Vector256<float> B, Vector256<float> C, Vector256<float> D) Turn(float* b, nint step)
    {
        float* b2 = b + (2 * step);
        Vector256<float> r0 = Vector256.Load(b), r1 = Vector256.Load(b + step), r2 = Vector256.Load(b2), r3 = Vector256.Load(b2 + step);
        Vector256<double> p0 = Avx.UnpackLow(r0, r1).AsDouble(), p1 = Avx.UnpackHigh(r0, r1).AsDouble(), p2 = Avx.UnpackLow(r2, r3).AsDouble(), p3 = Avx.UnpackHigh(r2, r3).AsDouble();
        return (Avx.UnpackLow(p0, p2).AsSingle(), Avx.UnpackHigh(p0, p2).AsSingle(), Avx.UnpackLow(p1, p3).AsSingle(), Avx.UnpackHigh(p1, p3).AsSingle());
    }

    /// <summary>The sums of columns 0 to 7 and 8 to 15.</summary>
    internal readonly record struct Halves(Vector256<float> Low, Vector256<float> High);
}
