using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Gradus.Tensors.Kernels.Products;

/// <summary>By AVX-512: the 16 columns are the lanes of one register.</summary>
internal readonly unsafe struct TurnedBlock512 : ITurnedBlock<Vector512<float>>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Load(float* sums) => Vector512.Load(sums);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector512<float> sums, float* to) => sums.Store(to);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Add(float x, float* row, Vector512<float> sums) => Vector512.FusedMultiplyAdd(Vector512.Create(x), Vector512.Load(row), sums);

    // Pairs of rows, then fours; quarter q of the result number j of a four is column 4 q + j of its rows. Then quarters of all fours come together.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Add(float* x, float* b, nint step, Vector512<float> sum)
    {
        (Vector512<float> u0, Vector512<float> u1, Vector512<float> u2, Vector512<float> u3) = Turn(b, step);
        (Vector512<float> v0, Vector512<float> v1, Vector512<float> v2, Vector512<float> v3) = Turn(b + (4 * step), step);
        (Vector512<float> w0, Vector512<float> w1, Vector512<float> w2, Vector512<float> w3) = Turn(b + (8 * step), step);
        (Vector512<float> z0, Vector512<float> z1, Vector512<float> z2, Vector512<float> z3) = Turn(b + (12 * step), step);
        (u0, v0, w0, z0) = Quarters(u0, v0, w0, z0);
        (u1, v1, w1, z1) = Quarters(u1, v1, w1, z1);
        (u2, v2, w2, z2) = Quarters(u2, v2, w2, z2);
        (u3, v3, w3, z3) = Quarters(u3, v3, w3, z3);
        sum = Four(x, u0, u1, u2, u3, sum);
        sum = Four(x + 4, v0, v1, v2, v3, sum);
        sum = Four(x + 8, w0, w1, w2, w3, sum);
        return Four(x + 12, z0, z1, z2, z3, sum);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector512<float> A, Vector512<float> B, Vector512<float> C, Vector512<float> D) Turn(float* b, nint step)
    {
        float* b2 = b + (2 * step);
        Vector512<float> r0 = Vector512.Load(b), r1 = Vector512.Load(b + step), r2 = Vector512.Load(b2), r3 = Vector512.Load(b2 + step);
        Vector512<double> p0 = Avx512F.UnpackLow(r0, r1).AsDouble(), p1 = Avx512F.UnpackHigh(r0, r1).AsDouble();
        Vector512<double> p2 = Avx512F.UnpackLow(r2, r3).AsDouble(), p3 = Avx512F.UnpackHigh(r2, r3).AsDouble();
        return (Avx512F.UnpackLow(p0, p2).AsSingle(), Avx512F.UnpackHigh(p0, p2).AsSingle(), Avx512F.UnpackLow(p1, p3).AsSingle(), Avx512F.UnpackHigh(p1, p3).AsSingle());
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector512<float> A, Vector512<float> B, Vector512<float> C, Vector512<float> D) Quarters(Vector512<float> u, Vector512<float> v, Vector512<float> w, Vector512<float> z)
    {
        const byte Even = 0x88, Odd = 0xDD; // quarters 0 and 2, or 1 and 3, of each of two
        Vector512<float> a = Avx512F.Shuffle4x128(u, v, Even), b = Avx512F.Shuffle4x128(u, v, Odd), c = Avx512F.Shuffle4x128(w, z, Even), d = Avx512F.Shuffle4x128(w, z, Odd);
        return (Avx512F.Shuffle4x128(a, c, Even), Avx512F.Shuffle4x128(b, d, Even), Avx512F.Shuffle4x128(a, c, Odd), Avx512F.Shuffle4x128(b, d, Odd));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> Four(float* x, Vector512<float> a, Vector512<float> b, Vector512<float> c, Vector512<float> d, Vector512<float> sum)
    {
        sum = Vector512.FusedMultiplyAdd(Vector512.Create(x[0]), a, sum);
        sum = Vector512.FusedMultiplyAdd(Vector512.Create(x[1]), b, sum);
        sum = Vector512.FusedMultiplyAdd(Vector512.Create(x[2]), c, sum);
        return Vector512.FusedMultiplyAdd(Vector512.Create(x[3]), d, sum);
    }
}
