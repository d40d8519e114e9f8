// Written by GemmTiles.template.py; change that and run it.
using System.Runtime.CompilerServices;
using Gradus.Tensors.Kernels.Lanes;

namespace Gradus.Tensors.Kernels.Products;

/// <summary>
/// Tiles of the matrix product: R rows by C vectors of lanes of the result stay in registers while K runs. Each lane is one element, summed in ascending order of K by fused multiply-adds,
/// so that every tile, width and blocking gives the same bits.
/// </summary>
internal static unsafe class GemmTiles
{
    /// <summary>Runs the tile of a size.</summary>
    internal static void Run<L, V>(int rows, int vectors, float* a, nint rowA, nint columnA, float* b, nint rowB, nint k, float* start, nint rowStart, float* c, nint rowC, bool relu)
        where L : ILanes<V>
        where V : unmanaged
    {
        switch ((rows * 4) + vectors)
        {
            case 5:
                Tile1x1<L, V>(a, rowA, columnA, b, rowB, k, start, rowStart, c, rowC, relu);
                break;
            case 6:
                Tile1x2<L, V>(a, rowA, columnA, b, rowB, k, start, rowStart, c, rowC, relu);
                break;
            case 7:
                Tile1x3<L, V>(a, rowA, columnA, b, rowB, k, start, rowStart, c, rowC, relu);
                break;
            case 9:
                Tile2x1<L, V>(a, rowA, columnA, b, rowB, k, start, rowStart, c, rowC, relu);
                break;
            case 10:
                Tile2x2<L, V>(a, rowA, columnA, b, rowB, k, start, rowStart, c, rowC, relu);
                break;
            case 11:
                Tile2x3<L, V>(a, rowA, columnA, b, rowB, k, start, rowStart, c, rowC, relu);
                break;
            case 13:
                Tile3x1<L, V>(a, rowA, columnA, b, rowB, k, start, rowStart, c, rowC, relu);
                break;
            case 14:
                Tile3x2<L, V>(a, rowA, columnA, b, rowB, k, start, rowStart, c, rowC, relu);
                break;
            case 15:
                Tile3x3<L, V>(a, rowA, columnA, b, rowB, k, start, rowStart, c, rowC, relu);
                break;
            case 17:
                Tile4x1<L, V>(a, rowA, columnA, b, rowB, k, start, rowStart, c, rowC, relu);
                break;
            case 18:
                Tile4x2<L, V>(a, rowA, columnA, b, rowB, k, start, rowStart, c, rowC, relu);
                break;
            case 19:
                Tile4x3<L, V>(a, rowA, columnA, b, rowB, k, start, rowStart, c, rowC, relu);
                break;
            case 21:
                Tile5x1<L, V>(a, rowA, columnA, b, rowB, k, start, rowStart, c, rowC, relu);
                break;
            case 22:
                Tile5x2<L, V>(a, rowA, columnA, b, rowB, k, start, rowStart, c, rowC, relu);
                break;
            case 23:
                Tile5x3<L, V>(a, rowA, columnA, b, rowB, k, start, rowStart, c, rowC, relu);
                break;
            case 25:
                Tile6x1<L, V>(a, rowA, columnA, b, rowB, k, start, rowStart, c, rowC, relu);
                break;
            case 26:
                Tile6x2<L, V>(a, rowA, columnA, b, rowB, k, start, rowStart, c, rowC, relu);
                break;
            case 27:
                Tile6x3<L, V>(a, rowA, columnA, b, rowB, k, start, rowStart, c, rowC, relu);
                break;
            case 29:
                Tile7x1<L, V>(a, rowA, columnA, b, rowB, k, start, rowStart, c, rowC, relu);
                break;
            case 30:
                Tile7x2<L, V>(a, rowA, columnA, b, rowB, k, start, rowStart, c, rowC, relu);
                break;
            case 31:
                Tile7x3<L, V>(a, rowA, columnA, b, rowB, k, start, rowStart, c, rowC, relu);
                break;
            case 33:
                Tile8x1<L, V>(a, rowA, columnA, b, rowB, k, start, rowStart, c, rowC, relu);
                break;
            case 34:
                Tile8x2<L, V>(a, rowA, columnA, b, rowB, k, start, rowStart, c, rowC, relu);
                break;
            case 35:
                Tile8x3<L, V>(a, rowA, columnA, b, rowB, k, start, rowStart, c, rowC, relu);
                break;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile1x1<L, V>(float* a, nint rowA, nint columnA, float* b, nint rowB, nint k, float* start, nint rowStart, float* c, nint rowC, bool relu)
        where L : ILanes<V>
        where V : unmanaged
    {
        V s00 = L.Load(start + (0 * rowStart) + (0 * L.Count));
        for (nint p = 0, q = 0; p < k; p++, q += columnA)
        {
            V b0 = L.Load(b + (0 * L.Count));
            V x0 = L.Create(a[q]);
            s00 = L.Fma(x0, b0, s00);
            b += rowB;
        }

        if (relu)
        {
            V zero = L.Create(0f);
            s00 = L.Select(L.Less(s00, zero), zero, s00);
        }

        L.Store(s00, c + (0 * rowC) + (0 * L.Count));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile1x2<L, V>(float* a, nint rowA, nint columnA, float* b, nint rowB, nint k, float* start, nint rowStart, float* c, nint rowC, bool relu)
        where L : ILanes<V>
        where V : unmanaged
    {
        V s00 = L.Load(start + (0 * rowStart) + (0 * L.Count));
        V s01 = L.Load(start + (0 * rowStart) + (1 * L.Count));
        for (nint p = 0, q = 0; p < k; p++, q += columnA)
        {
            V b0 = L.Load(b + (0 * L.Count));
            V b1 = L.Load(b + (1 * L.Count));
            V x0 = L.Create(a[q]);
            s00 = L.Fma(x0, b0, s00);
            s01 = L.Fma(x0, b1, s01);
            b += rowB;
        }

        if (relu)
        {
            V zero = L.Create(0f);
            s00 = L.Select(L.Less(s00, zero), zero, s00);
            s01 = L.Select(L.Less(s01, zero), zero, s01);
        }

        L.Store(s00, c + (0 * rowC) + (0 * L.Count));
        L.Store(s01, c + (0 * rowC) + (1 * L.Count));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile1x3<L, V>(float* a, nint rowA, nint columnA, float* b, nint rowB, nint k, float* start, nint rowStart, float* c, nint rowC, bool relu)
        where L : ILanes<V>
        where V : unmanaged
    {
        V s00 = L.Load(start + (0 * rowStart) + (0 * L.Count));
        V s01 = L.Load(start + (0 * rowStart) + (1 * L.Count));
        V s02 = L.Load(start + (0 * rowStart) + (2 * L.Count));
        for (nint p = 0, q = 0; p < k; p++, q += columnA)
        {
            V b0 = L.Load(b + (0 * L.Count));
            V b1 = L.Load(b + (1 * L.Count));
            V b2 = L.Load(b + (2 * L.Count));
            V x0 = L.Create(a[q]);
            s00 = L.Fma(x0, b0, s00);
            s01 = L.Fma(x0, b1, s01);
            s02 = L.Fma(x0, b2, s02);
            b += rowB;
        }

        if (relu)
        {
            V zero = L.Create(0f);
            s00 = L.Select(L.Less(s00, zero), zero, s00);
            s01 = L.Select(L.Less(s01, zero), zero, s01);
            s02 = L.Select(L.Less(s02, zero), zero, s02);
        }

        L.Store(s00, c + (0 * rowC) + (0 * L.Count));
        L.Store(s01, c + (0 * rowC) + (1 * L.Count));
        L.Store(s02, c + (0 * rowC) + (2 * L.Count));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile2x1<L, V>(float* a, nint rowA, nint columnA, float* b, nint rowB, nint k, float* start, nint rowStart, float* c, nint rowC, bool relu)
        where L : ILanes<V>
        where V : unmanaged
    {
        V s00 = L.Load(start + (0 * rowStart) + (0 * L.Count));
        V s10 = L.Load(start + (1 * rowStart) + (0 * L.Count));
        float* a1 = a + (1 * rowA);
        for (nint p = 0, q = 0; p < k; p++, q += columnA)
        {
            V b0 = L.Load(b + (0 * L.Count));
            V x0 = L.Create(a[q]);
            s00 = L.Fma(x0, b0, s00);
            V x1 = L.Create(a1[q]);
            s10 = L.Fma(x1, b0, s10);
            b += rowB;
        }

        if (relu)
        {
            V zero = L.Create(0f);
            s00 = L.Select(L.Less(s00, zero), zero, s00);
            s10 = L.Select(L.Less(s10, zero), zero, s10);
        }

        L.Store(s00, c + (0 * rowC) + (0 * L.Count));
        L.Store(s10, c + (1 * rowC) + (0 * L.Count));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile2x2<L, V>(float* a, nint rowA, nint columnA, float* b, nint rowB, nint k, float* start, nint rowStart, float* c, nint rowC, bool relu)
        where L : ILanes<V>
        where V : unmanaged
    {
        V s00 = L.Load(start + (0 * rowStart) + (0 * L.Count));
        V s01 = L.Load(start + (0 * rowStart) + (1 * L.Count));
        V s10 = L.Load(start + (1 * rowStart) + (0 * L.Count));
        V s11 = L.Load(start + (1 * rowStart) + (1 * L.Count));
        float* a1 = a + (1 * rowA);
        for (nint p = 0, q = 0; p < k; p++, q += columnA)
        {
            V b0 = L.Load(b + (0 * L.Count));
            V b1 = L.Load(b + (1 * L.Count));
            V x0 = L.Create(a[q]);
            s00 = L.Fma(x0, b0, s00);
            s01 = L.Fma(x0, b1, s01);
            V x1 = L.Create(a1[q]);
            s10 = L.Fma(x1, b0, s10);
            s11 = L.Fma(x1, b1, s11);
            b += rowB;
        }

        if (relu)
        {
            V zero = L.Create(0f);
            s00 = L.Select(L.Less(s00, zero), zero, s00);
            s01 = L.Select(L.Less(s01, zero), zero, s01);
            s10 = L.Select(L.Less(s10, zero), zero, s10);
            s11 = L.Select(L.Less(s11, zero), zero, s11);
        }

        L.Store(s00, c + (0 * rowC) + (0 * L.Count));
        L.Store(s01, c + (0 * rowC) + (1 * L.Count));
        L.Store(s10, c + (1 * rowC) + (0 * L.Count));
        L.Store(s11, c + (1 * rowC) + (1 * L.Count));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile2x3<L, V>(float* a, nint rowA, nint columnA, float* b, nint rowB, nint k, float* start, nint rowStart, float* c, nint rowC, bool relu)
        where L : ILanes<V>
        where V : unmanaged
    {
        V s00 = L.Load(start + (0 * rowStart) + (0 * L.Count));
        V s01 = L.Load(start + (0 * rowStart) + (1 * L.Count));
        V s02 = L.Load(start + (0 * rowStart) + (2 * L.Count));
        V s10 = L.Load(start + (1 * rowStart) + (0 * L.Count));
        V s11 = L.Load(start + (1 * rowStart) + (1 * L.Count));
        V s12 = L.Load(start + (1 * rowStart) + (2 * L.Count));
        float* a1 = a + (1 * rowA);
        for (nint p = 0, q = 0; p < k; p++, q += columnA)
        {
            V b0 = L.Load(b + (0 * L.Count));
            V b1 = L.Load(b + (1 * L.Count));
            V b2 = L.Load(b + (2 * L.Count));
            V x0 = L.Create(a[q]);
            s00 = L.Fma(x0, b0, s00);
            s01 = L.Fma(x0, b1, s01);
            s02 = L.Fma(x0, b2, s02);
            V x1 = L.Create(a1[q]);
            s10 = L.Fma(x1, b0, s10);
            s11 = L.Fma(x1, b1, s11);
            s12 = L.Fma(x1, b2, s12);
            b += rowB;
        }

        if (relu)
        {
            V zero = L.Create(0f);
            s00 = L.Select(L.Less(s00, zero), zero, s00);
            s01 = L.Select(L.Less(s01, zero), zero, s01);
            s02 = L.Select(L.Less(s02, zero), zero, s02);
            s10 = L.Select(L.Less(s10, zero), zero, s10);
            s11 = L.Select(L.Less(s11, zero), zero, s11);
            s12 = L.Select(L.Less(s12, zero), zero, s12);
        }

        L.Store(s00, c + (0 * rowC) + (0 * L.Count));
        L.Store(s01, c + (0 * rowC) + (1 * L.Count));
        L.Store(s02, c + (0 * rowC) + (2 * L.Count));
        L.Store(s10, c + (1 * rowC) + (0 * L.Count));
        L.Store(s11, c + (1 * rowC) + (1 * L.Count));
        L.Store(s12, c + (1 * rowC) + (2 * L.Count));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile3x1<L, V>(float* a, nint rowA, nint columnA, float* b, nint rowB, nint k, float* start, nint rowStart, float* c, nint rowC, bool relu)
        where L : ILanes<V>
        where V : unmanaged
    {
        V s00 = L.Load(start + (0 * rowStart) + (0 * L.Count));
        V s10 = L.Load(start + (1 * rowStart) + (0 * L.Count));
        V s20 = L.Load(start + (2 * rowStart) + (0 * L.Count));
        float* a1 = a + (1 * rowA);
        float* a2 = a + (2 * rowA);
        for (nint p = 0, q = 0; p < k; p++, q += columnA)
        {
            V b0 = L.Load(b + (0 * L.Count));
            V x0 = L.Create(a[q]);
            s00 = L.Fma(x0, b0, s00);
            V x1 = L.Create(a1[q]);
            s10 = L.Fma(x1, b0, s10);
            V x2 = L.Create(a2[q]);
            s20 = L.Fma(x2, b0, s20);
            b += rowB;
        }

        if (relu)
        {
            V zero = L.Create(0f);
            s00 = L.Select(L.Less(s00, zero), zero, s00);
            s10 = L.Select(L.Less(s10, zero), zero, s10);
            s20 = L.Select(L.Less(s20, zero), zero, s20);
        }

        L.Store(s00, c + (0 * rowC) + (0 * L.Count));
        L.Store(s10, c + (1 * rowC) + (0 * L.Count));
        L.Store(s20, c + (2 * rowC) + (0 * L.Count));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile3x2<L, V>(float* a, nint rowA, nint columnA, float* b, nint rowB, nint k, float* start, nint rowStart, float* c, nint rowC, bool relu)
        where L : ILanes<V>
        where V : unmanaged
    {
        V s00 = L.Load(start + (0 * rowStart) + (0 * L.Count));
        V s01 = L.Load(start + (0 * rowStart) + (1 * L.Count));
        V s10 = L.Load(start + (1 * rowStart) + (0 * L.Count));
        V s11 = L.Load(start + (1 * rowStart) + (1 * L.Count));
        V s20 = L.Load(start + (2 * rowStart) + (0 * L.Count));
        V s21 = L.Load(start + (2 * rowStart) + (1 * L.Count));
        float* a1 = a + (1 * rowA);
        float* a2 = a + (2 * rowA);
        for (nint p = 0, q = 0; p < k; p++, q += columnA)
        {
            V b0 = L.Load(b + (0 * L.Count));
            V b1 = L.Load(b + (1 * L.Count));
            V x0 = L.Create(a[q]);
            s00 = L.Fma(x0, b0, s00);
            s01 = L.Fma(x0, b1, s01);
            V x1 = L.Create(a1[q]);
            s10 = L.Fma(x1, b0, s10);
            s11 = L.Fma(x1, b1, s11);
            V x2 = L.Create(a2[q]);
            s20 = L.Fma(x2, b0, s20);
            s21 = L.Fma(x2, b1, s21);
            b += rowB;
        }

        if (relu)
        {
            V zero = L.Create(0f);
            s00 = L.Select(L.Less(s00, zero), zero, s00);
            s01 = L.Select(L.Less(s01, zero), zero, s01);
            s10 = L.Select(L.Less(s10, zero), zero, s10);
            s11 = L.Select(L.Less(s11, zero), zero, s11);
            s20 = L.Select(L.Less(s20, zero), zero, s20);
            s21 = L.Select(L.Less(s21, zero), zero, s21);
        }

        L.Store(s00, c + (0 * rowC) + (0 * L.Count));
        L.Store(s01, c + (0 * rowC) + (1 * L.Count));
        L.Store(s10, c + (1 * rowC) + (0 * L.Count));
        L.Store(s11, c + (1 * rowC) + (1 * L.Count));
        L.Store(s20, c + (2 * rowC) + (0 * L.Count));
        L.Store(s21, c + (2 * rowC) + (1 * L.Count));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile3x3<L, V>(float* a, nint rowA, nint columnA, float* b, nint rowB, nint k, float* start, nint rowStart, float* c, nint rowC, bool relu)
        where L : ILanes<V>
        where V : unmanaged
    {
        V s00 = L.Load(start + (0 * rowStart) + (0 * L.Count));
        V s01 = L.Load(start + (0 * rowStart) + (1 * L.Count));
        V s02 = L.Load(start + (0 * rowStart) + (2 * L.Count));
        V s10 = L.Load(start + (1 * rowStart) + (0 * L.Count));
        V s11 = L.Load(start + (1 * rowStart) + (1 * L.Count));
        V s12 = L.Load(start + (1 * rowStart) + (2 * L.Count));
        V s20 = L.Load(start + (2 * rowStart) + (0 * L.Count));
        V s21 = L.Load(start + (2 * rowStart) + (1 * L.Count));
        V s22 = L.Load(start + (2 * rowStart) + (2 * L.Count));
        float* a1 = a + (1 * rowA);
        float* a2 = a + (2 * rowA);
        for (nint p = 0, q = 0; p < k; p++, q += columnA)
        {
            V b0 = L.Load(b + (0 * L.Count));
            V b1 = L.Load(b + (1 * L.Count));
            V b2 = L.Load(b + (2 * L.Count));
            V x0 = L.Create(a[q]);
            s00 = L.Fma(x0, b0, s00);
            s01 = L.Fma(x0, b1, s01);
            s02 = L.Fma(x0, b2, s02);
            V x1 = L.Create(a1[q]);
            s10 = L.Fma(x1, b0, s10);
            s11 = L.Fma(x1, b1, s11);
            s12 = L.Fma(x1, b2, s12);
            V x2 = L.Create(a2[q]);
            s20 = L.Fma(x2, b0, s20);
            s21 = L.Fma(x2, b1, s21);
            s22 = L.Fma(x2, b2, s22);
            b += rowB;
        }

        if (relu)
        {
            V zero = L.Create(0f);
            s00 = L.Select(L.Less(s00, zero), zero, s00);
            s01 = L.Select(L.Less(s01, zero), zero, s01);
            s02 = L.Select(L.Less(s02, zero), zero, s02);
            s10 = L.Select(L.Less(s10, zero), zero, s10);
            s11 = L.Select(L.Less(s11, zero), zero, s11);
            s12 = L.Select(L.Less(s12, zero), zero, s12);
            s20 = L.Select(L.Less(s20, zero), zero, s20);
            s21 = L.Select(L.Less(s21, zero), zero, s21);
            s22 = L.Select(L.Less(s22, zero), zero, s22);
        }

        L.Store(s00, c + (0 * rowC) + (0 * L.Count));
        L.Store(s01, c + (0 * rowC) + (1 * L.Count));
        L.Store(s02, c + (0 * rowC) + (2 * L.Count));
        L.Store(s10, c + (1 * rowC) + (0 * L.Count));
        L.Store(s11, c + (1 * rowC) + (1 * L.Count));
        L.Store(s12, c + (1 * rowC) + (2 * L.Count));
        L.Store(s20, c + (2 * rowC) + (0 * L.Count));
        L.Store(s21, c + (2 * rowC) + (1 * L.Count));
        L.Store(s22, c + (2 * rowC) + (2 * L.Count));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile4x1<L, V>(float* a, nint rowA, nint columnA, float* b, nint rowB, nint k, float* start, nint rowStart, float* c, nint rowC, bool relu)
        where L : ILanes<V>
        where V : unmanaged
    {
        V s00 = L.Load(start + (0 * rowStart) + (0 * L.Count));
        V s10 = L.Load(start + (1 * rowStart) + (0 * L.Count));
        V s20 = L.Load(start + (2 * rowStart) + (0 * L.Count));
        V s30 = L.Load(start + (3 * rowStart) + (0 * L.Count));
        float* a1 = a + (1 * rowA);
        float* a2 = a + (2 * rowA);
        float* a3 = a + (3 * rowA);
        for (nint p = 0, q = 0; p < k; p++, q += columnA)
        {
            V b0 = L.Load(b + (0 * L.Count));
            V x0 = L.Create(a[q]);
            s00 = L.Fma(x0, b0, s00);
            V x1 = L.Create(a1[q]);
            s10 = L.Fma(x1, b0, s10);
            V x2 = L.Create(a2[q]);
            s20 = L.Fma(x2, b0, s20);
            V x3 = L.Create(a3[q]);
            s30 = L.Fma(x3, b0, s30);
            b += rowB;
        }

        if (relu)
        {
            V zero = L.Create(0f);
            s00 = L.Select(L.Less(s00, zero), zero, s00);
            s10 = L.Select(L.Less(s10, zero), zero, s10);
            s20 = L.Select(L.Less(s20, zero), zero, s20);
            s30 = L.Select(L.Less(s30, zero), zero, s30);
        }

        L.Store(s00, c + (0 * rowC) + (0 * L.Count));
        L.Store(s10, c + (1 * rowC) + (0 * L.Count));
        L.Store(s20, c + (2 * rowC) + (0 * L.Count));
        L.Store(s30, c + (3 * rowC) + (0 * L.Count));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile4x2<L, V>(float* a, nint rowA, nint columnA, float* b, nint rowB, nint k, float* start, nint rowStart, float* c, nint rowC, bool relu)
        where L : ILanes<V>
        where V : unmanaged
    {
        V s00 = L.Load(start + (0 * rowStart) + (0 * L.Count));
        V s01 = L.Load(start + (0 * rowStart) + (1 * L.Count));
        V s10 = L.Load(start + (1 * rowStart) + (0 * L.Count));
        V s11 = L.Load(start + (1 * rowStart) + (1 * L.Count));
        V s20 = L.Load(start + (2 * rowStart) + (0 * L.Count));
        V s21 = L.Load(start + (2 * rowStart) + (1 * L.Count));
        V s30 = L.Load(start + (3 * rowStart) + (0 * L.Count));
        V s31 = L.Load(start + (3 * rowStart) + (1 * L.Count));
        float* a1 = a + (1 * rowA);
        float* a2 = a + (2 * rowA);
        float* a3 = a + (3 * rowA);
        for (nint p = 0, q = 0; p < k; p++, q += columnA)
        {
            V b0 = L.Load(b + (0 * L.Count));
            V b1 = L.Load(b + (1 * L.Count));
            V x0 = L.Create(a[q]);
            s00 = L.Fma(x0, b0, s00);
            s01 = L.Fma(x0, b1, s01);
            V x1 = L.Create(a1[q]);
            s10 = L.Fma(x1, b0, s10);
            s11 = L.Fma(x1, b1, s11);
            V x2 = L.Create(a2[q]);
            s20 = L.Fma(x2, b0, s20);
            s21 = L.Fma(x2, b1, s21);
            V x3 = L.Create(a3[q]);
            s30 = L.Fma(x3, b0, s30);
            s31 = L.Fma(x3, b1, s31);
            b += rowB;
        }

        if (relu)
        {
            V zero = L.Create(0f);
            s00 = L.Select(L.Less(s00, zero), zero, s00);
            s01 = L.Select(L.Less(s01, zero), zero, s01);
            s10 = L.Select(L.Less(s10, zero), zero, s10);
            s11 = L.Select(L.Less(s11, zero), zero, s11);
            s20 = L.Select(L.Less(s20, zero), zero, s20);
            s21 = L.Select(L.Less(s21, zero), zero, s21);
            s30 = L.Select(L.Less(s30, zero), zero, s30);
            s31 = L.Select(L.Less(s31, zero), zero, s31);
        }

        L.Store(s00, c + (0 * rowC) + (0 * L.Count));
        L.Store(s01, c + (0 * rowC) + (1 * L.Count));
        L.Store(s10, c + (1 * rowC) + (0 * L.Count));
        L.Store(s11, c + (1 * rowC) + (1 * L.Count));
        L.Store(s20, c + (2 * rowC) + (0 * L.Count));
        L.Store(s21, c + (2 * rowC) + (1 * L.Count));
        L.Store(s30, c + (3 * rowC) + (0 * L.Count));
        L.Store(s31, c + (3 * rowC) + (1 * L.Count));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile4x3<L, V>(float* a, nint rowA, nint columnA, float* b, nint rowB, nint k, float* start, nint rowStart, float* c, nint rowC, bool relu)
        where L : ILanes<V>
        where V : unmanaged
    {
        V s00 = L.Load(start + (0 * rowStart) + (0 * L.Count));
        V s01 = L.Load(start + (0 * rowStart) + (1 * L.Count));
        V s02 = L.Load(start + (0 * rowStart) + (2 * L.Count));
        V s10 = L.Load(start + (1 * rowStart) + (0 * L.Count));
        V s11 = L.Load(start + (1 * rowStart) + (1 * L.Count));
        V s12 = L.Load(start + (1 * rowStart) + (2 * L.Count));
        V s20 = L.Load(start + (2 * rowStart) + (0 * L.Count));
        V s21 = L.Load(start + (2 * rowStart) + (1 * L.Count));
        V s22 = L.Load(start + (2 * rowStart) + (2 * L.Count));
        V s30 = L.Load(start + (3 * rowStart) + (0 * L.Count));
        V s31 = L.Load(start + (3 * rowStart) + (1 * L.Count));
        V s32 = L.Load(start + (3 * rowStart) + (2 * L.Count));
        float* a1 = a + (1 * rowA);
        float* a2 = a + (2 * rowA);
        float* a3 = a + (3 * rowA);
        for (nint p = 0, q = 0; p < k; p++, q += columnA)
        {
            V b0 = L.Load(b + (0 * L.Count));
            V b1 = L.Load(b + (1 * L.Count));
            V b2 = L.Load(b + (2 * L.Count));
            V x0 = L.Create(a[q]);
            s00 = L.Fma(x0, b0, s00);
            s01 = L.Fma(x0, b1, s01);
            s02 = L.Fma(x0, b2, s02);
            V x1 = L.Create(a1[q]);
            s10 = L.Fma(x1, b0, s10);
            s11 = L.Fma(x1, b1, s11);
            s12 = L.Fma(x1, b2, s12);
            V x2 = L.Create(a2[q]);
            s20 = L.Fma(x2, b0, s20);
            s21 = L.Fma(x2, b1, s21);
            s22 = L.Fma(x2, b2, s22);
            V x3 = L.Create(a3[q]);
            s30 = L.Fma(x3, b0, s30);
            s31 = L.Fma(x3, b1, s31);
            s32 = L.Fma(x3, b2, s32);
            b += rowB;
        }

        if (relu)
        {
            V zero = L.Create(0f);
            s00 = L.Select(L.Less(s00, zero), zero, s00);
            s01 = L.Select(L.Less(s01, zero), zero, s01);
            s02 = L.Select(L.Less(s02, zero), zero, s02);
            s10 = L.Select(L.Less(s10, zero), zero, s10);
            s11 = L.Select(L.Less(s11, zero), zero, s11);
            s12 = L.Select(L.Less(s12, zero), zero, s12);
            s20 = L.Select(L.Less(s20, zero), zero, s20);
            s21 = L.Select(L.Less(s21, zero), zero, s21);
            s22 = L.Select(L.Less(s22, zero), zero, s22);
            s30 = L.Select(L.Less(s30, zero), zero, s30);
            s31 = L.Select(L.Less(s31, zero), zero, s31);
            s32 = L.Select(L.Less(s32, zero), zero, s32);
        }

        L.Store(s00, c + (0 * rowC) + (0 * L.Count));
        L.Store(s01, c + (0 * rowC) + (1 * L.Count));
        L.Store(s02, c + (0 * rowC) + (2 * L.Count));
        L.Store(s10, c + (1 * rowC) + (0 * L.Count));
        L.Store(s11, c + (1 * rowC) + (1 * L.Count));
        L.Store(s12, c + (1 * rowC) + (2 * L.Count));
        L.Store(s20, c + (2 * rowC) + (0 * L.Count));
        L.Store(s21, c + (2 * rowC) + (1 * L.Count));
        L.Store(s22, c + (2 * rowC) + (2 * L.Count));
        L.Store(s30, c + (3 * rowC) + (0 * L.Count));
        L.Store(s31, c + (3 * rowC) + (1 * L.Count));
        L.Store(s32, c + (3 * rowC) + (2 * L.Count));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile5x1<L, V>(float* a, nint rowA, nint columnA, float* b, nint rowB, nint k, float* start, nint rowStart, float* c, nint rowC, bool relu)
        where L : ILanes<V>
        where V : unmanaged
    {
        V s00 = L.Load(start + (0 * rowStart) + (0 * L.Count));
        V s10 = L.Load(start + (1 * rowStart) + (0 * L.Count));
        V s20 = L.Load(start + (2 * rowStart) + (0 * L.Count));
        V s30 = L.Load(start + (3 * rowStart) + (0 * L.Count));
        V s40 = L.Load(start + (4 * rowStart) + (0 * L.Count));
        float* a1 = a + (1 * rowA);
        float* a2 = a + (2 * rowA);
        float* a3 = a + (3 * rowA);
        float* a4 = a + (4 * rowA);
        for (nint p = 0, q = 0; p < k; p++, q += columnA)
        {
            V b0 = L.Load(b + (0 * L.Count));
            V x0 = L.Create(a[q]);
            s00 = L.Fma(x0, b0, s00);
            V x1 = L.Create(a1[q]);
            s10 = L.Fma(x1, b0, s10);
            V x2 = L.Create(a2[q]);
            s20 = L.Fma(x2, b0, s20);
            V x3 = L.Create(a3[q]);
            s30 = L.Fma(x3, b0, s30);
            V x4 = L.Create(a4[q]);
            s40 = L.Fma(x4, b0, s40);
            b += rowB;
        }

        if (relu)
        {
            V zero = L.Create(0f);
            s00 = L.Select(L.Less(s00, zero), zero, s00);
            s10 = L.Select(L.Less(s10, zero), zero, s10);
            s20 = L.Select(L.Less(s20, zero), zero, s20);
            s30 = L.Select(L.Less(s30, zero), zero, s30);
            s40 = L.Select(L.Less(s40, zero), zero, s40);
        }

        L.Store(s00, c + (0 * rowC) + (0 * L.Count));
        L.Store(s10, c + (1 * rowC) + (0 * L.Count));
        L.Store(s20, c + (2 * rowC) + (0 * L.Count));
        L.Store(s30, c + (3 * rowC) + (0 * L.Count));
        L.Store(s40, c + (4 * rowC) + (0 * L.Count));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile5x2<L, V>(float* a, nint rowA, nint columnA, float* b, nint rowB, nint k, float* start, nint rowStart, float* c, nint rowC, bool relu)
        where L : ILanes<V>
        where V : unmanaged
    {
        V s00 = L.Load(start + (0 * rowStart) + (0 * L.Count));
        V s01 = L.Load(start + (0 * rowStart) + (1 * L.Count));
        V s10 = L.Load(start + (1 * rowStart) + (0 * L.Count));
        V s11 = L.Load(start + (1 * rowStart) + (1 * L.Count));
        V s20 = L.Load(start + (2 * rowStart) + (0 * L.Count));
        V s21 = L.Load(start + (2 * rowStart) + (1 * L.Count));
        V s30 = L.Load(start + (3 * rowStart) + (0 * L.Count));
        V s31 = L.Load(start + (3 * rowStart) + (1 * L.Count));
        V s40 = L.Load(start + (4 * rowStart) + (0 * L.Count));
        V s41 = L.Load(start + (4 * rowStart) + (1 * L.Count));
        float* a1 = a + (1 * rowA);
        float* a2 = a + (2 * rowA);
        float* a3 = a + (3 * rowA);
        float* a4 = a + (4 * rowA);
        for (nint p = 0, q = 0; p < k; p++, q += columnA)
        {
            V b0 = L.Load(b + (0 * L.Count));
            V b1 = L.Load(b + (1 * L.Count));
            V x0 = L.Create(a[q]);
            s00 = L.Fma(x0, b0, s00);
            s01 = L.Fma(x0, b1, s01);
            V x1 = L.Create(a1[q]);
            s10 = L.Fma(x1, b0, s10);
            s11 = L.Fma(x1, b1, s11);
            V x2 = L.Create(a2[q]);
            s20 = L.Fma(x2, b0, s20);
            s21 = L.Fma(x2, b1, s21);
            V x3 = L.Create(a3[q]);
            s30 = L.Fma(x3, b0, s30);
            s31 = L.Fma(x3, b1, s31);
            V x4 = L.Create(a4[q]);
            s40 = L.Fma(x4, b0, s40);
            s41 = L.Fma(x4, b1, s41);
            b += rowB;
        }

        if (relu)
        {
            V zero = L.Create(0f);
            s00 = L.Select(L.Less(s00, zero), zero, s00);
            s01 = L.Select(L.Less(s01, zero), zero, s01);
            s10 = L.Select(L.Less(s10, zero), zero, s10);
            s11 = L.Select(L.Less(s11, zero), zero, s11);
            s20 = L.Select(L.Less(s20, zero), zero, s20);
            s21 = L.Select(L.Less(s21, zero), zero, s21);
            s30 = L.Select(L.Less(s30, zero), zero, s30);
            s31 = L.Select(L.Less(s31, zero), zero, s31);
            s40 = L.Select(L.Less(s40, zero), zero, s40);
            s41 = L.Select(L.Less(s41, zero), zero, s41);
        }

        L.Store(s00, c + (0 * rowC) + (0 * L.Count));
        L.Store(s01, c + (0 * rowC) + (1 * L.Count));
        L.Store(s10, c + (1 * rowC) + (0 * L.Count));
        L.Store(s11, c + (1 * rowC) + (1 * L.Count));
        L.Store(s20, c + (2 * rowC) + (0 * L.Count));
        L.Store(s21, c + (2 * rowC) + (1 * L.Count));
        L.Store(s30, c + (3 * rowC) + (0 * L.Count));
        L.Store(s31, c + (3 * rowC) + (1 * L.Count));
        L.Store(s40, c + (4 * rowC) + (0 * L.Count));
        L.Store(s41, c + (4 * rowC) + (1 * L.Count));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile5x3<L, V>(float* a, nint rowA, nint columnA, float* b, nint rowB, nint k, float* start, nint rowStart, float* c, nint rowC, bool relu)
        where L : ILanes<V>
        where V : unmanaged
    {
        V s00 = L.Load(start + (0 * rowStart) + (0 * L.Count));
        V s01 = L.Load(start + (0 * rowStart) + (1 * L.Count));
        V s02 = L.Load(start + (0 * rowStart) + (2 * L.Count));
        V s10 = L.Load(start + (1 * rowStart) + (0 * L.Count));
        V s11 = L.Load(start + (1 * rowStart) + (1 * L.Count));
        V s12 = L.Load(start + (1 * rowStart) + (2 * L.Count));
        V s20 = L.Load(start + (2 * rowStart) + (0 * L.Count));
        V s21 = L.Load(start + (2 * rowStart) + (1 * L.Count));
        V s22 = L.Load(start + (2 * rowStart) + (2 * L.Count));
        V s30 = L.Load(start + (3 * rowStart) + (0 * L.Count));
        V s31 = L.Load(start + (3 * rowStart) + (1 * L.Count));
        V s32 = L.Load(start + (3 * rowStart) + (2 * L.Count));
        V s40 = L.Load(start + (4 * rowStart) + (0 * L.Count));
        V s41 = L.Load(start + (4 * rowStart) + (1 * L.Count));
        V s42 = L.Load(start + (4 * rowStart) + (2 * L.Count));
        float* a1 = a + (1 * rowA);
        float* a2 = a + (2 * rowA);
        float* a3 = a + (3 * rowA);
        float* a4 = a + (4 * rowA);
        for (nint p = 0, q = 0; p < k; p++, q += columnA)
        {
            V b0 = L.Load(b + (0 * L.Count));
            V b1 = L.Load(b + (1 * L.Count));
            V b2 = L.Load(b + (2 * L.Count));
            V x0 = L.Create(a[q]);
            s00 = L.Fma(x0, b0, s00);
            s01 = L.Fma(x0, b1, s01);
            s02 = L.Fma(x0, b2, s02);
            V x1 = L.Create(a1[q]);
            s10 = L.Fma(x1, b0, s10);
            s11 = L.Fma(x1, b1, s11);
            s12 = L.Fma(x1, b2, s12);
            V x2 = L.Create(a2[q]);
            s20 = L.Fma(x2, b0, s20);
            s21 = L.Fma(x2, b1, s21);
            s22 = L.Fma(x2, b2, s22);
            V x3 = L.Create(a3[q]);
            s30 = L.Fma(x3, b0, s30);
            s31 = L.Fma(x3, b1, s31);
            s32 = L.Fma(x3, b2, s32);
            V x4 = L.Create(a4[q]);
            s40 = L.Fma(x4, b0, s40);
            s41 = L.Fma(x4, b1, s41);
            s42 = L.Fma(x4, b2, s42);
            b += rowB;
        }

        if (relu)
        {
            V zero = L.Create(0f);
            s00 = L.Select(L.Less(s00, zero), zero, s00);
            s01 = L.Select(L.Less(s01, zero), zero, s01);
            s02 = L.Select(L.Less(s02, zero), zero, s02);
            s10 = L.Select(L.Less(s10, zero), zero, s10);
            s11 = L.Select(L.Less(s11, zero), zero, s11);
            s12 = L.Select(L.Less(s12, zero), zero, s12);
            s20 = L.Select(L.Less(s20, zero), zero, s20);
            s21 = L.Select(L.Less(s21, zero), zero, s21);
            s22 = L.Select(L.Less(s22, zero), zero, s22);
            s30 = L.Select(L.Less(s30, zero), zero, s30);
            s31 = L.Select(L.Less(s31, zero), zero, s31);
            s32 = L.Select(L.Less(s32, zero), zero, s32);
            s40 = L.Select(L.Less(s40, zero), zero, s40);
            s41 = L.Select(L.Less(s41, zero), zero, s41);
            s42 = L.Select(L.Less(s42, zero), zero, s42);
        }

        L.Store(s00, c + (0 * rowC) + (0 * L.Count));
        L.Store(s01, c + (0 * rowC) + (1 * L.Count));
        L.Store(s02, c + (0 * rowC) + (2 * L.Count));
        L.Store(s10, c + (1 * rowC) + (0 * L.Count));
        L.Store(s11, c + (1 * rowC) + (1 * L.Count));
        L.Store(s12, c + (1 * rowC) + (2 * L.Count));
        L.Store(s20, c + (2 * rowC) + (0 * L.Count));
        L.Store(s21, c + (2 * rowC) + (1 * L.Count));
        L.Store(s22, c + (2 * rowC) + (2 * L.Count));
        L.Store(s30, c + (3 * rowC) + (0 * L.Count));
        L.Store(s31, c + (3 * rowC) + (1 * L.Count));
        L.Store(s32, c + (3 * rowC) + (2 * L.Count));
        L.Store(s40, c + (4 * rowC) + (0 * L.Count));
        L.Store(s41, c + (4 * rowC) + (1 * L.Count));
        L.Store(s42, c + (4 * rowC) + (2 * L.Count));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile6x1<L, V>(float* a, nint rowA, nint columnA, float* b, nint rowB, nint k, float* start, nint rowStart, float* c, nint rowC, bool relu)
        where L : ILanes<V>
        where V : unmanaged
    {
        V s00 = L.Load(start + (0 * rowStart) + (0 * L.Count));
        V s10 = L.Load(start + (1 * rowStart) + (0 * L.Count));
        V s20 = L.Load(start + (2 * rowStart) + (0 * L.Count));
        V s30 = L.Load(start + (3 * rowStart) + (0 * L.Count));
        V s40 = L.Load(start + (4 * rowStart) + (0 * L.Count));
        V s50 = L.Load(start + (5 * rowStart) + (0 * L.Count));
        float* a1 = a + (1 * rowA);
        float* a2 = a + (2 * rowA);
        float* a3 = a + (3 * rowA);
        float* a4 = a + (4 * rowA);
        float* a5 = a + (5 * rowA);
        for (nint p = 0, q = 0; p < k; p++, q += columnA)
        {
            V b0 = L.Load(b + (0 * L.Count));
            V x0 = L.Create(a[q]);
            s00 = L.Fma(x0, b0, s00);
            V x1 = L.Create(a1[q]);
            s10 = L.Fma(x1, b0, s10);
            V x2 = L.Create(a2[q]);
            s20 = L.Fma(x2, b0, s20);
            V x3 = L.Create(a3[q]);
            s30 = L.Fma(x3, b0, s30);
            V x4 = L.Create(a4[q]);
            s40 = L.Fma(x4, b0, s40);
            V x5 = L.Create(a5[q]);
            s50 = L.Fma(x5, b0, s50);
            b += rowB;
        }

        if (relu)
        {
            V zero = L.Create(0f);
            s00 = L.Select(L.Less(s00, zero), zero, s00);
            s10 = L.Select(L.Less(s10, zero), zero, s10);
            s20 = L.Select(L.Less(s20, zero), zero, s20);
            s30 = L.Select(L.Less(s30, zero), zero, s30);
            s40 = L.Select(L.Less(s40, zero), zero, s40);
            s50 = L.Select(L.Less(s50, zero), zero, s50);
        }

        L.Store(s00, c + (0 * rowC) + (0 * L.Count));
        L.Store(s10, c + (1 * rowC) + (0 * L.Count));
        L.Store(s20, c + (2 * rowC) + (0 * L.Count));
        L.Store(s30, c + (3 * rowC) + (0 * L.Count));
        L.Store(s40, c + (4 * rowC) + (0 * L.Count));
        L.Store(s50, c + (5 * rowC) + (0 * L.Count));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile6x2<L, V>(float* a, nint rowA, nint columnA, float* b, nint rowB, nint k, float* start, nint rowStart, float* c, nint rowC, bool relu)
        where L : ILanes<V>
        where V : unmanaged
    {
        V s00 = L.Load(start + (0 * rowStart) + (0 * L.Count));
        V s01 = L.Load(start + (0 * rowStart) + (1 * L.Count));
        V s10 = L.Load(start + (1 * rowStart) + (0 * L.Count));
        V s11 = L.Load(start + (1 * rowStart) + (1 * L.Count));
        V s20 = L.Load(start + (2 * rowStart) + (0 * L.Count));
        V s21 = L.Load(start + (2 * rowStart) + (1 * L.Count));
        V s30 = L.Load(start + (3 * rowStart) + (0 * L.Count));
        V s31 = L.Load(start + (3 * rowStart) + (1 * L.Count));
        V s40 = L.Load(start + (4 * rowStart) + (0 * L.Count));
        V s41 = L.Load(start + (4 * rowStart) + (1 * L.Count));
        V s50 = L.Load(start + (5 * rowStart) + (0 * L.Count));
        V s51 = L.Load(start + (5 * rowStart) + (1 * L.Count));
        float* a1 = a + (1 * rowA);
        float* a2 = a + (2 * rowA);
        float* a3 = a + (3 * rowA);
        float* a4 = a + (4 * rowA);
        float* a5 = a + (5 * rowA);
        for (nint p = 0, q = 0; p < k; p++, q += columnA)
        {
            V b0 = L.Load(b + (0 * L.Count));
            V b1 = L.Load(b + (1 * L.Count));
            V x0 = L.Create(a[q]);
            s00 = L.Fma(x0, b0, s00);
            s01 = L.Fma(x0, b1, s01);
            V x1 = L.Create(a1[q]);
            s10 = L.Fma(x1, b0, s10);
            s11 = L.Fma(x1, b1, s11);
            V x2 = L.Create(a2[q]);
            s20 = L.Fma(x2, b0, s20);
            s21 = L.Fma(x2, b1, s21);
            V x3 = L.Create(a3[q]);
            s30 = L.Fma(x3, b0, s30);
            s31 = L.Fma(x3, b1, s31);
            V x4 = L.Create(a4[q]);
            s40 = L.Fma(x4, b0, s40);
            s41 = L.Fma(x4, b1, s41);
            V x5 = L.Create(a5[q]);
            s50 = L.Fma(x5, b0, s50);
            s51 = L.Fma(x5, b1, s51);
            b += rowB;
        }

        if (relu)
        {
            V zero = L.Create(0f);
            s00 = L.Select(L.Less(s00, zero), zero, s00);
            s01 = L.Select(L.Less(s01, zero), zero, s01);
            s10 = L.Select(L.Less(s10, zero), zero, s10);
            s11 = L.Select(L.Less(s11, zero), zero, s11);
            s20 = L.Select(L.Less(s20, zero), zero, s20);
            s21 = L.Select(L.Less(s21, zero), zero, s21);
            s30 = L.Select(L.Less(s30, zero), zero, s30);
            s31 = L.Select(L.Less(s31, zero), zero, s31);
            s40 = L.Select(L.Less(s40, zero), zero, s40);
            s41 = L.Select(L.Less(s41, zero), zero, s41);
            s50 = L.Select(L.Less(s50, zero), zero, s50);
            s51 = L.Select(L.Less(s51, zero), zero, s51);
        }

        L.Store(s00, c + (0 * rowC) + (0 * L.Count));
        L.Store(s01, c + (0 * rowC) + (1 * L.Count));
        L.Store(s10, c + (1 * rowC) + (0 * L.Count));
        L.Store(s11, c + (1 * rowC) + (1 * L.Count));
        L.Store(s20, c + (2 * rowC) + (0 * L.Count));
        L.Store(s21, c + (2 * rowC) + (1 * L.Count));
        L.Store(s30, c + (3 * rowC) + (0 * L.Count));
        L.Store(s31, c + (3 * rowC) + (1 * L.Count));
        L.Store(s40, c + (4 * rowC) + (0 * L.Count));
        L.Store(s41, c + (4 * rowC) + (1 * L.Count));
        L.Store(s50, c + (5 * rowC) + (0 * L.Count));
        L.Store(s51, c + (5 * rowC) + (1 * L.Count));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile6x3<L, V>(float* a, nint rowA, nint columnA, float* b, nint rowB, nint k, float* start, nint rowStart, float* c, nint rowC, bool relu)
        where L : ILanes<V>
        where V : unmanaged
    {
        V s00 = L.Load(start + (0 * rowStart) + (0 * L.Count));
        V s01 = L.Load(start + (0 * rowStart) + (1 * L.Count));
        V s02 = L.Load(start + (0 * rowStart) + (2 * L.Count));
        V s10 = L.Load(start + (1 * rowStart) + (0 * L.Count));
        V s11 = L.Load(start + (1 * rowStart) + (1 * L.Count));
        V s12 = L.Load(start + (1 * rowStart) + (2 * L.Count));
        V s20 = L.Load(start + (2 * rowStart) + (0 * L.Count));
        V s21 = L.Load(start + (2 * rowStart) + (1 * L.Count));
        V s22 = L.Load(start + (2 * rowStart) + (2 * L.Count));
        V s30 = L.Load(start + (3 * rowStart) + (0 * L.Count));
        V s31 = L.Load(start + (3 * rowStart) + (1 * L.Count));
        V s32 = L.Load(start + (3 * rowStart) + (2 * L.Count));
        V s40 = L.Load(start + (4 * rowStart) + (0 * L.Count));
        V s41 = L.Load(start + (4 * rowStart) + (1 * L.Count));
        V s42 = L.Load(start + (4 * rowStart) + (2 * L.Count));
        V s50 = L.Load(start + (5 * rowStart) + (0 * L.Count));
        V s51 = L.Load(start + (5 * rowStart) + (1 * L.Count));
        V s52 = L.Load(start + (5 * rowStart) + (2 * L.Count));
        float* a1 = a + (1 * rowA);
        float* a2 = a + (2 * rowA);
        float* a3 = a + (3 * rowA);
        float* a4 = a + (4 * rowA);
        float* a5 = a + (5 * rowA);
        for (nint p = 0, q = 0; p < k; p++, q += columnA)
        {
            V b0 = L.Load(b + (0 * L.Count));
            V b1 = L.Load(b + (1 * L.Count));
            V b2 = L.Load(b + (2 * L.Count));
            V x0 = L.Create(a[q]);
            s00 = L.Fma(x0, b0, s00);
            s01 = L.Fma(x0, b1, s01);
            s02 = L.Fma(x0, b2, s02);
            V x1 = L.Create(a1[q]);
            s10 = L.Fma(x1, b0, s10);
            s11 = L.Fma(x1, b1, s11);
            s12 = L.Fma(x1, b2, s12);
            V x2 = L.Create(a2[q]);
            s20 = L.Fma(x2, b0, s20);
            s21 = L.Fma(x2, b1, s21);
            s22 = L.Fma(x2, b2, s22);
            V x3 = L.Create(a3[q]);
            s30 = L.Fma(x3, b0, s30);
            s31 = L.Fma(x3, b1, s31);
            s32 = L.Fma(x3, b2, s32);
            V x4 = L.Create(a4[q]);
            s40 = L.Fma(x4, b0, s40);
            s41 = L.Fma(x4, b1, s41);
            s42 = L.Fma(x4, b2, s42);
            V x5 = L.Create(a5[q]);
            s50 = L.Fma(x5, b0, s50);
            s51 = L.Fma(x5, b1, s51);
            s52 = L.Fma(x5, b2, s52);
            b += rowB;
        }

        if (relu)
        {
            V zero = L.Create(0f);
            s00 = L.Select(L.Less(s00, zero), zero, s00);
            s01 = L.Select(L.Less(s01, zero), zero, s01);
            s02 = L.Select(L.Less(s02, zero), zero, s02);
            s10 = L.Select(L.Less(s10, zero), zero, s10);
            s11 = L.Select(L.Less(s11, zero), zero, s11);
            s12 = L.Select(L.Less(s12, zero), zero, s12);
            s20 = L.Select(L.Less(s20, zero), zero, s20);
            s21 = L.Select(L.Less(s21, zero), zero, s21);
            s22 = L.Select(L.Less(s22, zero), zero, s22);
            s30 = L.Select(L.Less(s30, zero), zero, s30);
            s31 = L.Select(L.Less(s31, zero), zero, s31);
            s32 = L.Select(L.Less(s32, zero), zero, s32);
            s40 = L.Select(L.Less(s40, zero), zero, s40);
            s41 = L.Select(L.Less(s41, zero), zero, s41);
            s42 = L.Select(L.Less(s42, zero), zero, s42);
            s50 = L.Select(L.Less(s50, zero), zero, s50);
            s51 = L.Select(L.Less(s51, zero), zero, s51);
            s52 = L.Select(L.Less(s52, zero), zero, s52);
        }

        L.Store(s00, c + (0 * rowC) + (0 * L.Count));
        L.Store(s01, c + (0 * rowC) + (1 * L.Count));
        L.Store(s02, c + (0 * rowC) + (2 * L.Count));
        L.Store(s10, c + (1 * rowC) + (0 * L.Count));
        L.Store(s11, c + (1 * rowC) + (1 * L.Count));
        L.Store(s12, c + (1 * rowC) + (2 * L.Count));
        L.Store(s20, c + (2 * rowC) + (0 * L.Count));
        L.Store(s21, c + (2 * rowC) + (1 * L.Count));
        L.Store(s22, c + (2 * rowC) + (2 * L.Count));
        L.Store(s30, c + (3 * rowC) + (0 * L.Count));
        L.Store(s31, c + (3 * rowC) + (1 * L.Count));
        L.Store(s32, c + (3 * rowC) + (2 * L.Count));
        L.Store(s40, c + (4 * rowC) + (0 * L.Count));
        L.Store(s41, c + (4 * rowC) + (1 * L.Count));
        L.Store(s42, c + (4 * rowC) + (2 * L.Count));
        L.Store(s50, c + (5 * rowC) + (0 * L.Count));
        L.Store(s51, c + (5 * rowC) + (1 * L.Count));
        L.Store(s52, c + (5 * rowC) + (2 * L.Count));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile7x1<L, V>(float* a, nint rowA, nint columnA, float* b, nint rowB, nint k, float* start, nint rowStart, float* c, nint rowC, bool relu)
        where L : ILanes<V>
        where V : unmanaged
    {
        V s00 = L.Load(start + (0 * rowStart) + (0 * L.Count));
        V s10 = L.Load(start + (1 * rowStart) + (0 * L.Count));
        V s20 = L.Load(start + (2 * rowStart) + (0 * L.Count));
        V s30 = L.Load(start + (3 * rowStart) + (0 * L.Count));
        V s40 = L.Load(start + (4 * rowStart) + (0 * L.Count));
        V s50 = L.Load(start + (5 * rowStart) + (0 * L.Count));
        V s60 = L.Load(start + (6 * rowStart) + (0 * L.Count));
        float* a1 = a + (1 * rowA);
        float* a2 = a + (2 * rowA);
        float* a3 = a + (3 * rowA);
        float* a4 = a + (4 * rowA);
        float* a5 = a + (5 * rowA);
        float* a6 = a + (6 * rowA);
        for (nint p = 0, q = 0; p < k; p++, q += columnA)
        {
            V b0 = L.Load(b + (0 * L.Count));
            V x0 = L.Create(a[q]);
            s00 = L.Fma(x0, b0, s00);
            V x1 = L.Create(a1[q]);
            s10 = L.Fma(x1, b0, s10);
            V x2 = L.Create(a2[q]);
            s20 = L.Fma(x2, b0, s20);
            V x3 = L.Create(a3[q]);
            s30 = L.Fma(x3, b0, s30);
            V x4 = L.Create(a4[q]);
            s40 = L.Fma(x4, b0, s40);
            V x5 = L.Create(a5[q]);
            s50 = L.Fma(x5, b0, s50);
            V x6 = L.Create(a6[q]);
            s60 = L.Fma(x6, b0, s60);
            b += rowB;
        }

        if (relu)
        {
            V zero = L.Create(0f);
            s00 = L.Select(L.Less(s00, zero), zero, s00);
            s10 = L.Select(L.Less(s10, zero), zero, s10);
            s20 = L.Select(L.Less(s20, zero), zero, s20);
            s30 = L.Select(L.Less(s30, zero), zero, s30);
            s40 = L.Select(L.Less(s40, zero), zero, s40);
            s50 = L.Select(L.Less(s50, zero), zero, s50);
            s60 = L.Select(L.Less(s60, zero), zero, s60);
        }

        L.Store(s00, c + (0 * rowC) + (0 * L.Count));
        L.Store(s10, c + (1 * rowC) + (0 * L.Count));
        L.Store(s20, c + (2 * rowC) + (0 * L.Count));
        L.Store(s30, c + (3 * rowC) + (0 * L.Count));
        L.Store(s40, c + (4 * rowC) + (0 * L.Count));
        L.Store(s50, c + (5 * rowC) + (0 * L.Count));
        L.Store(s60, c + (6 * rowC) + (0 * L.Count));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile7x2<L, V>(float* a, nint rowA, nint columnA, float* b, nint rowB, nint k, float* start, nint rowStart, float* c, nint rowC, bool relu)
        where L : ILanes<V>
        where V : unmanaged
    {
        V s00 = L.Load(start + (0 * rowStart) + (0 * L.Count));
        V s01 = L.Load(start + (0 * rowStart) + (1 * L.Count));
        V s10 = L.Load(start + (1 * rowStart) + (0 * L.Count));
        V s11 = L.Load(start + (1 * rowStart) + (1 * L.Count));
        V s20 = L.Load(start + (2 * rowStart) + (0 * L.Count));
        V s21 = L.Load(start + (2 * rowStart) + (1 * L.Count));
        V s30 = L.Load(start + (3 * rowStart) + (0 * L.Count));
        V s31 = L.Load(start + (3 * rowStart) + (1 * L.Count));
        V s40 = L.Load(start + (4 * rowStart) + (0 * L.Count));
        V s41 = L.Load(start + (4 * rowStart) + (1 * L.Count));
        V s50 = L.Load(start + (5 * rowStart) + (0 * L.Count));
        V s51 = L.Load(start + (5 * rowStart) + (1 * L.Count));
        V s60 = L.Load(start + (6 * rowStart) + (0 * L.Count));
        V s61 = L.Load(start + (6 * rowStart) + (1 * L.Count));
        float* a1 = a + (1 * rowA);
        float* a2 = a + (2 * rowA);
        float* a3 = a + (3 * rowA);
        float* a4 = a + (4 * rowA);
        float* a5 = a + (5 * rowA);
        float* a6 = a + (6 * rowA);
        for (nint p = 0, q = 0; p < k; p++, q += columnA)
        {
            V b0 = L.Load(b + (0 * L.Count));
            V b1 = L.Load(b + (1 * L.Count));
            V x0 = L.Create(a[q]);
            s00 = L.Fma(x0, b0, s00);
            s01 = L.Fma(x0, b1, s01);
            V x1 = L.Create(a1[q]);
            s10 = L.Fma(x1, b0, s10);
            s11 = L.Fma(x1, b1, s11);
            V x2 = L.Create(a2[q]);
            s20 = L.Fma(x2, b0, s20);
            s21 = L.Fma(x2, b1, s21);
            V x3 = L.Create(a3[q]);
            s30 = L.Fma(x3, b0, s30);
            s31 = L.Fma(x3, b1, s31);
            V x4 = L.Create(a4[q]);
            s40 = L.Fma(x4, b0, s40);
            s41 = L.Fma(x4, b1, s41);
            V x5 = L.Create(a5[q]);
            s50 = L.Fma(x5, b0, s50);
            s51 = L.Fma(x5, b1, s51);
            V x6 = L.Create(a6[q]);
            s60 = L.Fma(x6, b0, s60);
            s61 = L.Fma(x6, b1, s61);
            b += rowB;
        }

        if (relu)
        {
            V zero = L.Create(0f);
            s00 = L.Select(L.Less(s00, zero), zero, s00);
            s01 = L.Select(L.Less(s01, zero), zero, s01);
            s10 = L.Select(L.Less(s10, zero), zero, s10);
            s11 = L.Select(L.Less(s11, zero), zero, s11);
            s20 = L.Select(L.Less(s20, zero), zero, s20);
            s21 = L.Select(L.Less(s21, zero), zero, s21);
            s30 = L.Select(L.Less(s30, zero), zero, s30);
            s31 = L.Select(L.Less(s31, zero), zero, s31);
            s40 = L.Select(L.Less(s40, zero), zero, s40);
            s41 = L.Select(L.Less(s41, zero), zero, s41);
            s50 = L.Select(L.Less(s50, zero), zero, s50);
            s51 = L.Select(L.Less(s51, zero), zero, s51);
            s60 = L.Select(L.Less(s60, zero), zero, s60);
            s61 = L.Select(L.Less(s61, zero), zero, s61);
        }

        L.Store(s00, c + (0 * rowC) + (0 * L.Count));
        L.Store(s01, c + (0 * rowC) + (1 * L.Count));
        L.Store(s10, c + (1 * rowC) + (0 * L.Count));
        L.Store(s11, c + (1 * rowC) + (1 * L.Count));
        L.Store(s20, c + (2 * rowC) + (0 * L.Count));
        L.Store(s21, c + (2 * rowC) + (1 * L.Count));
        L.Store(s30, c + (3 * rowC) + (0 * L.Count));
        L.Store(s31, c + (3 * rowC) + (1 * L.Count));
        L.Store(s40, c + (4 * rowC) + (0 * L.Count));
        L.Store(s41, c + (4 * rowC) + (1 * L.Count));
        L.Store(s50, c + (5 * rowC) + (0 * L.Count));
        L.Store(s51, c + (5 * rowC) + (1 * L.Count));
        L.Store(s60, c + (6 * rowC) + (0 * L.Count));
        L.Store(s61, c + (6 * rowC) + (1 * L.Count));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile7x3<L, V>(float* a, nint rowA, nint columnA, float* b, nint rowB, nint k, float* start, nint rowStart, float* c, nint rowC, bool relu)
        where L : ILanes<V>
        where V : unmanaged
    {
        V s00 = L.Load(start + (0 * rowStart) + (0 * L.Count));
        V s01 = L.Load(start + (0 * rowStart) + (1 * L.Count));
        V s02 = L.Load(start + (0 * rowStart) + (2 * L.Count));
        V s10 = L.Load(start + (1 * rowStart) + (0 * L.Count));
        V s11 = L.Load(start + (1 * rowStart) + (1 * L.Count));
        V s12 = L.Load(start + (1 * rowStart) + (2 * L.Count));
        V s20 = L.Load(start + (2 * rowStart) + (0 * L.Count));
        V s21 = L.Load(start + (2 * rowStart) + (1 * L.Count));
        V s22 = L.Load(start + (2 * rowStart) + (2 * L.Count));
        V s30 = L.Load(start + (3 * rowStart) + (0 * L.Count));
        V s31 = L.Load(start + (3 * rowStart) + (1 * L.Count));
        V s32 = L.Load(start + (3 * rowStart) + (2 * L.Count));
        V s40 = L.Load(start + (4 * rowStart) + (0 * L.Count));
        V s41 = L.Load(start + (4 * rowStart) + (1 * L.Count));
        V s42 = L.Load(start + (4 * rowStart) + (2 * L.Count));
        V s50 = L.Load(start + (5 * rowStart) + (0 * L.Count));
        V s51 = L.Load(start + (5 * rowStart) + (1 * L.Count));
        V s52 = L.Load(start + (5 * rowStart) + (2 * L.Count));
        V s60 = L.Load(start + (6 * rowStart) + (0 * L.Count));
        V s61 = L.Load(start + (6 * rowStart) + (1 * L.Count));
        V s62 = L.Load(start + (6 * rowStart) + (2 * L.Count));
        float* a1 = a + (1 * rowA);
        float* a2 = a + (2 * rowA);
        float* a3 = a + (3 * rowA);
        float* a4 = a + (4 * rowA);
        float* a5 = a + (5 * rowA);
        float* a6 = a + (6 * rowA);
        for (nint p = 0, q = 0; p < k; p++, q += columnA)
        {
            V b0 = L.Load(b + (0 * L.Count));
            V b1 = L.Load(b + (1 * L.Count));
            V b2 = L.Load(b + (2 * L.Count));
            V x0 = L.Create(a[q]);
            s00 = L.Fma(x0, b0, s00);
            s01 = L.Fma(x0, b1, s01);
            s02 = L.Fma(x0, b2, s02);
            V x1 = L.Create(a1[q]);
            s10 = L.Fma(x1, b0, s10);
            s11 = L.Fma(x1, b1, s11);
            s12 = L.Fma(x1, b2, s12);
            V x2 = L.Create(a2[q]);
            s20 = L.Fma(x2, b0, s20);
            s21 = L.Fma(x2, b1, s21);
            s22 = L.Fma(x2, b2, s22);
            V x3 = L.Create(a3[q]);
            s30 = L.Fma(x3, b0, s30);
            s31 = L.Fma(x3, b1, s31);
            s32 = L.Fma(x3, b2, s32);
            V x4 = L.Create(a4[q]);
            s40 = L.Fma(x4, b0, s40);
            s41 = L.Fma(x4, b1, s41);
            s42 = L.Fma(x4, b2, s42);
            V x5 = L.Create(a5[q]);
            s50 = L.Fma(x5, b0, s50);
            s51 = L.Fma(x5, b1, s51);
            s52 = L.Fma(x5, b2, s52);
            V x6 = L.Create(a6[q]);
            s60 = L.Fma(x6, b0, s60);
            s61 = L.Fma(x6, b1, s61);
            s62 = L.Fma(x6, b2, s62);
            b += rowB;
        }

        if (relu)
        {
            V zero = L.Create(0f);
            s00 = L.Select(L.Less(s00, zero), zero, s00);
            s01 = L.Select(L.Less(s01, zero), zero, s01);
            s02 = L.Select(L.Less(s02, zero), zero, s02);
            s10 = L.Select(L.Less(s10, zero), zero, s10);
            s11 = L.Select(L.Less(s11, zero), zero, s11);
            s12 = L.Select(L.Less(s12, zero), zero, s12);
            s20 = L.Select(L.Less(s20, zero), zero, s20);
            s21 = L.Select(L.Less(s21, zero), zero, s21);
            s22 = L.Select(L.Less(s22, zero), zero, s22);
            s30 = L.Select(L.Less(s30, zero), zero, s30);
            s31 = L.Select(L.Less(s31, zero), zero, s31);
            s32 = L.Select(L.Less(s32, zero), zero, s32);
            s40 = L.Select(L.Less(s40, zero), zero, s40);
            s41 = L.Select(L.Less(s41, zero), zero, s41);
            s42 = L.Select(L.Less(s42, zero), zero, s42);
            s50 = L.Select(L.Less(s50, zero), zero, s50);
            s51 = L.Select(L.Less(s51, zero), zero, s51);
            s52 = L.Select(L.Less(s52, zero), zero, s52);
            s60 = L.Select(L.Less(s60, zero), zero, s60);
            s61 = L.Select(L.Less(s61, zero), zero, s61);
            s62 = L.Select(L.Less(s62, zero), zero, s62);
        }

        L.Store(s00, c + (0 * rowC) + (0 * L.Count));
        L.Store(s01, c + (0 * rowC) + (1 * L.Count));
        L.Store(s02, c + (0 * rowC) + (2 * L.Count));
        L.Store(s10, c + (1 * rowC) + (0 * L.Count));
        L.Store(s11, c + (1 * rowC) + (1 * L.Count));
        L.Store(s12, c + (1 * rowC) + (2 * L.Count));
        L.Store(s20, c + (2 * rowC) + (0 * L.Count));
        L.Store(s21, c + (2 * rowC) + (1 * L.Count));
        L.Store(s22, c + (2 * rowC) + (2 * L.Count));
        L.Store(s30, c + (3 * rowC) + (0 * L.Count));
        L.Store(s31, c + (3 * rowC) + (1 * L.Count));
        L.Store(s32, c + (3 * rowC) + (2 * L.Count));
        L.Store(s40, c + (4 * rowC) + (0 * L.Count));
        L.Store(s41, c + (4 * rowC) + (1 * L.Count));
        L.Store(s42, c + (4 * rowC) + (2 * L.Count));
        L.Store(s50, c + (5 * rowC) + (0 * L.Count));
        L.Store(s51, c + (5 * rowC) + (1 * L.Count));
        L.Store(s52, c + (5 * rowC) + (2 * L.Count));
        L.Store(s60, c + (6 * rowC) + (0 * L.Count));
        L.Store(s61, c + (6 * rowC) + (1 * L.Count));
        L.Store(s62, c + (6 * rowC) + (2 * L.Count));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile8x1<L, V>(float* a, nint rowA, nint columnA, float* b, nint rowB, nint k, float* start, nint rowStart, float* c, nint rowC, bool relu)
        where L : ILanes<V>
        where V : unmanaged
    {
        V s00 = L.Load(start + (0 * rowStart) + (0 * L.Count));
        V s10 = L.Load(start + (1 * rowStart) + (0 * L.Count));
        V s20 = L.Load(start + (2 * rowStart) + (0 * L.Count));
        V s30 = L.Load(start + (3 * rowStart) + (0 * L.Count));
        V s40 = L.Load(start + (4 * rowStart) + (0 * L.Count));
        V s50 = L.Load(start + (5 * rowStart) + (0 * L.Count));
        V s60 = L.Load(start + (6 * rowStart) + (0 * L.Count));
        V s70 = L.Load(start + (7 * rowStart) + (0 * L.Count));
        float* a1 = a + (1 * rowA);
        float* a2 = a + (2 * rowA);
        float* a3 = a + (3 * rowA);
        float* a4 = a + (4 * rowA);
        float* a5 = a + (5 * rowA);
        float* a6 = a + (6 * rowA);
        float* a7 = a + (7 * rowA);
        for (nint p = 0, q = 0; p < k; p++, q += columnA)
        {
            V b0 = L.Load(b + (0 * L.Count));
            V x0 = L.Create(a[q]);
            s00 = L.Fma(x0, b0, s00);
            V x1 = L.Create(a1[q]);
            s10 = L.Fma(x1, b0, s10);
            V x2 = L.Create(a2[q]);
            s20 = L.Fma(x2, b0, s20);
            V x3 = L.Create(a3[q]);
            s30 = L.Fma(x3, b0, s30);
            V x4 = L.Create(a4[q]);
            s40 = L.Fma(x4, b0, s40);
            V x5 = L.Create(a5[q]);
            s50 = L.Fma(x5, b0, s50);
            V x6 = L.Create(a6[q]);
            s60 = L.Fma(x6, b0, s60);
            V x7 = L.Create(a7[q]);
            s70 = L.Fma(x7, b0, s70);
            b += rowB;
        }

        if (relu)
        {
            V zero = L.Create(0f);
            s00 = L.Select(L.Less(s00, zero), zero, s00);
            s10 = L.Select(L.Less(s10, zero), zero, s10);
            s20 = L.Select(L.Less(s20, zero), zero, s20);
            s30 = L.Select(L.Less(s30, zero), zero, s30);
            s40 = L.Select(L.Less(s40, zero), zero, s40);
            s50 = L.Select(L.Less(s50, zero), zero, s50);
            s60 = L.Select(L.Less(s60, zero), zero, s60);
            s70 = L.Select(L.Less(s70, zero), zero, s70);
        }

        L.Store(s00, c + (0 * rowC) + (0 * L.Count));
        L.Store(s10, c + (1 * rowC) + (0 * L.Count));
        L.Store(s20, c + (2 * rowC) + (0 * L.Count));
        L.Store(s30, c + (3 * rowC) + (0 * L.Count));
        L.Store(s40, c + (4 * rowC) + (0 * L.Count));
        L.Store(s50, c + (5 * rowC) + (0 * L.Count));
        L.Store(s60, c + (6 * rowC) + (0 * L.Count));
        L.Store(s70, c + (7 * rowC) + (0 * L.Count));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile8x2<L, V>(float* a, nint rowA, nint columnA, float* b, nint rowB, nint k, float* start, nint rowStart, float* c, nint rowC, bool relu)
        where L : ILanes<V>
        where V : unmanaged
    {
        V s00 = L.Load(start + (0 * rowStart) + (0 * L.Count));
        V s01 = L.Load(start + (0 * rowStart) + (1 * L.Count));
        V s10 = L.Load(start + (1 * rowStart) + (0 * L.Count));
        V s11 = L.Load(start + (1 * rowStart) + (1 * L.Count));
        V s20 = L.Load(start + (2 * rowStart) + (0 * L.Count));
        V s21 = L.Load(start + (2 * rowStart) + (1 * L.Count));
        V s30 = L.Load(start + (3 * rowStart) + (0 * L.Count));
        V s31 = L.Load(start + (3 * rowStart) + (1 * L.Count));
        V s40 = L.Load(start + (4 * rowStart) + (0 * L.Count));
        V s41 = L.Load(start + (4 * rowStart) + (1 * L.Count));
        V s50 = L.Load(start + (5 * rowStart) + (0 * L.Count));
        V s51 = L.Load(start + (5 * rowStart) + (1 * L.Count));
        V s60 = L.Load(start + (6 * rowStart) + (0 * L.Count));
        V s61 = L.Load(start + (6 * rowStart) + (1 * L.Count));
        V s70 = L.Load(start + (7 * rowStart) + (0 * L.Count));
        V s71 = L.Load(start + (7 * rowStart) + (1 * L.Count));
        float* a1 = a + (1 * rowA);
        float* a2 = a + (2 * rowA);
        float* a3 = a + (3 * rowA);
        float* a4 = a + (4 * rowA);
        float* a5 = a + (5 * rowA);
        float* a6 = a + (6 * rowA);
        float* a7 = a + (7 * rowA);
        for (nint p = 0, q = 0; p < k; p++, q += columnA)
        {
            V b0 = L.Load(b + (0 * L.Count));
            V b1 = L.Load(b + (1 * L.Count));
            V x0 = L.Create(a[q]);
            s00 = L.Fma(x0, b0, s00);
            s01 = L.Fma(x0, b1, s01);
            V x1 = L.Create(a1[q]);
            s10 = L.Fma(x1, b0, s10);
            s11 = L.Fma(x1, b1, s11);
            V x2 = L.Create(a2[q]);
            s20 = L.Fma(x2, b0, s20);
            s21 = L.Fma(x2, b1, s21);
            V x3 = L.Create(a3[q]);
            s30 = L.Fma(x3, b0, s30);
            s31 = L.Fma(x3, b1, s31);
            V x4 = L.Create(a4[q]);
            s40 = L.Fma(x4, b0, s40);
            s41 = L.Fma(x4, b1, s41);
            V x5 = L.Create(a5[q]);
            s50 = L.Fma(x5, b0, s50);
            s51 = L.Fma(x5, b1, s51);
            V x6 = L.Create(a6[q]);
            s60 = L.Fma(x6, b0, s60);
            s61 = L.Fma(x6, b1, s61);
            V x7 = L.Create(a7[q]);
            s70 = L.Fma(x7, b0, s70);
            s71 = L.Fma(x7, b1, s71);
            b += rowB;
        }

        if (relu)
        {
            V zero = L.Create(0f);
            s00 = L.Select(L.Less(s00, zero), zero, s00);
            s01 = L.Select(L.Less(s01, zero), zero, s01);
            s10 = L.Select(L.Less(s10, zero), zero, s10);
            s11 = L.Select(L.Less(s11, zero), zero, s11);
            s20 = L.Select(L.Less(s20, zero), zero, s20);
            s21 = L.Select(L.Less(s21, zero), zero, s21);
            s30 = L.Select(L.Less(s30, zero), zero, s30);
            s31 = L.Select(L.Less(s31, zero), zero, s31);
            s40 = L.Select(L.Less(s40, zero), zero, s40);
            s41 = L.Select(L.Less(s41, zero), zero, s41);
            s50 = L.Select(L.Less(s50, zero), zero, s50);
            s51 = L.Select(L.Less(s51, zero), zero, s51);
            s60 = L.Select(L.Less(s60, zero), zero, s60);
            s61 = L.Select(L.Less(s61, zero), zero, s61);
            s70 = L.Select(L.Less(s70, zero), zero, s70);
            s71 = L.Select(L.Less(s71, zero), zero, s71);
        }

        L.Store(s00, c + (0 * rowC) + (0 * L.Count));
        L.Store(s01, c + (0 * rowC) + (1 * L.Count));
        L.Store(s10, c + (1 * rowC) + (0 * L.Count));
        L.Store(s11, c + (1 * rowC) + (1 * L.Count));
        L.Store(s20, c + (2 * rowC) + (0 * L.Count));
        L.Store(s21, c + (2 * rowC) + (1 * L.Count));
        L.Store(s30, c + (3 * rowC) + (0 * L.Count));
        L.Store(s31, c + (3 * rowC) + (1 * L.Count));
        L.Store(s40, c + (4 * rowC) + (0 * L.Count));
        L.Store(s41, c + (4 * rowC) + (1 * L.Count));
        L.Store(s50, c + (5 * rowC) + (0 * L.Count));
        L.Store(s51, c + (5 * rowC) + (1 * L.Count));
        L.Store(s60, c + (6 * rowC) + (0 * L.Count));
        L.Store(s61, c + (6 * rowC) + (1 * L.Count));
        L.Store(s70, c + (7 * rowC) + (0 * L.Count));
        L.Store(s71, c + (7 * rowC) + (1 * L.Count));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile8x3<L, V>(float* a, nint rowA, nint columnA, float* b, nint rowB, nint k, float* start, nint rowStart, float* c, nint rowC, bool relu)
        where L : ILanes<V>
        where V : unmanaged
    {
        V s00 = L.Load(start + (0 * rowStart) + (0 * L.Count));
        V s01 = L.Load(start + (0 * rowStart) + (1 * L.Count));
        V s02 = L.Load(start + (0 * rowStart) + (2 * L.Count));
        V s10 = L.Load(start + (1 * rowStart) + (0 * L.Count));
        V s11 = L.Load(start + (1 * rowStart) + (1 * L.Count));
        V s12 = L.Load(start + (1 * rowStart) + (2 * L.Count));
        V s20 = L.Load(start + (2 * rowStart) + (0 * L.Count));
        V s21 = L.Load(start + (2 * rowStart) + (1 * L.Count));
        V s22 = L.Load(start + (2 * rowStart) + (2 * L.Count));
        V s30 = L.Load(start + (3 * rowStart) + (0 * L.Count));
        V s31 = L.Load(start + (3 * rowStart) + (1 * L.Count));
        V s32 = L.Load(start + (3 * rowStart) + (2 * L.Count));
        V s40 = L.Load(start + (4 * rowStart) + (0 * L.Count));
        V s41 = L.Load(start + (4 * rowStart) + (1 * L.Count));
        V s42 = L.Load(start + (4 * rowStart) + (2 * L.Count));
        V s50 = L.Load(start + (5 * rowStart) + (0 * L.Count));
        V s51 = L.Load(start + (5 * rowStart) + (1 * L.Count));
        V s52 = L.Load(start + (5 * rowStart) + (2 * L.Count));
        V s60 = L.Load(start + (6 * rowStart) + (0 * L.Count));
        V s61 = L.Load(start + (6 * rowStart) + (1 * L.Count));
        V s62 = L.Load(start + (6 * rowStart) + (2 * L.Count));
        V s70 = L.Load(start + (7 * rowStart) + (0 * L.Count));
        V s71 = L.Load(start + (7 * rowStart) + (1 * L.Count));
        V s72 = L.Load(start + (7 * rowStart) + (2 * L.Count));
        float* a1 = a + (1 * rowA);
        float* a2 = a + (2 * rowA);
        float* a3 = a + (3 * rowA);
        float* a4 = a + (4 * rowA);
        float* a5 = a + (5 * rowA);
        float* a6 = a + (6 * rowA);
        float* a7 = a + (7 * rowA);
        for (nint p = 0, q = 0; p < k; p++, q += columnA)
        {
            V b0 = L.Load(b + (0 * L.Count));
            V b1 = L.Load(b + (1 * L.Count));
            V b2 = L.Load(b + (2 * L.Count));
            V x0 = L.Create(a[q]);
            s00 = L.Fma(x0, b0, s00);
            s01 = L.Fma(x0, b1, s01);
            s02 = L.Fma(x0, b2, s02);
            V x1 = L.Create(a1[q]);
            s10 = L.Fma(x1, b0, s10);
            s11 = L.Fma(x1, b1, s11);
            s12 = L.Fma(x1, b2, s12);
            V x2 = L.Create(a2[q]);
            s20 = L.Fma(x2, b0, s20);
            s21 = L.Fma(x2, b1, s21);
            s22 = L.Fma(x2, b2, s22);
            V x3 = L.Create(a3[q]);
            s30 = L.Fma(x3, b0, s30);
            s31 = L.Fma(x3, b1, s31);
            s32 = L.Fma(x3, b2, s32);
            V x4 = L.Create(a4[q]);
            s40 = L.Fma(x4, b0, s40);
            s41 = L.Fma(x4, b1, s41);
            s42 = L.Fma(x4, b2, s42);
            V x5 = L.Create(a5[q]);
            s50 = L.Fma(x5, b0, s50);
            s51 = L.Fma(x5, b1, s51);
            s52 = L.Fma(x5, b2, s52);
            V x6 = L.Create(a6[q]);
            s60 = L.Fma(x6, b0, s60);
            s61 = L.Fma(x6, b1, s61);
            s62 = L.Fma(x6, b2, s62);
            V x7 = L.Create(a7[q]);
            s70 = L.Fma(x7, b0, s70);
            s71 = L.Fma(x7, b1, s71);
            s72 = L.Fma(x7, b2, s72);
            b += rowB;
        }

        if (relu)
        {
            V zero = L.Create(0f);
            s00 = L.Select(L.Less(s00, zero), zero, s00);
            s01 = L.Select(L.Less(s01, zero), zero, s01);
            s02 = L.Select(L.Less(s02, zero), zero, s02);
            s10 = L.Select(L.Less(s10, zero), zero, s10);
            s11 = L.Select(L.Less(s11, zero), zero, s11);
            s12 = L.Select(L.Less(s12, zero), zero, s12);
            s20 = L.Select(L.Less(s20, zero), zero, s20);
            s21 = L.Select(L.Less(s21, zero), zero, s21);
            s22 = L.Select(L.Less(s22, zero), zero, s22);
            s30 = L.Select(L.Less(s30, zero), zero, s30);
            s31 = L.Select(L.Less(s31, zero), zero, s31);
            s32 = L.Select(L.Less(s32, zero), zero, s32);
            s40 = L.Select(L.Less(s40, zero), zero, s40);
            s41 = L.Select(L.Less(s41, zero), zero, s41);
            s42 = L.Select(L.Less(s42, zero), zero, s42);
            s50 = L.Select(L.Less(s50, zero), zero, s50);
            s51 = L.Select(L.Less(s51, zero), zero, s51);
            s52 = L.Select(L.Less(s52, zero), zero, s52);
            s60 = L.Select(L.Less(s60, zero), zero, s60);
            s61 = L.Select(L.Less(s61, zero), zero, s61);
            s62 = L.Select(L.Less(s62, zero), zero, s62);
            s70 = L.Select(L.Less(s70, zero), zero, s70);
            s71 = L.Select(L.Less(s71, zero), zero, s71);
            s72 = L.Select(L.Less(s72, zero), zero, s72);
        }

        L.Store(s00, c + (0 * rowC) + (0 * L.Count));
        L.Store(s01, c + (0 * rowC) + (1 * L.Count));
        L.Store(s02, c + (0 * rowC) + (2 * L.Count));
        L.Store(s10, c + (1 * rowC) + (0 * L.Count));
        L.Store(s11, c + (1 * rowC) + (1 * L.Count));
        L.Store(s12, c + (1 * rowC) + (2 * L.Count));
        L.Store(s20, c + (2 * rowC) + (0 * L.Count));
        L.Store(s21, c + (2 * rowC) + (1 * L.Count));
        L.Store(s22, c + (2 * rowC) + (2 * L.Count));
        L.Store(s30, c + (3 * rowC) + (0 * L.Count));
        L.Store(s31, c + (3 * rowC) + (1 * L.Count));
        L.Store(s32, c + (3 * rowC) + (2 * L.Count));
        L.Store(s40, c + (4 * rowC) + (0 * L.Count));
        L.Store(s41, c + (4 * rowC) + (1 * L.Count));
        L.Store(s42, c + (4 * rowC) + (2 * L.Count));
        L.Store(s50, c + (5 * rowC) + (0 * L.Count));
        L.Store(s51, c + (5 * rowC) + (1 * L.Count));
        L.Store(s52, c + (5 * rowC) + (2 * L.Count));
        L.Store(s60, c + (6 * rowC) + (0 * L.Count));
        L.Store(s61, c + (6 * rowC) + (1 * L.Count));
        L.Store(s62, c + (6 * rowC) + (2 * L.Count));
        L.Store(s70, c + (7 * rowC) + (0 * L.Count));
        L.Store(s71, c + (7 * rowC) + (1 * L.Count));
        L.Store(s72, c + (7 * rowC) + (2 * L.Count));
    }
}
