using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Gradus.Tensors.Kernels.Products;

/// <summary>One row times a matrix whose columns are contiguous, as a dense layer's weights are for a single example: as fast as they come from memory, by AVX-512.</summary>
/// <remarks>
/// Sixteen columns of B lie in the lanes. Blocks of 16 numbers of each are turned round in registers, so that a lane is the same chain in ascending order of K as in a tile, and each line of memory is
/// touched once: columns a power of two apart would push each other out of the first cache.
/// </remarks>
internal static unsafe class GemmMatrixVector
{
    private const int Lanes = 16;

    internal static bool Fits<T>(in GemmCall<T> call)
        where T : unmanaged => sizeof(T) == sizeof(float) && call.M == 1 && call.RowB == 1 && call.ColumnA == 1 && call.K >= Lanes;

    /// <summary>Leaves alpha, residual and activation undone; C holds what the sums begin with.</summary>
    internal static void Run(float* x, float* b, nint step, float* c, nint columns, nint k)
    {
        nint j = 0;
        for (; j <= columns - (2 * Lanes); j += 2 * Lanes)
        {
            Two(x, b + (j * step), step, c + j, k);
        }

        for (; j < columns; j += Lanes)
        {
            One(x, b + (j * step), step, c + j, Math.Min(Lanes, columns - j), k);
        }
    }

    // Two chains run side by side, so that each hides the other's latency. A caller that took this in would have too much in it for the compiler to take in the blocks as well.
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Two(float* x, float* b, nint step, float* c, nint k)
    {
        Vector512<float> s0 = Vector512.Load(c), s1 = Vector512.Load(c + Lanes);
        nint p = 0;
        for (; p <= k - Lanes; p += Lanes)
        {
            s0 = Block(x + p, b + p, step, s0);
            s1 = Block(x + p, b + (Lanes * step) + p, step, s1);
        }

        Tail(x + p, b + p, step, Lanes, k - p, s0).Store(c);
        Tail(x + p, b + (Lanes * step) + p, step, Lanes, k - p, s1).Store(c + Lanes);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void One(float* x, float* b, nint step, float* c, nint columns, nint k)
    {
        float* sums = stackalloc float[Lanes];
        new Span<float>(c, (int)columns).CopyTo(new Span<float>(sums, Lanes));
        Vector512<float> sum = Vector512.Load(sums);
        nint p = 0;
        for (; columns == Lanes && p <= k - Lanes; p += Lanes)
        {
            sum = Block(x + p, b + p, step, sum);
        }

        for (; p < k; p += Lanes)
        {
            sum = Tail(x + p, b + p, step, columns, Math.Min(Lanes, k - p), sum);
        }

        sum.Store(sums);
        new Span<float>(sums, (int)columns).CopyTo(new Span<float>(c, (int)columns));
    }

    /// <summary>Fewer than 16 columns, or fewer than 16 numbers of each.</summary>
    private static Vector512<float> Tail(float* x, float* b, nint step, nint columns, nint count, Vector512<float> sum)
    {
        if (count == 0)
        {
            return sum;
        }

        float* turned = stackalloc float[Lanes * Lanes];
        Transposition.Run(b, step, 1, turned, Lanes, columns, count);
        for (nint p = 0; p < count; p++)
        {
            sum = Vector512.FusedMultiplyAdd(Vector512.Create(x[p]), Vector512.Load(turned + (p * Lanes)), sum);
        }

        return sum;
    }

    // Pairs of rows, then fours; quarter q of the result number j of a four is column 4 q + j of its rows. Then quarters of all fours come together.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> Block(float* x, float* b, nint step, Vector512<float> sum)
    {
        (Vector512<float> u0, Vector512<float> u1, Vector512<float> u2, Vector512<float> u3) = Four(b, step);
        (Vector512<float> v0, Vector512<float> v1, Vector512<float> v2, Vector512<float> v3) = Four(b + (4 * step), step);
        (Vector512<float> w0, Vector512<float> w1, Vector512<float> w2, Vector512<float> w3) = Four(b + (8 * step), step);
        (Vector512<float> z0, Vector512<float> z1, Vector512<float> z2, Vector512<float> z3) = Four(b + (12 * step), step);
        (u0, v0, w0, z0) = Quarters(u0, v0, w0, z0);
        (u1, v1, w1, z1) = Quarters(u1, v1, w1, z1);
        (u2, v2, w2, z2) = Quarters(u2, v2, w2, z2);
        (u3, v3, w3, z3) = Quarters(u3, v3, w3, z3);
        sum = Add(x, u0, u1, u2, u3, sum);
        sum = Add(x + 4, v0, v1, v2, v3, sum);
        sum = Add(x + 8, w0, w1, w2, w3, sum);
        return Add(x + 12, z0, z1, z2, z3, sum);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector512<float> A, Vector512<float> B, Vector512<float> C, Vector512<float> D) Four(float* b, nint step)
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
    private static Vector512<float> Add(float* x, Vector512<float> a, Vector512<float> b, Vector512<float> c, Vector512<float> d, Vector512<float> sum)
    {
        sum = Vector512.FusedMultiplyAdd(Vector512.Create(x[0]), a, sum);
        sum = Vector512.FusedMultiplyAdd(Vector512.Create(x[1]), b, sum);
        sum = Vector512.FusedMultiplyAdd(Vector512.Create(x[2]), c, sum);
        return Vector512.FusedMultiplyAdd(Vector512.Create(x[3]), d, sum);
    }
}
