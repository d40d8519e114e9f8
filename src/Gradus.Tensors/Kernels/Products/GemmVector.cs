using System.Numerics;
using System.Runtime.CompilerServices;

namespace Gradus.Tensors.Kernels.Products;

/// <summary>One row times a matrix whose rows are contiguous: as fast as the matrix comes from memory. A matrix times one column is the same with the matrix transposed.</summary>
/// <remarks>Several rows of the matrix are read side by side from end to end, while a block of the result stays in the first cache. Each element is the same chain as in a tile.</remarks>
internal static unsafe class GemmVector
{
    /// <summary>Bytes of the result that are worked on at a time.</summary>
    private const int BlockBytes = 16 * 1024;

    internal static bool Fits<T>(in GemmCall<T> call)
        where T : unmanaged => call.M == 1 && call.ColumnB == 1;

    /// <summary>Whether the result is one column whose numbers lie side by side.</summary>
    internal static bool IsColumn<T>(in GemmCall<T> call)
        where T : unmanaged => call.N == 1 && call.M > 1 && call.RowC == 1 && (call.Residual is null || call.RowResidual == 1);

    /// <summary>The same product as one row: Bᵀ · Aᵀ.</summary>
    internal static GemmCall<T> Turned<T>(in GemmCall<T> call)
        where T : unmanaged
    {
        GemmCall<T> turned = call;
        (turned.M, turned.N) = (1, call.M);
        turned.A = call.B;
        turned.B = call.A;
        (turned.RowA, turned.ColumnA, turned.RowB, turned.ColumnB) = (call.ColumnB, call.RowB, call.ColumnA, call.RowA);
        (turned.RowC, turned.RowResidual) = (call.M, call.M);
        turned.Bias = call.RowBias;
        turned.RowBias = call.Bias;
        return turned;
    }

    /// <summary>Leaves alpha, residual and activation undone.</summary>
    internal static void Run<L, V, T>(in GemmCall<T> call)
        where L : ITileLanes<T, V>
        where V : unmanaged
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        nint block = BlockBytes / sizeof(T);
        for (nint column = 0; column < call.N; column += block)
        {
            nint columns = Math.Min(block, call.N - column);
            if (!call.Accumulate)
            {
                GemmFinish.Begin(call, 0, 1, column, columns);
            }

            T* b = call.B + column, c = call.C + column, a = call.A;
            nint p = 0;
            for (; p <= call.K - 8; p += 8)
            {
                Eight<L, V, T>(a, call.ColumnA, b, call.RowB, c, columns);
                a += 8 * call.ColumnA;
                b += 8 * call.RowB;
            }

            for (; p < call.K; p++)
            {
                One<L, V, T>(*a, b, c, columns);
                a += call.ColumnA;
                b += call.RowB;
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Eight<L, V, T>(T* a, nint columnA, T* b, nint rowB, T* c, nint columns)
        where L : ITileLanes<T, V>
        where V : unmanaged
        where T : unmanaged
    {
        V x0 = L.Create(a[0]), x1 = L.Create(a[columnA]), x2 = L.Create(a[2 * columnA]), x3 = L.Create(a[3 * columnA]);
        V x4 = L.Create(a[4 * columnA]), x5 = L.Create(a[5 * columnA]), x6 = L.Create(a[6 * columnA]), x7 = L.Create(a[7 * columnA]);
        T* b1 = b + rowB, b2 = b1 + rowB, b3 = b2 + rowB, b4 = b3 + rowB, b5 = b4 + rowB, b6 = b5 + rowB, b7 = b6 + rowB;
        nint j = 0;
        for (; j <= columns - L.Count; j += L.Count)
        {
            V sum = L.Fma(x0, L.Load(b + j), L.Load(c + j));
            sum = L.Fma(x1, L.Load(b1 + j), sum);
            sum = L.Fma(x2, L.Load(b2 + j), sum);
            sum = L.Fma(x3, L.Load(b3 + j), sum);
            sum = L.Fma(x4, L.Load(b4 + j), sum);
            sum = L.Fma(x5, L.Load(b5 + j), sum);
            sum = L.Fma(x6, L.Load(b6 + j), sum);
            L.Store(L.Fma(x7, L.Load(b7 + j), sum), c + j);
        }

        if (j < columns)
        {
            V mask = L.FirstLanes(columns - j);
            V sum = L.Fma(x0, L.LoadMasked(b + j, mask), L.LoadMasked(c + j, mask));
            sum = L.Fma(x1, L.LoadMasked(b1 + j, mask), sum);
            sum = L.Fma(x2, L.LoadMasked(b2 + j, mask), sum);
            sum = L.Fma(x3, L.LoadMasked(b3 + j, mask), sum);
            sum = L.Fma(x4, L.LoadMasked(b4 + j, mask), sum);
            sum = L.Fma(x5, L.LoadMasked(b5 + j, mask), sum);
            sum = L.Fma(x6, L.LoadMasked(b6 + j, mask), sum);
            L.StoreMasked(L.Fma(x7, L.LoadMasked(b7 + j, mask), sum), c + j, mask);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void One<L, V, T>(T left, T* b, T* c, nint columns)
        where L : ITileLanes<T, V>
        where V : unmanaged
        where T : unmanaged
    {
        V x = L.Create(left);
        nint j = 0;
        for (; j <= columns - L.Count; j += L.Count)
        {
            L.Store(L.Fma(x, L.Load(b + j), L.Load(c + j)), c + j);
        }

        if (j < columns)
        {
            V mask = L.FirstLanes(columns - j);
            L.StoreMasked(L.Fma(x, L.LoadMasked(b + j, mask), L.LoadMasked(c + j, mask)), c + j, mask);
        }
    }
}
