using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Gradus.Tensors.Kernels.Products;

/// <summary>One row times a matrix whose columns are contiguous, as a dense layer's weights are for a single example: as fast as they come from memory, by AVX-512 or AVX2.</summary>
/// <remarks>
/// Sixteen columns of B lie in the lanes. Blocks of 16 numbers of each are turned round in registers, so that a lane is the same chain in ascending order of K as in a tile, and each line of memory is
/// touched once: columns a power of two apart would push each other out of the first cache.
/// </remarks>
internal static unsafe class GemmMatrixVector
{
    private const int Lanes = 16;

    internal static bool Fits<T>(Isa isa, in GemmCall<T> call)
        where T : unmanaged => isa is Isa.Avx512 or Isa.Avx2 && sizeof(T) == sizeof(float) && call.M == 1 && call.RowB == 1 && call.ColumnA == 1 && call.K >= Lanes;

    /// <summary>Leaves alpha, residual and activation undone; C holds what the sums begin with.</summary>
    internal static void Run(Isa isa, float* x, float* b, nint step, float* c, nint columns, nint k)
    {
        if (isa == Isa.Avx512)
        {
            Run<TurnedBlock512, Vector512<float>>(x, b, step, c, columns, k);
        }
        else
        {
            Run<TurnedBlock256, TurnedBlock256.Halves>(x, b, step, c, columns, k);
        }
    }

    private static void Run<B, V>(float* x, float* b, nint step, float* c, nint columns, nint k)
        where B : ITurnedBlock<V>
        where V : unmanaged
    {
        nint j = 0;
        for (; j <= columns - (2 * Lanes); j += 2 * Lanes)
        {
            Two<B, V>(x, b + (j * step), step, c + j, k);
        }

        for (; j < columns; j += Lanes)
        {
            One<B, V>(x, b + (j * step), step, c + j, Math.Min(Lanes, columns - j), k);
        }
    }

    // Two chains run side by side, so that each hides the other's latency. A caller that took this in would have too much in it for the compiler to take in the blocks as well.
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Two<B, V>(float* x, float* b, nint step, float* c, nint k)
        where B : ITurnedBlock<V>
        where V : unmanaged
    {
        V s0 = B.Load(c), s1 = B.Load(c + Lanes);
        nint p = 0;
        for (; p <= k - Lanes; p += Lanes)
        {
            s0 = B.Add(x + p, b + p, step, s0);
            s1 = B.Add(x + p, b + (Lanes * step) + p, step, s1);
        }

        B.Store(Tail<B, V>(x + p, b + p, step, Lanes, k - p, s0), c);
        B.Store(Tail<B, V>(x + p, b + (Lanes * step) + p, step, Lanes, k - p, s1), c + Lanes);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void One<B, V>(float* x, float* b, nint step, float* c, nint columns, nint k)
        where B : ITurnedBlock<V>
        where V : unmanaged
    {
        float* sums = stackalloc float[Lanes];
        new Span<float>(c, (int)columns).CopyTo(new Span<float>(sums, Lanes));
        V sum = B.Load(sums);
        nint p = 0;
        for (; columns == Lanes && p <= k - Lanes; p += Lanes)
        {
            sum = B.Add(x + p, b + p, step, sum);
        }

        for (; p < k; p += Lanes)
        {
            sum = Tail<B, V>(x + p, b + p, step, columns, Math.Min(Lanes, k - p), sum);
        }

        B.Store(sum, sums);
        new Span<float>(sums, (int)columns).CopyTo(new Span<float>(c, (int)columns));
    }

    /// <summary>Fewer than 16 columns, or fewer than 16 numbers of each.</summary>
    private static V Tail<B, V>(float* x, float* b, nint step, nint columns, nint count, V sum)
        where B : ITurnedBlock<V>
        where V : unmanaged
    {
        if (count == 0)
        {
            return sum;
        }

        float* turned = stackalloc float[Lanes * Lanes];
        Transposition.Run(b, step, 1, turned, Lanes, columns, count);
        for (nint p = 0; p < count; p++)
        {
            sum = B.Add(x[p], turned + (p * Lanes), sum);
        }

        return sum;
    }
}
