// Written by GemmTiles.template.py; change that and run it.
using System.Runtime.CompilerServices;

namespace Gradus.Tensors.Kernels.Products;

/// <summary>
/// Tiles of the matrix product: R rows by C vectors of lanes of the result stay in registers while K runs. Each lane is one element, summed in ascending order of K by fused multiply-adds,
/// so that every tile, width and blocking gives the same bits. At an edge the last vector is masked.
/// </summary>
internal static unsafe class GemmTiles
{
    /// <summary>Runs the tile of a size.</summary>
    internal static void Run<L, V, T, E>(int rows, int vectors, T* a, nint rowA, nint columnA, T* b, nint rowB, nint k, T* start, nint rowStart, T* c, nint rowC, bool relu, V mask)
        where L : ITileLanes<T, V>
        where V : unmanaged
        where T : unmanaged
        where E : ITileEdge
    {
        switch ((rows * 4) + vectors)
        {
            case 5:
                Tile1x1<L, V, T, E>(a, rowA, columnA, b, rowB, k, start, rowStart, c, rowC, relu, mask);
                break;
            case 6:
                Tile1x2<L, V, T, E>(a, rowA, columnA, b, rowB, k, start, rowStart, c, rowC, relu, mask);
                break;
            case 7:
                Tile1x3<L, V, T, E>(a, rowA, columnA, b, rowB, k, start, rowStart, c, rowC, relu, mask);
                break;
            case 9:
                Tile2x1<L, V, T, E>(a, rowA, columnA, b, rowB, k, start, rowStart, c, rowC, relu, mask);
                break;
            case 10:
                Tile2x2<L, V, T, E>(a, rowA, columnA, b, rowB, k, start, rowStart, c, rowC, relu, mask);
                break;
            case 11:
                Tile2x3<L, V, T, E>(a, rowA, columnA, b, rowB, k, start, rowStart, c, rowC, relu, mask);
                break;
            case 13:
                Tile3x1<L, V, T, E>(a, rowA, columnA, b, rowB, k, start, rowStart, c, rowC, relu, mask);
                break;
            case 14:
                Tile3x2<L, V, T, E>(a, rowA, columnA, b, rowB, k, start, rowStart, c, rowC, relu, mask);
                break;
            case 15:
                Tile3x3<L, V, T, E>(a, rowA, columnA, b, rowB, k, start, rowStart, c, rowC, relu, mask);
                break;
            case 17:
                Tile4x1<L, V, T, E>(a, rowA, columnA, b, rowB, k, start, rowStart, c, rowC, relu, mask);
                break;
            case 18:
                Tile4x2<L, V, T, E>(a, rowA, columnA, b, rowB, k, start, rowStart, c, rowC, relu, mask);
                break;
            case 19:
                Tile4x3<L, V, T, E>(a, rowA, columnA, b, rowB, k, start, rowStart, c, rowC, relu, mask);
                break;
            case 21:
                Tile5x1<L, V, T, E>(a, rowA, columnA, b, rowB, k, start, rowStart, c, rowC, relu, mask);
                break;
            case 22:
                Tile5x2<L, V, T, E>(a, rowA, columnA, b, rowB, k, start, rowStart, c, rowC, relu, mask);
                break;
            case 23:
                Tile5x3<L, V, T, E>(a, rowA, columnA, b, rowB, k, start, rowStart, c, rowC, relu, mask);
                break;
            case 25:
                Tile6x1<L, V, T, E>(a, rowA, columnA, b, rowB, k, start, rowStart, c, rowC, relu, mask);
                break;
            case 26:
                Tile6x2<L, V, T, E>(a, rowA, columnA, b, rowB, k, start, rowStart, c, rowC, relu, mask);
                break;
            case 27:
                Tile6x3<L, V, T, E>(a, rowA, columnA, b, rowB, k, start, rowStart, c, rowC, relu, mask);
                break;
            case 29:
                Tile7x1<L, V, T, E>(a, rowA, columnA, b, rowB, k, start, rowStart, c, rowC, relu, mask);
                break;
            case 30:
                Tile7x2<L, V, T, E>(a, rowA, columnA, b, rowB, k, start, rowStart, c, rowC, relu, mask);
                break;
            case 31:
                Tile7x3<L, V, T, E>(a, rowA, columnA, b, rowB, k, start, rowStart, c, rowC, relu, mask);
                break;
            case 33:
                Tile8x1<L, V, T, E>(a, rowA, columnA, b, rowB, k, start, rowStart, c, rowC, relu, mask);
                break;
            case 34:
                Tile8x2<L, V, T, E>(a, rowA, columnA, b, rowB, k, start, rowStart, c, rowC, relu, mask);
                break;
            case 35:
                Tile8x3<L, V, T, E>(a, rowA, columnA, b, rowB, k, start, rowStart, c, rowC, relu, mask);
                break;
            case 37:
                Tile9x1<L, V, T, E>(a, rowA, columnA, b, rowB, k, start, rowStart, c, rowC, relu, mask);
                break;
            case 38:
                Tile9x2<L, V, T, E>(a, rowA, columnA, b, rowB, k, start, rowStart, c, rowC, relu, mask);
                break;
            case 41:
                Tile10x1<L, V, T, E>(a, rowA, columnA, b, rowB, k, start, rowStart, c, rowC, relu, mask);
                break;
            case 42:
                Tile10x2<L, V, T, E>(a, rowA, columnA, b, rowB, k, start, rowStart, c, rowC, relu, mask);
                break;
            case 45:
                Tile11x1<L, V, T, E>(a, rowA, columnA, b, rowB, k, start, rowStart, c, rowC, relu, mask);
                break;
            case 46:
                Tile11x2<L, V, T, E>(a, rowA, columnA, b, rowB, k, start, rowStart, c, rowC, relu, mask);
                break;
            case 49:
                Tile12x1<L, V, T, E>(a, rowA, columnA, b, rowB, k, start, rowStart, c, rowC, relu, mask);
                break;
            case 50:
                Tile12x2<L, V, T, E>(a, rowA, columnA, b, rowB, k, start, rowStart, c, rowC, relu, mask);
                break;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile1x1<L, V, T, E>(T* a, nint rowA, nint columnA, T* b, nint rowB, nint k, T* start, nint rowStart, T* c, nint rowC, bool relu, V mask)
        where L : ITileLanes<T, V>
        where V : unmanaged
        where T : unmanaged
        where E : ITileEdge
    {
        V s00 = E.MasksC ? L.LoadMasked(start + (0 * rowStart) + (0 * L.Count), mask) : L.Load(start + (0 * rowStart) + (0 * L.Count));
        for (; k > 0; k--)
        {
            V b0 = E.MasksB ? L.LoadMasked(b + (0 * L.Count), mask) : L.Load(b + (0 * L.Count));
            V x0 = L.Create(a[0]);
            s00 = L.Fma(x0, b0, s00);
            a += columnA;
            b += rowB;
        }

        if (relu)
        {
            s00 = L.Relu(s00);
        }

        if (E.MasksC)
        {
            L.StoreMasked(s00, c + (0 * rowC) + (0 * L.Count), mask);
            return;
        }

        L.Store(s00, c + (0 * rowC) + (0 * L.Count));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile1x2<L, V, T, E>(T* a, nint rowA, nint columnA, T* b, nint rowB, nint k, T* start, nint rowStart, T* c, nint rowC, bool relu, V mask)
        where L : ITileLanes<T, V>
        where V : unmanaged
        where T : unmanaged
        where E : ITileEdge
    {
        V s00 = L.Load(start + (0 * rowStart) + (0 * L.Count));
        V s01 = E.MasksC ? L.LoadMasked(start + (0 * rowStart) + (1 * L.Count), mask) : L.Load(start + (0 * rowStart) + (1 * L.Count));
        for (; k > 0; k--)
        {
            V b0 = L.Load(b + (0 * L.Count));
            V b1 = E.MasksB ? L.LoadMasked(b + (1 * L.Count), mask) : L.Load(b + (1 * L.Count));
            V x0 = L.Create(a[0]);
            s00 = L.Fma(x0, b0, s00);
            s01 = L.Fma(x0, b1, s01);
            a += columnA;
            b += rowB;
        }

        if (relu)
        {
            s00 = L.Relu(s00);
            s01 = L.Relu(s01);
        }

        L.Store(s00, c + (0 * rowC) + (0 * L.Count));
        if (E.MasksC)
        {
            L.StoreMasked(s01, c + (0 * rowC) + (1 * L.Count), mask);
            return;
        }

        L.Store(s01, c + (0 * rowC) + (1 * L.Count));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile1x3<L, V, T, E>(T* a, nint rowA, nint columnA, T* b, nint rowB, nint k, T* start, nint rowStart, T* c, nint rowC, bool relu, V mask)
        where L : ITileLanes<T, V>
        where V : unmanaged
        where T : unmanaged
        where E : ITileEdge
    {
        V s00 = L.Load(start + (0 * rowStart) + (0 * L.Count));
        V s01 = L.Load(start + (0 * rowStart) + (1 * L.Count));
        V s02 = E.MasksC ? L.LoadMasked(start + (0 * rowStart) + (2 * L.Count), mask) : L.Load(start + (0 * rowStart) + (2 * L.Count));
        for (; k > 0; k--)
        {
            V b0 = L.Load(b + (0 * L.Count));
            V b1 = L.Load(b + (1 * L.Count));
            V b2 = E.MasksB ? L.LoadMasked(b + (2 * L.Count), mask) : L.Load(b + (2 * L.Count));
            V x0 = L.Create(a[0]);
            s00 = L.Fma(x0, b0, s00);
            s01 = L.Fma(x0, b1, s01);
            s02 = L.Fma(x0, b2, s02);
            a += columnA;
            b += rowB;
        }

        if (relu)
        {
            s00 = L.Relu(s00);
            s01 = L.Relu(s01);
            s02 = L.Relu(s02);
        }

        L.Store(s00, c + (0 * rowC) + (0 * L.Count));
        L.Store(s01, c + (0 * rowC) + (1 * L.Count));
        if (E.MasksC)
        {
            L.StoreMasked(s02, c + (0 * rowC) + (2 * L.Count), mask);
            return;
        }

        L.Store(s02, c + (0 * rowC) + (2 * L.Count));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile2x1<L, V, T, E>(T* a, nint rowA, nint columnA, T* b, nint rowB, nint k, T* start, nint rowStart, T* c, nint rowC, bool relu, V mask)
        where L : ITileLanes<T, V>
        where V : unmanaged
        where T : unmanaged
        where E : ITileEdge
    {
        V s00 = E.MasksC ? L.LoadMasked(start + (0 * rowStart) + (0 * L.Count), mask) : L.Load(start + (0 * rowStart) + (0 * L.Count));
        V s10 = E.MasksC ? L.LoadMasked(start + (1 * rowStart) + (0 * L.Count), mask) : L.Load(start + (1 * rowStart) + (0 * L.Count));
        for (; k > 0; k--)
        {
            V b0 = E.MasksB ? L.LoadMasked(b + (0 * L.Count), mask) : L.Load(b + (0 * L.Count));
            V x0 = L.Create(a[0]);
            s00 = L.Fma(x0, b0, s00);
            V x1 = L.Create(a[rowA]);
            s10 = L.Fma(x1, b0, s10);
            a += columnA;
            b += rowB;
        }

        if (relu)
        {
            s00 = L.Relu(s00);
            s10 = L.Relu(s10);
        }

        if (E.MasksC)
        {
            L.StoreMasked(s00, c + (0 * rowC) + (0 * L.Count), mask);
            L.StoreMasked(s10, c + (1 * rowC) + (0 * L.Count), mask);
            return;
        }

        L.Store(s00, c + (0 * rowC) + (0 * L.Count));
        L.Store(s10, c + (1 * rowC) + (0 * L.Count));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile2x2<L, V, T, E>(T* a, nint rowA, nint columnA, T* b, nint rowB, nint k, T* start, nint rowStart, T* c, nint rowC, bool relu, V mask)
        where L : ITileLanes<T, V>
        where V : unmanaged
        where T : unmanaged
        where E : ITileEdge
    {
        V s00 = L.Load(start + (0 * rowStart) + (0 * L.Count));
        V s01 = E.MasksC ? L.LoadMasked(start + (0 * rowStart) + (1 * L.Count), mask) : L.Load(start + (0 * rowStart) + (1 * L.Count));
        V s10 = L.Load(start + (1 * rowStart) + (0 * L.Count));
        V s11 = E.MasksC ? L.LoadMasked(start + (1 * rowStart) + (1 * L.Count), mask) : L.Load(start + (1 * rowStart) + (1 * L.Count));
        for (; k > 0; k--)
        {
            V b0 = L.Load(b + (0 * L.Count));
            V b1 = E.MasksB ? L.LoadMasked(b + (1 * L.Count), mask) : L.Load(b + (1 * L.Count));
            V x0 = L.Create(a[0]);
            s00 = L.Fma(x0, b0, s00);
            s01 = L.Fma(x0, b1, s01);
            V x1 = L.Create(a[rowA]);
            s10 = L.Fma(x1, b0, s10);
            s11 = L.Fma(x1, b1, s11);
            a += columnA;
            b += rowB;
        }

        if (relu)
        {
            s00 = L.Relu(s00);
            s01 = L.Relu(s01);
            s10 = L.Relu(s10);
            s11 = L.Relu(s11);
        }

        L.Store(s00, c + (0 * rowC) + (0 * L.Count));
        L.Store(s10, c + (1 * rowC) + (0 * L.Count));
        if (E.MasksC)
        {
            L.StoreMasked(s01, c + (0 * rowC) + (1 * L.Count), mask);
            L.StoreMasked(s11, c + (1 * rowC) + (1 * L.Count), mask);
            return;
        }

        L.Store(s01, c + (0 * rowC) + (1 * L.Count));
        L.Store(s11, c + (1 * rowC) + (1 * L.Count));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile2x3<L, V, T, E>(T* a, nint rowA, nint columnA, T* b, nint rowB, nint k, T* start, nint rowStart, T* c, nint rowC, bool relu, V mask)
        where L : ITileLanes<T, V>
        where V : unmanaged
        where T : unmanaged
        where E : ITileEdge
    {
        V s00 = L.Load(start + (0 * rowStart) + (0 * L.Count));
        V s01 = L.Load(start + (0 * rowStart) + (1 * L.Count));
        V s02 = E.MasksC ? L.LoadMasked(start + (0 * rowStart) + (2 * L.Count), mask) : L.Load(start + (0 * rowStart) + (2 * L.Count));
        V s10 = L.Load(start + (1 * rowStart) + (0 * L.Count));
        V s11 = L.Load(start + (1 * rowStart) + (1 * L.Count));
        V s12 = E.MasksC ? L.LoadMasked(start + (1 * rowStart) + (2 * L.Count), mask) : L.Load(start + (1 * rowStart) + (2 * L.Count));
        for (; k > 0; k--)
        {
            V b0 = L.Load(b + (0 * L.Count));
            V b1 = L.Load(b + (1 * L.Count));
            V b2 = E.MasksB ? L.LoadMasked(b + (2 * L.Count), mask) : L.Load(b + (2 * L.Count));
            V x0 = L.Create(a[0]);
            s00 = L.Fma(x0, b0, s00);
            s01 = L.Fma(x0, b1, s01);
            s02 = L.Fma(x0, b2, s02);
            V x1 = L.Create(a[rowA]);
            s10 = L.Fma(x1, b0, s10);
            s11 = L.Fma(x1, b1, s11);
            s12 = L.Fma(x1, b2, s12);
            a += columnA;
            b += rowB;
        }

        if (relu)
        {
            s00 = L.Relu(s00);
            s01 = L.Relu(s01);
            s02 = L.Relu(s02);
            s10 = L.Relu(s10);
            s11 = L.Relu(s11);
            s12 = L.Relu(s12);
        }

        L.Store(s00, c + (0 * rowC) + (0 * L.Count));
        L.Store(s01, c + (0 * rowC) + (1 * L.Count));
        L.Store(s10, c + (1 * rowC) + (0 * L.Count));
        L.Store(s11, c + (1 * rowC) + (1 * L.Count));
        if (E.MasksC)
        {
            L.StoreMasked(s02, c + (0 * rowC) + (2 * L.Count), mask);
            L.StoreMasked(s12, c + (1 * rowC) + (2 * L.Count), mask);
            return;
        }

        L.Store(s02, c + (0 * rowC) + (2 * L.Count));
        L.Store(s12, c + (1 * rowC) + (2 * L.Count));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile3x1<L, V, T, E>(T* a, nint rowA, nint columnA, T* b, nint rowB, nint k, T* start, nint rowStart, T* c, nint rowC, bool relu, V mask)
        where L : ITileLanes<T, V>
        where V : unmanaged
        where T : unmanaged
        where E : ITileEdge
    {
        V s00 = E.MasksC ? L.LoadMasked(start + (0 * rowStart) + (0 * L.Count), mask) : L.Load(start + (0 * rowStart) + (0 * L.Count));
        V s10 = E.MasksC ? L.LoadMasked(start + (1 * rowStart) + (0 * L.Count), mask) : L.Load(start + (1 * rowStart) + (0 * L.Count));
        V s20 = E.MasksC ? L.LoadMasked(start + (2 * rowStart) + (0 * L.Count), mask) : L.Load(start + (2 * rowStart) + (0 * L.Count));
        for (; k > 0; k--)
        {
            V b0 = E.MasksB ? L.LoadMasked(b + (0 * L.Count), mask) : L.Load(b + (0 * L.Count));
            V x0 = L.Create(a[0]);
            s00 = L.Fma(x0, b0, s00);
            V x1 = L.Create(a[rowA]);
            s10 = L.Fma(x1, b0, s10);
            V x2 = L.Create(a[2 * rowA]);
            s20 = L.Fma(x2, b0, s20);
            a += columnA;
            b += rowB;
        }

        if (relu)
        {
            s00 = L.Relu(s00);
            s10 = L.Relu(s10);
            s20 = L.Relu(s20);
        }

        if (E.MasksC)
        {
            L.StoreMasked(s00, c + (0 * rowC) + (0 * L.Count), mask);
            L.StoreMasked(s10, c + (1 * rowC) + (0 * L.Count), mask);
            L.StoreMasked(s20, c + (2 * rowC) + (0 * L.Count), mask);
            return;
        }

        L.Store(s00, c + (0 * rowC) + (0 * L.Count));
        L.Store(s10, c + (1 * rowC) + (0 * L.Count));
        L.Store(s20, c + (2 * rowC) + (0 * L.Count));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile3x2<L, V, T, E>(T* a, nint rowA, nint columnA, T* b, nint rowB, nint k, T* start, nint rowStart, T* c, nint rowC, bool relu, V mask)
        where L : ITileLanes<T, V>
        where V : unmanaged
        where T : unmanaged
        where E : ITileEdge
    {
        V s00 = L.Load(start + (0 * rowStart) + (0 * L.Count));
        V s01 = E.MasksC ? L.LoadMasked(start + (0 * rowStart) + (1 * L.Count), mask) : L.Load(start + (0 * rowStart) + (1 * L.Count));
        V s10 = L.Load(start + (1 * rowStart) + (0 * L.Count));
        V s11 = E.MasksC ? L.LoadMasked(start + (1 * rowStart) + (1 * L.Count), mask) : L.Load(start + (1 * rowStart) + (1 * L.Count));
        V s20 = L.Load(start + (2 * rowStart) + (0 * L.Count));
        V s21 = E.MasksC ? L.LoadMasked(start + (2 * rowStart) + (1 * L.Count), mask) : L.Load(start + (2 * rowStart) + (1 * L.Count));
        for (; k > 0; k--)
        {
            V b0 = L.Load(b + (0 * L.Count));
            V b1 = E.MasksB ? L.LoadMasked(b + (1 * L.Count), mask) : L.Load(b + (1 * L.Count));
            V x0 = L.Create(a[0]);
            s00 = L.Fma(x0, b0, s00);
            s01 = L.Fma(x0, b1, s01);
            V x1 = L.Create(a[rowA]);
            s10 = L.Fma(x1, b0, s10);
            s11 = L.Fma(x1, b1, s11);
            V x2 = L.Create(a[2 * rowA]);
            s20 = L.Fma(x2, b0, s20);
            s21 = L.Fma(x2, b1, s21);
            a += columnA;
            b += rowB;
        }

        if (relu)
        {
            s00 = L.Relu(s00);
            s01 = L.Relu(s01);
            s10 = L.Relu(s10);
            s11 = L.Relu(s11);
            s20 = L.Relu(s20);
            s21 = L.Relu(s21);
        }

        L.Store(s00, c + (0 * rowC) + (0 * L.Count));
        L.Store(s10, c + (1 * rowC) + (0 * L.Count));
        L.Store(s20, c + (2 * rowC) + (0 * L.Count));
        if (E.MasksC)
        {
            L.StoreMasked(s01, c + (0 * rowC) + (1 * L.Count), mask);
            L.StoreMasked(s11, c + (1 * rowC) + (1 * L.Count), mask);
            L.StoreMasked(s21, c + (2 * rowC) + (1 * L.Count), mask);
            return;
        }

        L.Store(s01, c + (0 * rowC) + (1 * L.Count));
        L.Store(s11, c + (1 * rowC) + (1 * L.Count));
        L.Store(s21, c + (2 * rowC) + (1 * L.Count));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile3x3<L, V, T, E>(T* a, nint rowA, nint columnA, T* b, nint rowB, nint k, T* start, nint rowStart, T* c, nint rowC, bool relu, V mask)
        where L : ITileLanes<T, V>
        where V : unmanaged
        where T : unmanaged
        where E : ITileEdge
    {
        V s00 = L.Load(start + (0 * rowStart) + (0 * L.Count));
        V s01 = L.Load(start + (0 * rowStart) + (1 * L.Count));
        V s02 = E.MasksC ? L.LoadMasked(start + (0 * rowStart) + (2 * L.Count), mask) : L.Load(start + (0 * rowStart) + (2 * L.Count));
        V s10 = L.Load(start + (1 * rowStart) + (0 * L.Count));
        V s11 = L.Load(start + (1 * rowStart) + (1 * L.Count));
        V s12 = E.MasksC ? L.LoadMasked(start + (1 * rowStart) + (2 * L.Count), mask) : L.Load(start + (1 * rowStart) + (2 * L.Count));
        V s20 = L.Load(start + (2 * rowStart) + (0 * L.Count));
        V s21 = L.Load(start + (2 * rowStart) + (1 * L.Count));
        V s22 = E.MasksC ? L.LoadMasked(start + (2 * rowStart) + (2 * L.Count), mask) : L.Load(start + (2 * rowStart) + (2 * L.Count));
        for (; k > 0; k--)
        {
            V b0 = L.Load(b + (0 * L.Count));
            V b1 = L.Load(b + (1 * L.Count));
            V b2 = E.MasksB ? L.LoadMasked(b + (2 * L.Count), mask) : L.Load(b + (2 * L.Count));
            V x0 = L.Create(a[0]);
            s00 = L.Fma(x0, b0, s00);
            s01 = L.Fma(x0, b1, s01);
            s02 = L.Fma(x0, b2, s02);
            V x1 = L.Create(a[rowA]);
            s10 = L.Fma(x1, b0, s10);
            s11 = L.Fma(x1, b1, s11);
            s12 = L.Fma(x1, b2, s12);
            V x2 = L.Create(a[2 * rowA]);
            s20 = L.Fma(x2, b0, s20);
            s21 = L.Fma(x2, b1, s21);
            s22 = L.Fma(x2, b2, s22);
            a += columnA;
            b += rowB;
        }

        if (relu)
        {
            s00 = L.Relu(s00);
            s01 = L.Relu(s01);
            s02 = L.Relu(s02);
            s10 = L.Relu(s10);
            s11 = L.Relu(s11);
            s12 = L.Relu(s12);
            s20 = L.Relu(s20);
            s21 = L.Relu(s21);
            s22 = L.Relu(s22);
        }

        L.Store(s00, c + (0 * rowC) + (0 * L.Count));
        L.Store(s01, c + (0 * rowC) + (1 * L.Count));
        L.Store(s10, c + (1 * rowC) + (0 * L.Count));
        L.Store(s11, c + (1 * rowC) + (1 * L.Count));
        L.Store(s20, c + (2 * rowC) + (0 * L.Count));
        L.Store(s21, c + (2 * rowC) + (1 * L.Count));
        if (E.MasksC)
        {
            L.StoreMasked(s02, c + (0 * rowC) + (2 * L.Count), mask);
            L.StoreMasked(s12, c + (1 * rowC) + (2 * L.Count), mask);
            L.StoreMasked(s22, c + (2 * rowC) + (2 * L.Count), mask);
            return;
        }

        L.Store(s02, c + (0 * rowC) + (2 * L.Count));
        L.Store(s12, c + (1 * rowC) + (2 * L.Count));
        L.Store(s22, c + (2 * rowC) + (2 * L.Count));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile4x1<L, V, T, E>(T* a, nint rowA, nint columnA, T* b, nint rowB, nint k, T* start, nint rowStart, T* c, nint rowC, bool relu, V mask)
        where L : ITileLanes<T, V>
        where V : unmanaged
        where T : unmanaged
        where E : ITileEdge
    {
        V s00 = E.MasksC ? L.LoadMasked(start + (0 * rowStart) + (0 * L.Count), mask) : L.Load(start + (0 * rowStart) + (0 * L.Count));
        V s10 = E.MasksC ? L.LoadMasked(start + (1 * rowStart) + (0 * L.Count), mask) : L.Load(start + (1 * rowStart) + (0 * L.Count));
        V s20 = E.MasksC ? L.LoadMasked(start + (2 * rowStart) + (0 * L.Count), mask) : L.Load(start + (2 * rowStart) + (0 * L.Count));
        V s30 = E.MasksC ? L.LoadMasked(start + (3 * rowStart) + (0 * L.Count), mask) : L.Load(start + (3 * rowStart) + (0 * L.Count));
        nint row3 = 3 * rowA;
        for (; k > 0; k--)
        {
            V b0 = E.MasksB ? L.LoadMasked(b + (0 * L.Count), mask) : L.Load(b + (0 * L.Count));
            V x0 = L.Create(a[0]);
            s00 = L.Fma(x0, b0, s00);
            V x1 = L.Create(a[rowA]);
            s10 = L.Fma(x1, b0, s10);
            V x2 = L.Create(a[2 * rowA]);
            s20 = L.Fma(x2, b0, s20);
            V x3 = L.Create(a[row3]);
            s30 = L.Fma(x3, b0, s30);
            a += columnA;
            b += rowB;
        }

        if (relu)
        {
            s00 = L.Relu(s00);
            s10 = L.Relu(s10);
            s20 = L.Relu(s20);
            s30 = L.Relu(s30);
        }

        if (E.MasksC)
        {
            L.StoreMasked(s00, c + (0 * rowC) + (0 * L.Count), mask);
            L.StoreMasked(s10, c + (1 * rowC) + (0 * L.Count), mask);
            L.StoreMasked(s20, c + (2 * rowC) + (0 * L.Count), mask);
            L.StoreMasked(s30, c + (3 * rowC) + (0 * L.Count), mask);
            return;
        }

        L.Store(s00, c + (0 * rowC) + (0 * L.Count));
        L.Store(s10, c + (1 * rowC) + (0 * L.Count));
        L.Store(s20, c + (2 * rowC) + (0 * L.Count));
        L.Store(s30, c + (3 * rowC) + (0 * L.Count));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile4x2<L, V, T, E>(T* a, nint rowA, nint columnA, T* b, nint rowB, nint k, T* start, nint rowStart, T* c, nint rowC, bool relu, V mask)
        where L : ITileLanes<T, V>
        where V : unmanaged
        where T : unmanaged
        where E : ITileEdge
    {
        V s00 = L.Load(start + (0 * rowStart) + (0 * L.Count));
        V s01 = E.MasksC ? L.LoadMasked(start + (0 * rowStart) + (1 * L.Count), mask) : L.Load(start + (0 * rowStart) + (1 * L.Count));
        V s10 = L.Load(start + (1 * rowStart) + (0 * L.Count));
        V s11 = E.MasksC ? L.LoadMasked(start + (1 * rowStart) + (1 * L.Count), mask) : L.Load(start + (1 * rowStart) + (1 * L.Count));
        V s20 = L.Load(start + (2 * rowStart) + (0 * L.Count));
        V s21 = E.MasksC ? L.LoadMasked(start + (2 * rowStart) + (1 * L.Count), mask) : L.Load(start + (2 * rowStart) + (1 * L.Count));
        V s30 = L.Load(start + (3 * rowStart) + (0 * L.Count));
        V s31 = E.MasksC ? L.LoadMasked(start + (3 * rowStart) + (1 * L.Count), mask) : L.Load(start + (3 * rowStart) + (1 * L.Count));
        nint row3 = 3 * rowA;
        for (; k > 0; k--)
        {
            V b0 = L.Load(b + (0 * L.Count));
            V b1 = E.MasksB ? L.LoadMasked(b + (1 * L.Count), mask) : L.Load(b + (1 * L.Count));
            V x0 = L.Create(a[0]);
            s00 = L.Fma(x0, b0, s00);
            s01 = L.Fma(x0, b1, s01);
            V x1 = L.Create(a[rowA]);
            s10 = L.Fma(x1, b0, s10);
            s11 = L.Fma(x1, b1, s11);
            V x2 = L.Create(a[2 * rowA]);
            s20 = L.Fma(x2, b0, s20);
            s21 = L.Fma(x2, b1, s21);
            V x3 = L.Create(a[row3]);
            s30 = L.Fma(x3, b0, s30);
            s31 = L.Fma(x3, b1, s31);
            a += columnA;
            b += rowB;
        }

        if (relu)
        {
            s00 = L.Relu(s00);
            s01 = L.Relu(s01);
            s10 = L.Relu(s10);
            s11 = L.Relu(s11);
            s20 = L.Relu(s20);
            s21 = L.Relu(s21);
            s30 = L.Relu(s30);
            s31 = L.Relu(s31);
        }

        L.Store(s00, c + (0 * rowC) + (0 * L.Count));
        L.Store(s10, c + (1 * rowC) + (0 * L.Count));
        L.Store(s20, c + (2 * rowC) + (0 * L.Count));
        L.Store(s30, c + (3 * rowC) + (0 * L.Count));
        if (E.MasksC)
        {
            L.StoreMasked(s01, c + (0 * rowC) + (1 * L.Count), mask);
            L.StoreMasked(s11, c + (1 * rowC) + (1 * L.Count), mask);
            L.StoreMasked(s21, c + (2 * rowC) + (1 * L.Count), mask);
            L.StoreMasked(s31, c + (3 * rowC) + (1 * L.Count), mask);
            return;
        }

        L.Store(s01, c + (0 * rowC) + (1 * L.Count));
        L.Store(s11, c + (1 * rowC) + (1 * L.Count));
        L.Store(s21, c + (2 * rowC) + (1 * L.Count));
        L.Store(s31, c + (3 * rowC) + (1 * L.Count));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile4x3<L, V, T, E>(T* a, nint rowA, nint columnA, T* b, nint rowB, nint k, T* start, nint rowStart, T* c, nint rowC, bool relu, V mask)
        where L : ITileLanes<T, V>
        where V : unmanaged
        where T : unmanaged
        where E : ITileEdge
    {
        V s00 = L.Load(start + (0 * rowStart) + (0 * L.Count));
        V s01 = L.Load(start + (0 * rowStart) + (1 * L.Count));
        V s02 = E.MasksC ? L.LoadMasked(start + (0 * rowStart) + (2 * L.Count), mask) : L.Load(start + (0 * rowStart) + (2 * L.Count));
        V s10 = L.Load(start + (1 * rowStart) + (0 * L.Count));
        V s11 = L.Load(start + (1 * rowStart) + (1 * L.Count));
        V s12 = E.MasksC ? L.LoadMasked(start + (1 * rowStart) + (2 * L.Count), mask) : L.Load(start + (1 * rowStart) + (2 * L.Count));
        V s20 = L.Load(start + (2 * rowStart) + (0 * L.Count));
        V s21 = L.Load(start + (2 * rowStart) + (1 * L.Count));
        V s22 = E.MasksC ? L.LoadMasked(start + (2 * rowStart) + (2 * L.Count), mask) : L.Load(start + (2 * rowStart) + (2 * L.Count));
        V s30 = L.Load(start + (3 * rowStart) + (0 * L.Count));
        V s31 = L.Load(start + (3 * rowStart) + (1 * L.Count));
        V s32 = E.MasksC ? L.LoadMasked(start + (3 * rowStart) + (2 * L.Count), mask) : L.Load(start + (3 * rowStart) + (2 * L.Count));
        nint row3 = 3 * rowA;
        for (; k > 0; k--)
        {
            V b0 = L.Load(b + (0 * L.Count));
            V b1 = L.Load(b + (1 * L.Count));
            V b2 = E.MasksB ? L.LoadMasked(b + (2 * L.Count), mask) : L.Load(b + (2 * L.Count));
            V x0 = L.Create(a[0]);
            s00 = L.Fma(x0, b0, s00);
            s01 = L.Fma(x0, b1, s01);
            s02 = L.Fma(x0, b2, s02);
            V x1 = L.Create(a[rowA]);
            s10 = L.Fma(x1, b0, s10);
            s11 = L.Fma(x1, b1, s11);
            s12 = L.Fma(x1, b2, s12);
            V x2 = L.Create(a[2 * rowA]);
            s20 = L.Fma(x2, b0, s20);
            s21 = L.Fma(x2, b1, s21);
            s22 = L.Fma(x2, b2, s22);
            V x3 = L.Create(a[row3]);
            s30 = L.Fma(x3, b0, s30);
            s31 = L.Fma(x3, b1, s31);
            s32 = L.Fma(x3, b2, s32);
            a += columnA;
            b += rowB;
        }

        if (relu)
        {
            s00 = L.Relu(s00);
            s01 = L.Relu(s01);
            s02 = L.Relu(s02);
            s10 = L.Relu(s10);
            s11 = L.Relu(s11);
            s12 = L.Relu(s12);
            s20 = L.Relu(s20);
            s21 = L.Relu(s21);
            s22 = L.Relu(s22);
            s30 = L.Relu(s30);
            s31 = L.Relu(s31);
            s32 = L.Relu(s32);
        }

        L.Store(s00, c + (0 * rowC) + (0 * L.Count));
        L.Store(s01, c + (0 * rowC) + (1 * L.Count));
        L.Store(s10, c + (1 * rowC) + (0 * L.Count));
        L.Store(s11, c + (1 * rowC) + (1 * L.Count));
        L.Store(s20, c + (2 * rowC) + (0 * L.Count));
        L.Store(s21, c + (2 * rowC) + (1 * L.Count));
        L.Store(s30, c + (3 * rowC) + (0 * L.Count));
        L.Store(s31, c + (3 * rowC) + (1 * L.Count));
        if (E.MasksC)
        {
            L.StoreMasked(s02, c + (0 * rowC) + (2 * L.Count), mask);
            L.StoreMasked(s12, c + (1 * rowC) + (2 * L.Count), mask);
            L.StoreMasked(s22, c + (2 * rowC) + (2 * L.Count), mask);
            L.StoreMasked(s32, c + (3 * rowC) + (2 * L.Count), mask);
            return;
        }

        L.Store(s02, c + (0 * rowC) + (2 * L.Count));
        L.Store(s12, c + (1 * rowC) + (2 * L.Count));
        L.Store(s22, c + (2 * rowC) + (2 * L.Count));
        L.Store(s32, c + (3 * rowC) + (2 * L.Count));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile5x1<L, V, T, E>(T* a, nint rowA, nint columnA, T* b, nint rowB, nint k, T* start, nint rowStart, T* c, nint rowC, bool relu, V mask)
        where L : ITileLanes<T, V>
        where V : unmanaged
        where T : unmanaged
        where E : ITileEdge
    {
        V s00 = E.MasksC ? L.LoadMasked(start + (0 * rowStart) + (0 * L.Count), mask) : L.Load(start + (0 * rowStart) + (0 * L.Count));
        V s10 = E.MasksC ? L.LoadMasked(start + (1 * rowStart) + (0 * L.Count), mask) : L.Load(start + (1 * rowStart) + (0 * L.Count));
        V s20 = E.MasksC ? L.LoadMasked(start + (2 * rowStart) + (0 * L.Count), mask) : L.Load(start + (2 * rowStart) + (0 * L.Count));
        V s30 = E.MasksC ? L.LoadMasked(start + (3 * rowStart) + (0 * L.Count), mask) : L.Load(start + (3 * rowStart) + (0 * L.Count));
        V s40 = E.MasksC ? L.LoadMasked(start + (4 * rowStart) + (0 * L.Count), mask) : L.Load(start + (4 * rowStart) + (0 * L.Count));
        nint row3 = 3 * rowA;
        T* a4 = a + (4 * rowA);
        for (; k > 0; k--)
        {
            V b0 = E.MasksB ? L.LoadMasked(b + (0 * L.Count), mask) : L.Load(b + (0 * L.Count));
            V x0 = L.Create(a[0]);
            s00 = L.Fma(x0, b0, s00);
            V x1 = L.Create(a[rowA]);
            s10 = L.Fma(x1, b0, s10);
            V x2 = L.Create(a[2 * rowA]);
            s20 = L.Fma(x2, b0, s20);
            V x3 = L.Create(a[row3]);
            s30 = L.Fma(x3, b0, s30);
            V x4 = L.Create(a4[0]);
            s40 = L.Fma(x4, b0, s40);
            a += columnA;
            a4 += columnA;
            b += rowB;
        }

        if (relu)
        {
            s00 = L.Relu(s00);
            s10 = L.Relu(s10);
            s20 = L.Relu(s20);
            s30 = L.Relu(s30);
            s40 = L.Relu(s40);
        }

        if (E.MasksC)
        {
            L.StoreMasked(s00, c + (0 * rowC) + (0 * L.Count), mask);
            L.StoreMasked(s10, c + (1 * rowC) + (0 * L.Count), mask);
            L.StoreMasked(s20, c + (2 * rowC) + (0 * L.Count), mask);
            L.StoreMasked(s30, c + (3 * rowC) + (0 * L.Count), mask);
            L.StoreMasked(s40, c + (4 * rowC) + (0 * L.Count), mask);
            return;
        }

        L.Store(s00, c + (0 * rowC) + (0 * L.Count));
        L.Store(s10, c + (1 * rowC) + (0 * L.Count));
        L.Store(s20, c + (2 * rowC) + (0 * L.Count));
        L.Store(s30, c + (3 * rowC) + (0 * L.Count));
        L.Store(s40, c + (4 * rowC) + (0 * L.Count));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile5x2<L, V, T, E>(T* a, nint rowA, nint columnA, T* b, nint rowB, nint k, T* start, nint rowStart, T* c, nint rowC, bool relu, V mask)
        where L : ITileLanes<T, V>
        where V : unmanaged
        where T : unmanaged
        where E : ITileEdge
    {
        V s00 = L.Load(start + (0 * rowStart) + (0 * L.Count));
        V s01 = E.MasksC ? L.LoadMasked(start + (0 * rowStart) + (1 * L.Count), mask) : L.Load(start + (0 * rowStart) + (1 * L.Count));
        V s10 = L.Load(start + (1 * rowStart) + (0 * L.Count));
        V s11 = E.MasksC ? L.LoadMasked(start + (1 * rowStart) + (1 * L.Count), mask) : L.Load(start + (1 * rowStart) + (1 * L.Count));
        V s20 = L.Load(start + (2 * rowStart) + (0 * L.Count));
        V s21 = E.MasksC ? L.LoadMasked(start + (2 * rowStart) + (1 * L.Count), mask) : L.Load(start + (2 * rowStart) + (1 * L.Count));
        V s30 = L.Load(start + (3 * rowStart) + (0 * L.Count));
        V s31 = E.MasksC ? L.LoadMasked(start + (3 * rowStart) + (1 * L.Count), mask) : L.Load(start + (3 * rowStart) + (1 * L.Count));
        V s40 = L.Load(start + (4 * rowStart) + (0 * L.Count));
        V s41 = E.MasksC ? L.LoadMasked(start + (4 * rowStart) + (1 * L.Count), mask) : L.Load(start + (4 * rowStart) + (1 * L.Count));
        nint row3 = 3 * rowA;
        T* a4 = a + (4 * rowA);
        for (; k > 0; k--)
        {
            V b0 = L.Load(b + (0 * L.Count));
            V b1 = E.MasksB ? L.LoadMasked(b + (1 * L.Count), mask) : L.Load(b + (1 * L.Count));
            V x0 = L.Create(a[0]);
            s00 = L.Fma(x0, b0, s00);
            s01 = L.Fma(x0, b1, s01);
            V x1 = L.Create(a[rowA]);
            s10 = L.Fma(x1, b0, s10);
            s11 = L.Fma(x1, b1, s11);
            V x2 = L.Create(a[2 * rowA]);
            s20 = L.Fma(x2, b0, s20);
            s21 = L.Fma(x2, b1, s21);
            V x3 = L.Create(a[row3]);
            s30 = L.Fma(x3, b0, s30);
            s31 = L.Fma(x3, b1, s31);
            V x4 = L.Create(a4[0]);
            s40 = L.Fma(x4, b0, s40);
            s41 = L.Fma(x4, b1, s41);
            a += columnA;
            a4 += columnA;
            b += rowB;
        }

        if (relu)
        {
            s00 = L.Relu(s00);
            s01 = L.Relu(s01);
            s10 = L.Relu(s10);
            s11 = L.Relu(s11);
            s20 = L.Relu(s20);
            s21 = L.Relu(s21);
            s30 = L.Relu(s30);
            s31 = L.Relu(s31);
            s40 = L.Relu(s40);
            s41 = L.Relu(s41);
        }

        L.Store(s00, c + (0 * rowC) + (0 * L.Count));
        L.Store(s10, c + (1 * rowC) + (0 * L.Count));
        L.Store(s20, c + (2 * rowC) + (0 * L.Count));
        L.Store(s30, c + (3 * rowC) + (0 * L.Count));
        L.Store(s40, c + (4 * rowC) + (0 * L.Count));
        if (E.MasksC)
        {
            L.StoreMasked(s01, c + (0 * rowC) + (1 * L.Count), mask);
            L.StoreMasked(s11, c + (1 * rowC) + (1 * L.Count), mask);
            L.StoreMasked(s21, c + (2 * rowC) + (1 * L.Count), mask);
            L.StoreMasked(s31, c + (3 * rowC) + (1 * L.Count), mask);
            L.StoreMasked(s41, c + (4 * rowC) + (1 * L.Count), mask);
            return;
        }

        L.Store(s01, c + (0 * rowC) + (1 * L.Count));
        L.Store(s11, c + (1 * rowC) + (1 * L.Count));
        L.Store(s21, c + (2 * rowC) + (1 * L.Count));
        L.Store(s31, c + (3 * rowC) + (1 * L.Count));
        L.Store(s41, c + (4 * rowC) + (1 * L.Count));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile5x3<L, V, T, E>(T* a, nint rowA, nint columnA, T* b, nint rowB, nint k, T* start, nint rowStart, T* c, nint rowC, bool relu, V mask)
        where L : ITileLanes<T, V>
        where V : unmanaged
        where T : unmanaged
        where E : ITileEdge
    {
        V s00 = L.Load(start + (0 * rowStart) + (0 * L.Count));
        V s01 = L.Load(start + (0 * rowStart) + (1 * L.Count));
        V s02 = E.MasksC ? L.LoadMasked(start + (0 * rowStart) + (2 * L.Count), mask) : L.Load(start + (0 * rowStart) + (2 * L.Count));
        V s10 = L.Load(start + (1 * rowStart) + (0 * L.Count));
        V s11 = L.Load(start + (1 * rowStart) + (1 * L.Count));
        V s12 = E.MasksC ? L.LoadMasked(start + (1 * rowStart) + (2 * L.Count), mask) : L.Load(start + (1 * rowStart) + (2 * L.Count));
        V s20 = L.Load(start + (2 * rowStart) + (0 * L.Count));
        V s21 = L.Load(start + (2 * rowStart) + (1 * L.Count));
        V s22 = E.MasksC ? L.LoadMasked(start + (2 * rowStart) + (2 * L.Count), mask) : L.Load(start + (2 * rowStart) + (2 * L.Count));
        V s30 = L.Load(start + (3 * rowStart) + (0 * L.Count));
        V s31 = L.Load(start + (3 * rowStart) + (1 * L.Count));
        V s32 = E.MasksC ? L.LoadMasked(start + (3 * rowStart) + (2 * L.Count), mask) : L.Load(start + (3 * rowStart) + (2 * L.Count));
        V s40 = L.Load(start + (4 * rowStart) + (0 * L.Count));
        V s41 = L.Load(start + (4 * rowStart) + (1 * L.Count));
        V s42 = E.MasksC ? L.LoadMasked(start + (4 * rowStart) + (2 * L.Count), mask) : L.Load(start + (4 * rowStart) + (2 * L.Count));
        nint row3 = 3 * rowA;
        T* a4 = a + (4 * rowA);
        for (; k > 0; k--)
        {
            V b0 = L.Load(b + (0 * L.Count));
            V b1 = L.Load(b + (1 * L.Count));
            V b2 = E.MasksB ? L.LoadMasked(b + (2 * L.Count), mask) : L.Load(b + (2 * L.Count));
            V x0 = L.Create(a[0]);
            s00 = L.Fma(x0, b0, s00);
            s01 = L.Fma(x0, b1, s01);
            s02 = L.Fma(x0, b2, s02);
            V x1 = L.Create(a[rowA]);
            s10 = L.Fma(x1, b0, s10);
            s11 = L.Fma(x1, b1, s11);
            s12 = L.Fma(x1, b2, s12);
            V x2 = L.Create(a[2 * rowA]);
            s20 = L.Fma(x2, b0, s20);
            s21 = L.Fma(x2, b1, s21);
            s22 = L.Fma(x2, b2, s22);
            V x3 = L.Create(a[row3]);
            s30 = L.Fma(x3, b0, s30);
            s31 = L.Fma(x3, b1, s31);
            s32 = L.Fma(x3, b2, s32);
            V x4 = L.Create(a4[0]);
            s40 = L.Fma(x4, b0, s40);
            s41 = L.Fma(x4, b1, s41);
            s42 = L.Fma(x4, b2, s42);
            a += columnA;
            a4 += columnA;
            b += rowB;
        }

        if (relu)
        {
            s00 = L.Relu(s00);
            s01 = L.Relu(s01);
            s02 = L.Relu(s02);
            s10 = L.Relu(s10);
            s11 = L.Relu(s11);
            s12 = L.Relu(s12);
            s20 = L.Relu(s20);
            s21 = L.Relu(s21);
            s22 = L.Relu(s22);
            s30 = L.Relu(s30);
            s31 = L.Relu(s31);
            s32 = L.Relu(s32);
            s40 = L.Relu(s40);
            s41 = L.Relu(s41);
            s42 = L.Relu(s42);
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
        if (E.MasksC)
        {
            L.StoreMasked(s02, c + (0 * rowC) + (2 * L.Count), mask);
            L.StoreMasked(s12, c + (1 * rowC) + (2 * L.Count), mask);
            L.StoreMasked(s22, c + (2 * rowC) + (2 * L.Count), mask);
            L.StoreMasked(s32, c + (3 * rowC) + (2 * L.Count), mask);
            L.StoreMasked(s42, c + (4 * rowC) + (2 * L.Count), mask);
            return;
        }

        L.Store(s02, c + (0 * rowC) + (2 * L.Count));
        L.Store(s12, c + (1 * rowC) + (2 * L.Count));
        L.Store(s22, c + (2 * rowC) + (2 * L.Count));
        L.Store(s32, c + (3 * rowC) + (2 * L.Count));
        L.Store(s42, c + (4 * rowC) + (2 * L.Count));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile6x1<L, V, T, E>(T* a, nint rowA, nint columnA, T* b, nint rowB, nint k, T* start, nint rowStart, T* c, nint rowC, bool relu, V mask)
        where L : ITileLanes<T, V>
        where V : unmanaged
        where T : unmanaged
        where E : ITileEdge
    {
        V s00 = E.MasksC ? L.LoadMasked(start + (0 * rowStart) + (0 * L.Count), mask) : L.Load(start + (0 * rowStart) + (0 * L.Count));
        V s10 = E.MasksC ? L.LoadMasked(start + (1 * rowStart) + (0 * L.Count), mask) : L.Load(start + (1 * rowStart) + (0 * L.Count));
        V s20 = E.MasksC ? L.LoadMasked(start + (2 * rowStart) + (0 * L.Count), mask) : L.Load(start + (2 * rowStart) + (0 * L.Count));
        V s30 = E.MasksC ? L.LoadMasked(start + (3 * rowStart) + (0 * L.Count), mask) : L.Load(start + (3 * rowStart) + (0 * L.Count));
        V s40 = E.MasksC ? L.LoadMasked(start + (4 * rowStart) + (0 * L.Count), mask) : L.Load(start + (4 * rowStart) + (0 * L.Count));
        V s50 = E.MasksC ? L.LoadMasked(start + (5 * rowStart) + (0 * L.Count), mask) : L.Load(start + (5 * rowStart) + (0 * L.Count));
        nint row3 = 3 * rowA;
        T* a4 = a + (4 * rowA);
        for (; k > 0; k--)
        {
            V b0 = E.MasksB ? L.LoadMasked(b + (0 * L.Count), mask) : L.Load(b + (0 * L.Count));
            V x0 = L.Create(a[0]);
            s00 = L.Fma(x0, b0, s00);
            V x1 = L.Create(a[rowA]);
            s10 = L.Fma(x1, b0, s10);
            V x2 = L.Create(a[2 * rowA]);
            s20 = L.Fma(x2, b0, s20);
            V x3 = L.Create(a[row3]);
            s30 = L.Fma(x3, b0, s30);
            V x4 = L.Create(a4[0]);
            s40 = L.Fma(x4, b0, s40);
            V x5 = L.Create(a4[rowA]);
            s50 = L.Fma(x5, b0, s50);
            a += columnA;
            a4 += columnA;
            b += rowB;
        }

        if (relu)
        {
            s00 = L.Relu(s00);
            s10 = L.Relu(s10);
            s20 = L.Relu(s20);
            s30 = L.Relu(s30);
            s40 = L.Relu(s40);
            s50 = L.Relu(s50);
        }

        if (E.MasksC)
        {
            L.StoreMasked(s00, c + (0 * rowC) + (0 * L.Count), mask);
            L.StoreMasked(s10, c + (1 * rowC) + (0 * L.Count), mask);
            L.StoreMasked(s20, c + (2 * rowC) + (0 * L.Count), mask);
            L.StoreMasked(s30, c + (3 * rowC) + (0 * L.Count), mask);
            L.StoreMasked(s40, c + (4 * rowC) + (0 * L.Count), mask);
            L.StoreMasked(s50, c + (5 * rowC) + (0 * L.Count), mask);
            return;
        }

        L.Store(s00, c + (0 * rowC) + (0 * L.Count));
        L.Store(s10, c + (1 * rowC) + (0 * L.Count));
        L.Store(s20, c + (2 * rowC) + (0 * L.Count));
        L.Store(s30, c + (3 * rowC) + (0 * L.Count));
        L.Store(s40, c + (4 * rowC) + (0 * L.Count));
        L.Store(s50, c + (5 * rowC) + (0 * L.Count));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile6x2<L, V, T, E>(T* a, nint rowA, nint columnA, T* b, nint rowB, nint k, T* start, nint rowStart, T* c, nint rowC, bool relu, V mask)
        where L : ITileLanes<T, V>
        where V : unmanaged
        where T : unmanaged
        where E : ITileEdge
    {
        V s00 = L.Load(start + (0 * rowStart) + (0 * L.Count));
        V s01 = E.MasksC ? L.LoadMasked(start + (0 * rowStart) + (1 * L.Count), mask) : L.Load(start + (0 * rowStart) + (1 * L.Count));
        V s10 = L.Load(start + (1 * rowStart) + (0 * L.Count));
        V s11 = E.MasksC ? L.LoadMasked(start + (1 * rowStart) + (1 * L.Count), mask) : L.Load(start + (1 * rowStart) + (1 * L.Count));
        V s20 = L.Load(start + (2 * rowStart) + (0 * L.Count));
        V s21 = E.MasksC ? L.LoadMasked(start + (2 * rowStart) + (1 * L.Count), mask) : L.Load(start + (2 * rowStart) + (1 * L.Count));
        V s30 = L.Load(start + (3 * rowStart) + (0 * L.Count));
        V s31 = E.MasksC ? L.LoadMasked(start + (3 * rowStart) + (1 * L.Count), mask) : L.Load(start + (3 * rowStart) + (1 * L.Count));
        V s40 = L.Load(start + (4 * rowStart) + (0 * L.Count));
        V s41 = E.MasksC ? L.LoadMasked(start + (4 * rowStart) + (1 * L.Count), mask) : L.Load(start + (4 * rowStart) + (1 * L.Count));
        V s50 = L.Load(start + (5 * rowStart) + (0 * L.Count));
        V s51 = E.MasksC ? L.LoadMasked(start + (5 * rowStart) + (1 * L.Count), mask) : L.Load(start + (5 * rowStart) + (1 * L.Count));
        nint row3 = 3 * rowA;
        T* a4 = a + (4 * rowA);
        for (; k > 0; k--)
        {
            V b0 = L.Load(b + (0 * L.Count));
            V b1 = E.MasksB ? L.LoadMasked(b + (1 * L.Count), mask) : L.Load(b + (1 * L.Count));
            V x0 = L.Create(a[0]);
            s00 = L.Fma(x0, b0, s00);
            s01 = L.Fma(x0, b1, s01);
            V x1 = L.Create(a[rowA]);
            s10 = L.Fma(x1, b0, s10);
            s11 = L.Fma(x1, b1, s11);
            V x2 = L.Create(a[2 * rowA]);
            s20 = L.Fma(x2, b0, s20);
            s21 = L.Fma(x2, b1, s21);
            V x3 = L.Create(a[row3]);
            s30 = L.Fma(x3, b0, s30);
            s31 = L.Fma(x3, b1, s31);
            V x4 = L.Create(a4[0]);
            s40 = L.Fma(x4, b0, s40);
            s41 = L.Fma(x4, b1, s41);
            V x5 = L.Create(a4[rowA]);
            s50 = L.Fma(x5, b0, s50);
            s51 = L.Fma(x5, b1, s51);
            a += columnA;
            a4 += columnA;
            b += rowB;
        }

        if (relu)
        {
            s00 = L.Relu(s00);
            s01 = L.Relu(s01);
            s10 = L.Relu(s10);
            s11 = L.Relu(s11);
            s20 = L.Relu(s20);
            s21 = L.Relu(s21);
            s30 = L.Relu(s30);
            s31 = L.Relu(s31);
            s40 = L.Relu(s40);
            s41 = L.Relu(s41);
            s50 = L.Relu(s50);
            s51 = L.Relu(s51);
        }

        L.Store(s00, c + (0 * rowC) + (0 * L.Count));
        L.Store(s10, c + (1 * rowC) + (0 * L.Count));
        L.Store(s20, c + (2 * rowC) + (0 * L.Count));
        L.Store(s30, c + (3 * rowC) + (0 * L.Count));
        L.Store(s40, c + (4 * rowC) + (0 * L.Count));
        L.Store(s50, c + (5 * rowC) + (0 * L.Count));
        if (E.MasksC)
        {
            L.StoreMasked(s01, c + (0 * rowC) + (1 * L.Count), mask);
            L.StoreMasked(s11, c + (1 * rowC) + (1 * L.Count), mask);
            L.StoreMasked(s21, c + (2 * rowC) + (1 * L.Count), mask);
            L.StoreMasked(s31, c + (3 * rowC) + (1 * L.Count), mask);
            L.StoreMasked(s41, c + (4 * rowC) + (1 * L.Count), mask);
            L.StoreMasked(s51, c + (5 * rowC) + (1 * L.Count), mask);
            return;
        }

        L.Store(s01, c + (0 * rowC) + (1 * L.Count));
        L.Store(s11, c + (1 * rowC) + (1 * L.Count));
        L.Store(s21, c + (2 * rowC) + (1 * L.Count));
        L.Store(s31, c + (3 * rowC) + (1 * L.Count));
        L.Store(s41, c + (4 * rowC) + (1 * L.Count));
        L.Store(s51, c + (5 * rowC) + (1 * L.Count));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile6x3<L, V, T, E>(T* a, nint rowA, nint columnA, T* b, nint rowB, nint k, T* start, nint rowStart, T* c, nint rowC, bool relu, V mask)
        where L : ITileLanes<T, V>
        where V : unmanaged
        where T : unmanaged
        where E : ITileEdge
    {
        V s00 = L.Load(start + (0 * rowStart) + (0 * L.Count));
        V s01 = L.Load(start + (0 * rowStart) + (1 * L.Count));
        V s02 = E.MasksC ? L.LoadMasked(start + (0 * rowStart) + (2 * L.Count), mask) : L.Load(start + (0 * rowStart) + (2 * L.Count));
        V s10 = L.Load(start + (1 * rowStart) + (0 * L.Count));
        V s11 = L.Load(start + (1 * rowStart) + (1 * L.Count));
        V s12 = E.MasksC ? L.LoadMasked(start + (1 * rowStart) + (2 * L.Count), mask) : L.Load(start + (1 * rowStart) + (2 * L.Count));
        V s20 = L.Load(start + (2 * rowStart) + (0 * L.Count));
        V s21 = L.Load(start + (2 * rowStart) + (1 * L.Count));
        V s22 = E.MasksC ? L.LoadMasked(start + (2 * rowStart) + (2 * L.Count), mask) : L.Load(start + (2 * rowStart) + (2 * L.Count));
        V s30 = L.Load(start + (3 * rowStart) + (0 * L.Count));
        V s31 = L.Load(start + (3 * rowStart) + (1 * L.Count));
        V s32 = E.MasksC ? L.LoadMasked(start + (3 * rowStart) + (2 * L.Count), mask) : L.Load(start + (3 * rowStart) + (2 * L.Count));
        V s40 = L.Load(start + (4 * rowStart) + (0 * L.Count));
        V s41 = L.Load(start + (4 * rowStart) + (1 * L.Count));
        V s42 = E.MasksC ? L.LoadMasked(start + (4 * rowStart) + (2 * L.Count), mask) : L.Load(start + (4 * rowStart) + (2 * L.Count));
        V s50 = L.Load(start + (5 * rowStart) + (0 * L.Count));
        V s51 = L.Load(start + (5 * rowStart) + (1 * L.Count));
        V s52 = E.MasksC ? L.LoadMasked(start + (5 * rowStart) + (2 * L.Count), mask) : L.Load(start + (5 * rowStart) + (2 * L.Count));
        nint row3 = 3 * rowA;
        T* a4 = a + (4 * rowA);
        for (; k > 0; k--)
        {
            V b0 = L.Load(b + (0 * L.Count));
            V b1 = L.Load(b + (1 * L.Count));
            V b2 = E.MasksB ? L.LoadMasked(b + (2 * L.Count), mask) : L.Load(b + (2 * L.Count));
            V x0 = L.Create(a[0]);
            s00 = L.Fma(x0, b0, s00);
            s01 = L.Fma(x0, b1, s01);
            s02 = L.Fma(x0, b2, s02);
            V x1 = L.Create(a[rowA]);
            s10 = L.Fma(x1, b0, s10);
            s11 = L.Fma(x1, b1, s11);
            s12 = L.Fma(x1, b2, s12);
            V x2 = L.Create(a[2 * rowA]);
            s20 = L.Fma(x2, b0, s20);
            s21 = L.Fma(x2, b1, s21);
            s22 = L.Fma(x2, b2, s22);
            V x3 = L.Create(a[row3]);
            s30 = L.Fma(x3, b0, s30);
            s31 = L.Fma(x3, b1, s31);
            s32 = L.Fma(x3, b2, s32);
            V x4 = L.Create(a4[0]);
            s40 = L.Fma(x4, b0, s40);
            s41 = L.Fma(x4, b1, s41);
            s42 = L.Fma(x4, b2, s42);
            V x5 = L.Create(a4[rowA]);
            s50 = L.Fma(x5, b0, s50);
            s51 = L.Fma(x5, b1, s51);
            s52 = L.Fma(x5, b2, s52);
            a += columnA;
            a4 += columnA;
            b += rowB;
        }

        if (relu)
        {
            s00 = L.Relu(s00);
            s01 = L.Relu(s01);
            s02 = L.Relu(s02);
            s10 = L.Relu(s10);
            s11 = L.Relu(s11);
            s12 = L.Relu(s12);
            s20 = L.Relu(s20);
            s21 = L.Relu(s21);
            s22 = L.Relu(s22);
            s30 = L.Relu(s30);
            s31 = L.Relu(s31);
            s32 = L.Relu(s32);
            s40 = L.Relu(s40);
            s41 = L.Relu(s41);
            s42 = L.Relu(s42);
            s50 = L.Relu(s50);
            s51 = L.Relu(s51);
            s52 = L.Relu(s52);
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
        if (E.MasksC)
        {
            L.StoreMasked(s02, c + (0 * rowC) + (2 * L.Count), mask);
            L.StoreMasked(s12, c + (1 * rowC) + (2 * L.Count), mask);
            L.StoreMasked(s22, c + (2 * rowC) + (2 * L.Count), mask);
            L.StoreMasked(s32, c + (3 * rowC) + (2 * L.Count), mask);
            L.StoreMasked(s42, c + (4 * rowC) + (2 * L.Count), mask);
            L.StoreMasked(s52, c + (5 * rowC) + (2 * L.Count), mask);
            return;
        }

        L.Store(s02, c + (0 * rowC) + (2 * L.Count));
        L.Store(s12, c + (1 * rowC) + (2 * L.Count));
        L.Store(s22, c + (2 * rowC) + (2 * L.Count));
        L.Store(s32, c + (3 * rowC) + (2 * L.Count));
        L.Store(s42, c + (4 * rowC) + (2 * L.Count));
        L.Store(s52, c + (5 * rowC) + (2 * L.Count));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile7x1<L, V, T, E>(T* a, nint rowA, nint columnA, T* b, nint rowB, nint k, T* start, nint rowStart, T* c, nint rowC, bool relu, V mask)
        where L : ITileLanes<T, V>
        where V : unmanaged
        where T : unmanaged
        where E : ITileEdge
    {
        V s00 = E.MasksC ? L.LoadMasked(start + (0 * rowStart) + (0 * L.Count), mask) : L.Load(start + (0 * rowStart) + (0 * L.Count));
        V s10 = E.MasksC ? L.LoadMasked(start + (1 * rowStart) + (0 * L.Count), mask) : L.Load(start + (1 * rowStart) + (0 * L.Count));
        V s20 = E.MasksC ? L.LoadMasked(start + (2 * rowStart) + (0 * L.Count), mask) : L.Load(start + (2 * rowStart) + (0 * L.Count));
        V s30 = E.MasksC ? L.LoadMasked(start + (3 * rowStart) + (0 * L.Count), mask) : L.Load(start + (3 * rowStart) + (0 * L.Count));
        V s40 = E.MasksC ? L.LoadMasked(start + (4 * rowStart) + (0 * L.Count), mask) : L.Load(start + (4 * rowStart) + (0 * L.Count));
        V s50 = E.MasksC ? L.LoadMasked(start + (5 * rowStart) + (0 * L.Count), mask) : L.Load(start + (5 * rowStart) + (0 * L.Count));
        V s60 = E.MasksC ? L.LoadMasked(start + (6 * rowStart) + (0 * L.Count), mask) : L.Load(start + (6 * rowStart) + (0 * L.Count));
        nint row3 = 3 * rowA;
        T* a4 = a + (4 * rowA);
        for (; k > 0; k--)
        {
            V b0 = E.MasksB ? L.LoadMasked(b + (0 * L.Count), mask) : L.Load(b + (0 * L.Count));
            V x0 = L.Create(a[0]);
            s00 = L.Fma(x0, b0, s00);
            V x1 = L.Create(a[rowA]);
            s10 = L.Fma(x1, b0, s10);
            V x2 = L.Create(a[2 * rowA]);
            s20 = L.Fma(x2, b0, s20);
            V x3 = L.Create(a[row3]);
            s30 = L.Fma(x3, b0, s30);
            V x4 = L.Create(a4[0]);
            s40 = L.Fma(x4, b0, s40);
            V x5 = L.Create(a4[rowA]);
            s50 = L.Fma(x5, b0, s50);
            V x6 = L.Create(a4[2 * rowA]);
            s60 = L.Fma(x6, b0, s60);
            a += columnA;
            a4 += columnA;
            b += rowB;
        }

        if (relu)
        {
            s00 = L.Relu(s00);
            s10 = L.Relu(s10);
            s20 = L.Relu(s20);
            s30 = L.Relu(s30);
            s40 = L.Relu(s40);
            s50 = L.Relu(s50);
            s60 = L.Relu(s60);
        }

        if (E.MasksC)
        {
            L.StoreMasked(s00, c + (0 * rowC) + (0 * L.Count), mask);
            L.StoreMasked(s10, c + (1 * rowC) + (0 * L.Count), mask);
            L.StoreMasked(s20, c + (2 * rowC) + (0 * L.Count), mask);
            L.StoreMasked(s30, c + (3 * rowC) + (0 * L.Count), mask);
            L.StoreMasked(s40, c + (4 * rowC) + (0 * L.Count), mask);
            L.StoreMasked(s50, c + (5 * rowC) + (0 * L.Count), mask);
            L.StoreMasked(s60, c + (6 * rowC) + (0 * L.Count), mask);
            return;
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
    private static void Tile7x2<L, V, T, E>(T* a, nint rowA, nint columnA, T* b, nint rowB, nint k, T* start, nint rowStart, T* c, nint rowC, bool relu, V mask)
        where L : ITileLanes<T, V>
        where V : unmanaged
        where T : unmanaged
        where E : ITileEdge
    {
        V s00 = L.Load(start + (0 * rowStart) + (0 * L.Count));
        V s01 = E.MasksC ? L.LoadMasked(start + (0 * rowStart) + (1 * L.Count), mask) : L.Load(start + (0 * rowStart) + (1 * L.Count));
        V s10 = L.Load(start + (1 * rowStart) + (0 * L.Count));
        V s11 = E.MasksC ? L.LoadMasked(start + (1 * rowStart) + (1 * L.Count), mask) : L.Load(start + (1 * rowStart) + (1 * L.Count));
        V s20 = L.Load(start + (2 * rowStart) + (0 * L.Count));
        V s21 = E.MasksC ? L.LoadMasked(start + (2 * rowStart) + (1 * L.Count), mask) : L.Load(start + (2 * rowStart) + (1 * L.Count));
        V s30 = L.Load(start + (3 * rowStart) + (0 * L.Count));
        V s31 = E.MasksC ? L.LoadMasked(start + (3 * rowStart) + (1 * L.Count), mask) : L.Load(start + (3 * rowStart) + (1 * L.Count));
        V s40 = L.Load(start + (4 * rowStart) + (0 * L.Count));
        V s41 = E.MasksC ? L.LoadMasked(start + (4 * rowStart) + (1 * L.Count), mask) : L.Load(start + (4 * rowStart) + (1 * L.Count));
        V s50 = L.Load(start + (5 * rowStart) + (0 * L.Count));
        V s51 = E.MasksC ? L.LoadMasked(start + (5 * rowStart) + (1 * L.Count), mask) : L.Load(start + (5 * rowStart) + (1 * L.Count));
        V s60 = L.Load(start + (6 * rowStart) + (0 * L.Count));
        V s61 = E.MasksC ? L.LoadMasked(start + (6 * rowStart) + (1 * L.Count), mask) : L.Load(start + (6 * rowStart) + (1 * L.Count));
        nint row3 = 3 * rowA;
        T* a4 = a + (4 * rowA);
        for (; k > 0; k--)
        {
            V b0 = L.Load(b + (0 * L.Count));
            V b1 = E.MasksB ? L.LoadMasked(b + (1 * L.Count), mask) : L.Load(b + (1 * L.Count));
            V x0 = L.Create(a[0]);
            s00 = L.Fma(x0, b0, s00);
            s01 = L.Fma(x0, b1, s01);
            V x1 = L.Create(a[rowA]);
            s10 = L.Fma(x1, b0, s10);
            s11 = L.Fma(x1, b1, s11);
            V x2 = L.Create(a[2 * rowA]);
            s20 = L.Fma(x2, b0, s20);
            s21 = L.Fma(x2, b1, s21);
            V x3 = L.Create(a[row3]);
            s30 = L.Fma(x3, b0, s30);
            s31 = L.Fma(x3, b1, s31);
            V x4 = L.Create(a4[0]);
            s40 = L.Fma(x4, b0, s40);
            s41 = L.Fma(x4, b1, s41);
            V x5 = L.Create(a4[rowA]);
            s50 = L.Fma(x5, b0, s50);
            s51 = L.Fma(x5, b1, s51);
            V x6 = L.Create(a4[2 * rowA]);
            s60 = L.Fma(x6, b0, s60);
            s61 = L.Fma(x6, b1, s61);
            a += columnA;
            a4 += columnA;
            b += rowB;
        }

        if (relu)
        {
            s00 = L.Relu(s00);
            s01 = L.Relu(s01);
            s10 = L.Relu(s10);
            s11 = L.Relu(s11);
            s20 = L.Relu(s20);
            s21 = L.Relu(s21);
            s30 = L.Relu(s30);
            s31 = L.Relu(s31);
            s40 = L.Relu(s40);
            s41 = L.Relu(s41);
            s50 = L.Relu(s50);
            s51 = L.Relu(s51);
            s60 = L.Relu(s60);
            s61 = L.Relu(s61);
        }

        L.Store(s00, c + (0 * rowC) + (0 * L.Count));
        L.Store(s10, c + (1 * rowC) + (0 * L.Count));
        L.Store(s20, c + (2 * rowC) + (0 * L.Count));
        L.Store(s30, c + (3 * rowC) + (0 * L.Count));
        L.Store(s40, c + (4 * rowC) + (0 * L.Count));
        L.Store(s50, c + (5 * rowC) + (0 * L.Count));
        L.Store(s60, c + (6 * rowC) + (0 * L.Count));
        if (E.MasksC)
        {
            L.StoreMasked(s01, c + (0 * rowC) + (1 * L.Count), mask);
            L.StoreMasked(s11, c + (1 * rowC) + (1 * L.Count), mask);
            L.StoreMasked(s21, c + (2 * rowC) + (1 * L.Count), mask);
            L.StoreMasked(s31, c + (3 * rowC) + (1 * L.Count), mask);
            L.StoreMasked(s41, c + (4 * rowC) + (1 * L.Count), mask);
            L.StoreMasked(s51, c + (5 * rowC) + (1 * L.Count), mask);
            L.StoreMasked(s61, c + (6 * rowC) + (1 * L.Count), mask);
            return;
        }

        L.Store(s01, c + (0 * rowC) + (1 * L.Count));
        L.Store(s11, c + (1 * rowC) + (1 * L.Count));
        L.Store(s21, c + (2 * rowC) + (1 * L.Count));
        L.Store(s31, c + (3 * rowC) + (1 * L.Count));
        L.Store(s41, c + (4 * rowC) + (1 * L.Count));
        L.Store(s51, c + (5 * rowC) + (1 * L.Count));
        L.Store(s61, c + (6 * rowC) + (1 * L.Count));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile7x3<L, V, T, E>(T* a, nint rowA, nint columnA, T* b, nint rowB, nint k, T* start, nint rowStart, T* c, nint rowC, bool relu, V mask)
        where L : ITileLanes<T, V>
        where V : unmanaged
        where T : unmanaged
        where E : ITileEdge
    {
        V s00 = L.Load(start + (0 * rowStart) + (0 * L.Count));
        V s01 = L.Load(start + (0 * rowStart) + (1 * L.Count));
        V s02 = E.MasksC ? L.LoadMasked(start + (0 * rowStart) + (2 * L.Count), mask) : L.Load(start + (0 * rowStart) + (2 * L.Count));
        V s10 = L.Load(start + (1 * rowStart) + (0 * L.Count));
        V s11 = L.Load(start + (1 * rowStart) + (1 * L.Count));
        V s12 = E.MasksC ? L.LoadMasked(start + (1 * rowStart) + (2 * L.Count), mask) : L.Load(start + (1 * rowStart) + (2 * L.Count));
        V s20 = L.Load(start + (2 * rowStart) + (0 * L.Count));
        V s21 = L.Load(start + (2 * rowStart) + (1 * L.Count));
        V s22 = E.MasksC ? L.LoadMasked(start + (2 * rowStart) + (2 * L.Count), mask) : L.Load(start + (2 * rowStart) + (2 * L.Count));
        V s30 = L.Load(start + (3 * rowStart) + (0 * L.Count));
        V s31 = L.Load(start + (3 * rowStart) + (1 * L.Count));
        V s32 = E.MasksC ? L.LoadMasked(start + (3 * rowStart) + (2 * L.Count), mask) : L.Load(start + (3 * rowStart) + (2 * L.Count));
        V s40 = L.Load(start + (4 * rowStart) + (0 * L.Count));
        V s41 = L.Load(start + (4 * rowStart) + (1 * L.Count));
        V s42 = E.MasksC ? L.LoadMasked(start + (4 * rowStart) + (2 * L.Count), mask) : L.Load(start + (4 * rowStart) + (2 * L.Count));
        V s50 = L.Load(start + (5 * rowStart) + (0 * L.Count));
        V s51 = L.Load(start + (5 * rowStart) + (1 * L.Count));
        V s52 = E.MasksC ? L.LoadMasked(start + (5 * rowStart) + (2 * L.Count), mask) : L.Load(start + (5 * rowStart) + (2 * L.Count));
        V s60 = L.Load(start + (6 * rowStart) + (0 * L.Count));
        V s61 = L.Load(start + (6 * rowStart) + (1 * L.Count));
        V s62 = E.MasksC ? L.LoadMasked(start + (6 * rowStart) + (2 * L.Count), mask) : L.Load(start + (6 * rowStart) + (2 * L.Count));
        nint row3 = 3 * rowA;
        T* a4 = a + (4 * rowA);
        for (; k > 0; k--)
        {
            V b0 = L.Load(b + (0 * L.Count));
            V b1 = L.Load(b + (1 * L.Count));
            V b2 = E.MasksB ? L.LoadMasked(b + (2 * L.Count), mask) : L.Load(b + (2 * L.Count));
            V x0 = L.Create(a[0]);
            s00 = L.Fma(x0, b0, s00);
            s01 = L.Fma(x0, b1, s01);
            s02 = L.Fma(x0, b2, s02);
            V x1 = L.Create(a[rowA]);
            s10 = L.Fma(x1, b0, s10);
            s11 = L.Fma(x1, b1, s11);
            s12 = L.Fma(x1, b2, s12);
            V x2 = L.Create(a[2 * rowA]);
            s20 = L.Fma(x2, b0, s20);
            s21 = L.Fma(x2, b1, s21);
            s22 = L.Fma(x2, b2, s22);
            V x3 = L.Create(a[row3]);
            s30 = L.Fma(x3, b0, s30);
            s31 = L.Fma(x3, b1, s31);
            s32 = L.Fma(x3, b2, s32);
            V x4 = L.Create(a4[0]);
            s40 = L.Fma(x4, b0, s40);
            s41 = L.Fma(x4, b1, s41);
            s42 = L.Fma(x4, b2, s42);
            V x5 = L.Create(a4[rowA]);
            s50 = L.Fma(x5, b0, s50);
            s51 = L.Fma(x5, b1, s51);
            s52 = L.Fma(x5, b2, s52);
            V x6 = L.Create(a4[2 * rowA]);
            s60 = L.Fma(x6, b0, s60);
            s61 = L.Fma(x6, b1, s61);
            s62 = L.Fma(x6, b2, s62);
            a += columnA;
            a4 += columnA;
            b += rowB;
        }

        if (relu)
        {
            s00 = L.Relu(s00);
            s01 = L.Relu(s01);
            s02 = L.Relu(s02);
            s10 = L.Relu(s10);
            s11 = L.Relu(s11);
            s12 = L.Relu(s12);
            s20 = L.Relu(s20);
            s21 = L.Relu(s21);
            s22 = L.Relu(s22);
            s30 = L.Relu(s30);
            s31 = L.Relu(s31);
            s32 = L.Relu(s32);
            s40 = L.Relu(s40);
            s41 = L.Relu(s41);
            s42 = L.Relu(s42);
            s50 = L.Relu(s50);
            s51 = L.Relu(s51);
            s52 = L.Relu(s52);
            s60 = L.Relu(s60);
            s61 = L.Relu(s61);
            s62 = L.Relu(s62);
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
        if (E.MasksC)
        {
            L.StoreMasked(s02, c + (0 * rowC) + (2 * L.Count), mask);
            L.StoreMasked(s12, c + (1 * rowC) + (2 * L.Count), mask);
            L.StoreMasked(s22, c + (2 * rowC) + (2 * L.Count), mask);
            L.StoreMasked(s32, c + (3 * rowC) + (2 * L.Count), mask);
            L.StoreMasked(s42, c + (4 * rowC) + (2 * L.Count), mask);
            L.StoreMasked(s52, c + (5 * rowC) + (2 * L.Count), mask);
            L.StoreMasked(s62, c + (6 * rowC) + (2 * L.Count), mask);
            return;
        }

        L.Store(s02, c + (0 * rowC) + (2 * L.Count));
        L.Store(s12, c + (1 * rowC) + (2 * L.Count));
        L.Store(s22, c + (2 * rowC) + (2 * L.Count));
        L.Store(s32, c + (3 * rowC) + (2 * L.Count));
        L.Store(s42, c + (4 * rowC) + (2 * L.Count));
        L.Store(s52, c + (5 * rowC) + (2 * L.Count));
        L.Store(s62, c + (6 * rowC) + (2 * L.Count));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile8x1<L, V, T, E>(T* a, nint rowA, nint columnA, T* b, nint rowB, nint k, T* start, nint rowStart, T* c, nint rowC, bool relu, V mask)
        where L : ITileLanes<T, V>
        where V : unmanaged
        where T : unmanaged
        where E : ITileEdge
    {
        V s00 = E.MasksC ? L.LoadMasked(start + (0 * rowStart) + (0 * L.Count), mask) : L.Load(start + (0 * rowStart) + (0 * L.Count));
        V s10 = E.MasksC ? L.LoadMasked(start + (1 * rowStart) + (0 * L.Count), mask) : L.Load(start + (1 * rowStart) + (0 * L.Count));
        V s20 = E.MasksC ? L.LoadMasked(start + (2 * rowStart) + (0 * L.Count), mask) : L.Load(start + (2 * rowStart) + (0 * L.Count));
        V s30 = E.MasksC ? L.LoadMasked(start + (3 * rowStart) + (0 * L.Count), mask) : L.Load(start + (3 * rowStart) + (0 * L.Count));
        V s40 = E.MasksC ? L.LoadMasked(start + (4 * rowStart) + (0 * L.Count), mask) : L.Load(start + (4 * rowStart) + (0 * L.Count));
        V s50 = E.MasksC ? L.LoadMasked(start + (5 * rowStart) + (0 * L.Count), mask) : L.Load(start + (5 * rowStart) + (0 * L.Count));
        V s60 = E.MasksC ? L.LoadMasked(start + (6 * rowStart) + (0 * L.Count), mask) : L.Load(start + (6 * rowStart) + (0 * L.Count));
        V s70 = E.MasksC ? L.LoadMasked(start + (7 * rowStart) + (0 * L.Count), mask) : L.Load(start + (7 * rowStart) + (0 * L.Count));
        nint row3 = 3 * rowA;
        T* a4 = a + (4 * rowA);
        for (; k > 0; k--)
        {
            V b0 = E.MasksB ? L.LoadMasked(b + (0 * L.Count), mask) : L.Load(b + (0 * L.Count));
            V x0 = L.Create(a[0]);
            s00 = L.Fma(x0, b0, s00);
            V x1 = L.Create(a[rowA]);
            s10 = L.Fma(x1, b0, s10);
            V x2 = L.Create(a[2 * rowA]);
            s20 = L.Fma(x2, b0, s20);
            V x3 = L.Create(a[row3]);
            s30 = L.Fma(x3, b0, s30);
            V x4 = L.Create(a4[0]);
            s40 = L.Fma(x4, b0, s40);
            V x5 = L.Create(a4[rowA]);
            s50 = L.Fma(x5, b0, s50);
            V x6 = L.Create(a4[2 * rowA]);
            s60 = L.Fma(x6, b0, s60);
            V x7 = L.Create(a4[row3]);
            s70 = L.Fma(x7, b0, s70);
            a += columnA;
            a4 += columnA;
            b += rowB;
        }

        if (relu)
        {
            s00 = L.Relu(s00);
            s10 = L.Relu(s10);
            s20 = L.Relu(s20);
            s30 = L.Relu(s30);
            s40 = L.Relu(s40);
            s50 = L.Relu(s50);
            s60 = L.Relu(s60);
            s70 = L.Relu(s70);
        }

        if (E.MasksC)
        {
            L.StoreMasked(s00, c + (0 * rowC) + (0 * L.Count), mask);
            L.StoreMasked(s10, c + (1 * rowC) + (0 * L.Count), mask);
            L.StoreMasked(s20, c + (2 * rowC) + (0 * L.Count), mask);
            L.StoreMasked(s30, c + (3 * rowC) + (0 * L.Count), mask);
            L.StoreMasked(s40, c + (4 * rowC) + (0 * L.Count), mask);
            L.StoreMasked(s50, c + (5 * rowC) + (0 * L.Count), mask);
            L.StoreMasked(s60, c + (6 * rowC) + (0 * L.Count), mask);
            L.StoreMasked(s70, c + (7 * rowC) + (0 * L.Count), mask);
            return;
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
    private static void Tile8x2<L, V, T, E>(T* a, nint rowA, nint columnA, T* b, nint rowB, nint k, T* start, nint rowStart, T* c, nint rowC, bool relu, V mask)
        where L : ITileLanes<T, V>
        where V : unmanaged
        where T : unmanaged
        where E : ITileEdge
    {
        V s00 = L.Load(start + (0 * rowStart) + (0 * L.Count));
        V s01 = E.MasksC ? L.LoadMasked(start + (0 * rowStart) + (1 * L.Count), mask) : L.Load(start + (0 * rowStart) + (1 * L.Count));
        V s10 = L.Load(start + (1 * rowStart) + (0 * L.Count));
        V s11 = E.MasksC ? L.LoadMasked(start + (1 * rowStart) + (1 * L.Count), mask) : L.Load(start + (1 * rowStart) + (1 * L.Count));
        V s20 = L.Load(start + (2 * rowStart) + (0 * L.Count));
        V s21 = E.MasksC ? L.LoadMasked(start + (2 * rowStart) + (1 * L.Count), mask) : L.Load(start + (2 * rowStart) + (1 * L.Count));
        V s30 = L.Load(start + (3 * rowStart) + (0 * L.Count));
        V s31 = E.MasksC ? L.LoadMasked(start + (3 * rowStart) + (1 * L.Count), mask) : L.Load(start + (3 * rowStart) + (1 * L.Count));
        V s40 = L.Load(start + (4 * rowStart) + (0 * L.Count));
        V s41 = E.MasksC ? L.LoadMasked(start + (4 * rowStart) + (1 * L.Count), mask) : L.Load(start + (4 * rowStart) + (1 * L.Count));
        V s50 = L.Load(start + (5 * rowStart) + (0 * L.Count));
        V s51 = E.MasksC ? L.LoadMasked(start + (5 * rowStart) + (1 * L.Count), mask) : L.Load(start + (5 * rowStart) + (1 * L.Count));
        V s60 = L.Load(start + (6 * rowStart) + (0 * L.Count));
        V s61 = E.MasksC ? L.LoadMasked(start + (6 * rowStart) + (1 * L.Count), mask) : L.Load(start + (6 * rowStart) + (1 * L.Count));
        V s70 = L.Load(start + (7 * rowStart) + (0 * L.Count));
        V s71 = E.MasksC ? L.LoadMasked(start + (7 * rowStart) + (1 * L.Count), mask) : L.Load(start + (7 * rowStart) + (1 * L.Count));
        nint row3 = 3 * rowA;
        T* a4 = a + (4 * rowA);
        for (; k > 0; k--)
        {
            V b0 = L.Load(b + (0 * L.Count));
            V b1 = E.MasksB ? L.LoadMasked(b + (1 * L.Count), mask) : L.Load(b + (1 * L.Count));
            V x0 = L.Create(a[0]);
            s00 = L.Fma(x0, b0, s00);
            s01 = L.Fma(x0, b1, s01);
            V x1 = L.Create(a[rowA]);
            s10 = L.Fma(x1, b0, s10);
            s11 = L.Fma(x1, b1, s11);
            V x2 = L.Create(a[2 * rowA]);
            s20 = L.Fma(x2, b0, s20);
            s21 = L.Fma(x2, b1, s21);
            V x3 = L.Create(a[row3]);
            s30 = L.Fma(x3, b0, s30);
            s31 = L.Fma(x3, b1, s31);
            V x4 = L.Create(a4[0]);
            s40 = L.Fma(x4, b0, s40);
            s41 = L.Fma(x4, b1, s41);
            V x5 = L.Create(a4[rowA]);
            s50 = L.Fma(x5, b0, s50);
            s51 = L.Fma(x5, b1, s51);
            V x6 = L.Create(a4[2 * rowA]);
            s60 = L.Fma(x6, b0, s60);
            s61 = L.Fma(x6, b1, s61);
            V x7 = L.Create(a4[row3]);
            s70 = L.Fma(x7, b0, s70);
            s71 = L.Fma(x7, b1, s71);
            a += columnA;
            a4 += columnA;
            b += rowB;
        }

        if (relu)
        {
            s00 = L.Relu(s00);
            s01 = L.Relu(s01);
            s10 = L.Relu(s10);
            s11 = L.Relu(s11);
            s20 = L.Relu(s20);
            s21 = L.Relu(s21);
            s30 = L.Relu(s30);
            s31 = L.Relu(s31);
            s40 = L.Relu(s40);
            s41 = L.Relu(s41);
            s50 = L.Relu(s50);
            s51 = L.Relu(s51);
            s60 = L.Relu(s60);
            s61 = L.Relu(s61);
            s70 = L.Relu(s70);
            s71 = L.Relu(s71);
        }

        L.Store(s00, c + (0 * rowC) + (0 * L.Count));
        L.Store(s10, c + (1 * rowC) + (0 * L.Count));
        L.Store(s20, c + (2 * rowC) + (0 * L.Count));
        L.Store(s30, c + (3 * rowC) + (0 * L.Count));
        L.Store(s40, c + (4 * rowC) + (0 * L.Count));
        L.Store(s50, c + (5 * rowC) + (0 * L.Count));
        L.Store(s60, c + (6 * rowC) + (0 * L.Count));
        L.Store(s70, c + (7 * rowC) + (0 * L.Count));
        if (E.MasksC)
        {
            L.StoreMasked(s01, c + (0 * rowC) + (1 * L.Count), mask);
            L.StoreMasked(s11, c + (1 * rowC) + (1 * L.Count), mask);
            L.StoreMasked(s21, c + (2 * rowC) + (1 * L.Count), mask);
            L.StoreMasked(s31, c + (3 * rowC) + (1 * L.Count), mask);
            L.StoreMasked(s41, c + (4 * rowC) + (1 * L.Count), mask);
            L.StoreMasked(s51, c + (5 * rowC) + (1 * L.Count), mask);
            L.StoreMasked(s61, c + (6 * rowC) + (1 * L.Count), mask);
            L.StoreMasked(s71, c + (7 * rowC) + (1 * L.Count), mask);
            return;
        }

        L.Store(s01, c + (0 * rowC) + (1 * L.Count));
        L.Store(s11, c + (1 * rowC) + (1 * L.Count));
        L.Store(s21, c + (2 * rowC) + (1 * L.Count));
        L.Store(s31, c + (3 * rowC) + (1 * L.Count));
        L.Store(s41, c + (4 * rowC) + (1 * L.Count));
        L.Store(s51, c + (5 * rowC) + (1 * L.Count));
        L.Store(s61, c + (6 * rowC) + (1 * L.Count));
        L.Store(s71, c + (7 * rowC) + (1 * L.Count));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile8x3<L, V, T, E>(T* a, nint rowA, nint columnA, T* b, nint rowB, nint k, T* start, nint rowStart, T* c, nint rowC, bool relu, V mask)
        where L : ITileLanes<T, V>
        where V : unmanaged
        where T : unmanaged
        where E : ITileEdge
    {
        V s00 = L.Load(start + (0 * rowStart) + (0 * L.Count));
        V s01 = L.Load(start + (0 * rowStart) + (1 * L.Count));
        V s02 = E.MasksC ? L.LoadMasked(start + (0 * rowStart) + (2 * L.Count), mask) : L.Load(start + (0 * rowStart) + (2 * L.Count));
        V s10 = L.Load(start + (1 * rowStart) + (0 * L.Count));
        V s11 = L.Load(start + (1 * rowStart) + (1 * L.Count));
        V s12 = E.MasksC ? L.LoadMasked(start + (1 * rowStart) + (2 * L.Count), mask) : L.Load(start + (1 * rowStart) + (2 * L.Count));
        V s20 = L.Load(start + (2 * rowStart) + (0 * L.Count));
        V s21 = L.Load(start + (2 * rowStart) + (1 * L.Count));
        V s22 = E.MasksC ? L.LoadMasked(start + (2 * rowStart) + (2 * L.Count), mask) : L.Load(start + (2 * rowStart) + (2 * L.Count));
        V s30 = L.Load(start + (3 * rowStart) + (0 * L.Count));
        V s31 = L.Load(start + (3 * rowStart) + (1 * L.Count));
        V s32 = E.MasksC ? L.LoadMasked(start + (3 * rowStart) + (2 * L.Count), mask) : L.Load(start + (3 * rowStart) + (2 * L.Count));
        V s40 = L.Load(start + (4 * rowStart) + (0 * L.Count));
        V s41 = L.Load(start + (4 * rowStart) + (1 * L.Count));
        V s42 = E.MasksC ? L.LoadMasked(start + (4 * rowStart) + (2 * L.Count), mask) : L.Load(start + (4 * rowStart) + (2 * L.Count));
        V s50 = L.Load(start + (5 * rowStart) + (0 * L.Count));
        V s51 = L.Load(start + (5 * rowStart) + (1 * L.Count));
        V s52 = E.MasksC ? L.LoadMasked(start + (5 * rowStart) + (2 * L.Count), mask) : L.Load(start + (5 * rowStart) + (2 * L.Count));
        V s60 = L.Load(start + (6 * rowStart) + (0 * L.Count));
        V s61 = L.Load(start + (6 * rowStart) + (1 * L.Count));
        V s62 = E.MasksC ? L.LoadMasked(start + (6 * rowStart) + (2 * L.Count), mask) : L.Load(start + (6 * rowStart) + (2 * L.Count));
        V s70 = L.Load(start + (7 * rowStart) + (0 * L.Count));
        V s71 = L.Load(start + (7 * rowStart) + (1 * L.Count));
        V s72 = E.MasksC ? L.LoadMasked(start + (7 * rowStart) + (2 * L.Count), mask) : L.Load(start + (7 * rowStart) + (2 * L.Count));
        nint row3 = 3 * rowA;
        T* a4 = a + (4 * rowA);
        for (; k > 0; k--)
        {
            V b0 = L.Load(b + (0 * L.Count));
            V b1 = L.Load(b + (1 * L.Count));
            V b2 = E.MasksB ? L.LoadMasked(b + (2 * L.Count), mask) : L.Load(b + (2 * L.Count));
            V x0 = L.Create(a[0]);
            s00 = L.Fma(x0, b0, s00);
            s01 = L.Fma(x0, b1, s01);
            s02 = L.Fma(x0, b2, s02);
            V x1 = L.Create(a[rowA]);
            s10 = L.Fma(x1, b0, s10);
            s11 = L.Fma(x1, b1, s11);
            s12 = L.Fma(x1, b2, s12);
            V x2 = L.Create(a[2 * rowA]);
            s20 = L.Fma(x2, b0, s20);
            s21 = L.Fma(x2, b1, s21);
            s22 = L.Fma(x2, b2, s22);
            V x3 = L.Create(a[row3]);
            s30 = L.Fma(x3, b0, s30);
            s31 = L.Fma(x3, b1, s31);
            s32 = L.Fma(x3, b2, s32);
            V x4 = L.Create(a4[0]);
            s40 = L.Fma(x4, b0, s40);
            s41 = L.Fma(x4, b1, s41);
            s42 = L.Fma(x4, b2, s42);
            V x5 = L.Create(a4[rowA]);
            s50 = L.Fma(x5, b0, s50);
            s51 = L.Fma(x5, b1, s51);
            s52 = L.Fma(x5, b2, s52);
            V x6 = L.Create(a4[2 * rowA]);
            s60 = L.Fma(x6, b0, s60);
            s61 = L.Fma(x6, b1, s61);
            s62 = L.Fma(x6, b2, s62);
            V x7 = L.Create(a4[row3]);
            s70 = L.Fma(x7, b0, s70);
            s71 = L.Fma(x7, b1, s71);
            s72 = L.Fma(x7, b2, s72);
            a += columnA;
            a4 += columnA;
            b += rowB;
        }

        if (relu)
        {
            s00 = L.Relu(s00);
            s01 = L.Relu(s01);
            s02 = L.Relu(s02);
            s10 = L.Relu(s10);
            s11 = L.Relu(s11);
            s12 = L.Relu(s12);
            s20 = L.Relu(s20);
            s21 = L.Relu(s21);
            s22 = L.Relu(s22);
            s30 = L.Relu(s30);
            s31 = L.Relu(s31);
            s32 = L.Relu(s32);
            s40 = L.Relu(s40);
            s41 = L.Relu(s41);
            s42 = L.Relu(s42);
            s50 = L.Relu(s50);
            s51 = L.Relu(s51);
            s52 = L.Relu(s52);
            s60 = L.Relu(s60);
            s61 = L.Relu(s61);
            s62 = L.Relu(s62);
            s70 = L.Relu(s70);
            s71 = L.Relu(s71);
            s72 = L.Relu(s72);
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
        if (E.MasksC)
        {
            L.StoreMasked(s02, c + (0 * rowC) + (2 * L.Count), mask);
            L.StoreMasked(s12, c + (1 * rowC) + (2 * L.Count), mask);
            L.StoreMasked(s22, c + (2 * rowC) + (2 * L.Count), mask);
            L.StoreMasked(s32, c + (3 * rowC) + (2 * L.Count), mask);
            L.StoreMasked(s42, c + (4 * rowC) + (2 * L.Count), mask);
            L.StoreMasked(s52, c + (5 * rowC) + (2 * L.Count), mask);
            L.StoreMasked(s62, c + (6 * rowC) + (2 * L.Count), mask);
            L.StoreMasked(s72, c + (7 * rowC) + (2 * L.Count), mask);
            return;
        }

        L.Store(s02, c + (0 * rowC) + (2 * L.Count));
        L.Store(s12, c + (1 * rowC) + (2 * L.Count));
        L.Store(s22, c + (2 * rowC) + (2 * L.Count));
        L.Store(s32, c + (3 * rowC) + (2 * L.Count));
        L.Store(s42, c + (4 * rowC) + (2 * L.Count));
        L.Store(s52, c + (5 * rowC) + (2 * L.Count));
        L.Store(s62, c + (6 * rowC) + (2 * L.Count));
        L.Store(s72, c + (7 * rowC) + (2 * L.Count));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile9x1<L, V, T, E>(T* a, nint rowA, nint columnA, T* b, nint rowB, nint k, T* start, nint rowStart, T* c, nint rowC, bool relu, V mask)
        where L : ITileLanes<T, V>
        where V : unmanaged
        where T : unmanaged
        where E : ITileEdge
    {
        V s00 = E.MasksC ? L.LoadMasked(start + (0 * rowStart) + (0 * L.Count), mask) : L.Load(start + (0 * rowStart) + (0 * L.Count));
        V s10 = E.MasksC ? L.LoadMasked(start + (1 * rowStart) + (0 * L.Count), mask) : L.Load(start + (1 * rowStart) + (0 * L.Count));
        V s20 = E.MasksC ? L.LoadMasked(start + (2 * rowStart) + (0 * L.Count), mask) : L.Load(start + (2 * rowStart) + (0 * L.Count));
        V s30 = E.MasksC ? L.LoadMasked(start + (3 * rowStart) + (0 * L.Count), mask) : L.Load(start + (3 * rowStart) + (0 * L.Count));
        V s40 = E.MasksC ? L.LoadMasked(start + (4 * rowStart) + (0 * L.Count), mask) : L.Load(start + (4 * rowStart) + (0 * L.Count));
        V s50 = E.MasksC ? L.LoadMasked(start + (5 * rowStart) + (0 * L.Count), mask) : L.Load(start + (5 * rowStart) + (0 * L.Count));
        V s60 = E.MasksC ? L.LoadMasked(start + (6 * rowStart) + (0 * L.Count), mask) : L.Load(start + (6 * rowStart) + (0 * L.Count));
        V s70 = E.MasksC ? L.LoadMasked(start + (7 * rowStart) + (0 * L.Count), mask) : L.Load(start + (7 * rowStart) + (0 * L.Count));
        V s80 = E.MasksC ? L.LoadMasked(start + (8 * rowStart) + (0 * L.Count), mask) : L.Load(start + (8 * rowStart) + (0 * L.Count));
        nint row3 = 3 * rowA;
        T* a4 = a + (4 * rowA);
        T* a8 = a + (8 * rowA);
        for (; k > 0; k--)
        {
            V b0 = E.MasksB ? L.LoadMasked(b + (0 * L.Count), mask) : L.Load(b + (0 * L.Count));
            V x0 = L.Create(a[0]);
            s00 = L.Fma(x0, b0, s00);
            V x1 = L.Create(a[rowA]);
            s10 = L.Fma(x1, b0, s10);
            V x2 = L.Create(a[2 * rowA]);
            s20 = L.Fma(x2, b0, s20);
            V x3 = L.Create(a[row3]);
            s30 = L.Fma(x3, b0, s30);
            V x4 = L.Create(a4[0]);
            s40 = L.Fma(x4, b0, s40);
            V x5 = L.Create(a4[rowA]);
            s50 = L.Fma(x5, b0, s50);
            V x6 = L.Create(a4[2 * rowA]);
            s60 = L.Fma(x6, b0, s60);
            V x7 = L.Create(a4[row3]);
            s70 = L.Fma(x7, b0, s70);
            V x8 = L.Create(a8[0]);
            s80 = L.Fma(x8, b0, s80);
            a += columnA;
            a4 += columnA;
            a8 += columnA;
            b += rowB;
        }

        if (relu)
        {
            s00 = L.Relu(s00);
            s10 = L.Relu(s10);
            s20 = L.Relu(s20);
            s30 = L.Relu(s30);
            s40 = L.Relu(s40);
            s50 = L.Relu(s50);
            s60 = L.Relu(s60);
            s70 = L.Relu(s70);
            s80 = L.Relu(s80);
        }

        if (E.MasksC)
        {
            L.StoreMasked(s00, c + (0 * rowC) + (0 * L.Count), mask);
            L.StoreMasked(s10, c + (1 * rowC) + (0 * L.Count), mask);
            L.StoreMasked(s20, c + (2 * rowC) + (0 * L.Count), mask);
            L.StoreMasked(s30, c + (3 * rowC) + (0 * L.Count), mask);
            L.StoreMasked(s40, c + (4 * rowC) + (0 * L.Count), mask);
            L.StoreMasked(s50, c + (5 * rowC) + (0 * L.Count), mask);
            L.StoreMasked(s60, c + (6 * rowC) + (0 * L.Count), mask);
            L.StoreMasked(s70, c + (7 * rowC) + (0 * L.Count), mask);
            L.StoreMasked(s80, c + (8 * rowC) + (0 * L.Count), mask);
            return;
        }

        L.Store(s00, c + (0 * rowC) + (0 * L.Count));
        L.Store(s10, c + (1 * rowC) + (0 * L.Count));
        L.Store(s20, c + (2 * rowC) + (0 * L.Count));
        L.Store(s30, c + (3 * rowC) + (0 * L.Count));
        L.Store(s40, c + (4 * rowC) + (0 * L.Count));
        L.Store(s50, c + (5 * rowC) + (0 * L.Count));
        L.Store(s60, c + (6 * rowC) + (0 * L.Count));
        L.Store(s70, c + (7 * rowC) + (0 * L.Count));
        L.Store(s80, c + (8 * rowC) + (0 * L.Count));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile9x2<L, V, T, E>(T* a, nint rowA, nint columnA, T* b, nint rowB, nint k, T* start, nint rowStart, T* c, nint rowC, bool relu, V mask)
        where L : ITileLanes<T, V>
        where V : unmanaged
        where T : unmanaged
        where E : ITileEdge
    {
        V s00 = L.Load(start + (0 * rowStart) + (0 * L.Count));
        V s01 = E.MasksC ? L.LoadMasked(start + (0 * rowStart) + (1 * L.Count), mask) : L.Load(start + (0 * rowStart) + (1 * L.Count));
        V s10 = L.Load(start + (1 * rowStart) + (0 * L.Count));
        V s11 = E.MasksC ? L.LoadMasked(start + (1 * rowStart) + (1 * L.Count), mask) : L.Load(start + (1 * rowStart) + (1 * L.Count));
        V s20 = L.Load(start + (2 * rowStart) + (0 * L.Count));
        V s21 = E.MasksC ? L.LoadMasked(start + (2 * rowStart) + (1 * L.Count), mask) : L.Load(start + (2 * rowStart) + (1 * L.Count));
        V s30 = L.Load(start + (3 * rowStart) + (0 * L.Count));
        V s31 = E.MasksC ? L.LoadMasked(start + (3 * rowStart) + (1 * L.Count), mask) : L.Load(start + (3 * rowStart) + (1 * L.Count));
        V s40 = L.Load(start + (4 * rowStart) + (0 * L.Count));
        V s41 = E.MasksC ? L.LoadMasked(start + (4 * rowStart) + (1 * L.Count), mask) : L.Load(start + (4 * rowStart) + (1 * L.Count));
        V s50 = L.Load(start + (5 * rowStart) + (0 * L.Count));
        V s51 = E.MasksC ? L.LoadMasked(start + (5 * rowStart) + (1 * L.Count), mask) : L.Load(start + (5 * rowStart) + (1 * L.Count));
        V s60 = L.Load(start + (6 * rowStart) + (0 * L.Count));
        V s61 = E.MasksC ? L.LoadMasked(start + (6 * rowStart) + (1 * L.Count), mask) : L.Load(start + (6 * rowStart) + (1 * L.Count));
        V s70 = L.Load(start + (7 * rowStart) + (0 * L.Count));
        V s71 = E.MasksC ? L.LoadMasked(start + (7 * rowStart) + (1 * L.Count), mask) : L.Load(start + (7 * rowStart) + (1 * L.Count));
        V s80 = L.Load(start + (8 * rowStart) + (0 * L.Count));
        V s81 = E.MasksC ? L.LoadMasked(start + (8 * rowStart) + (1 * L.Count), mask) : L.Load(start + (8 * rowStart) + (1 * L.Count));
        nint row3 = 3 * rowA;
        T* a4 = a + (4 * rowA);
        T* a8 = a + (8 * rowA);
        for (; k > 0; k--)
        {
            V b0 = L.Load(b + (0 * L.Count));
            V b1 = E.MasksB ? L.LoadMasked(b + (1 * L.Count), mask) : L.Load(b + (1 * L.Count));
            V x0 = L.Create(a[0]);
            s00 = L.Fma(x0, b0, s00);
            s01 = L.Fma(x0, b1, s01);
            V x1 = L.Create(a[rowA]);
            s10 = L.Fma(x1, b0, s10);
            s11 = L.Fma(x1, b1, s11);
            V x2 = L.Create(a[2 * rowA]);
            s20 = L.Fma(x2, b0, s20);
            s21 = L.Fma(x2, b1, s21);
            V x3 = L.Create(a[row3]);
            s30 = L.Fma(x3, b0, s30);
            s31 = L.Fma(x3, b1, s31);
            V x4 = L.Create(a4[0]);
            s40 = L.Fma(x4, b0, s40);
            s41 = L.Fma(x4, b1, s41);
            V x5 = L.Create(a4[rowA]);
            s50 = L.Fma(x5, b0, s50);
            s51 = L.Fma(x5, b1, s51);
            V x6 = L.Create(a4[2 * rowA]);
            s60 = L.Fma(x6, b0, s60);
            s61 = L.Fma(x6, b1, s61);
            V x7 = L.Create(a4[row3]);
            s70 = L.Fma(x7, b0, s70);
            s71 = L.Fma(x7, b1, s71);
            V x8 = L.Create(a8[0]);
            s80 = L.Fma(x8, b0, s80);
            s81 = L.Fma(x8, b1, s81);
            a += columnA;
            a4 += columnA;
            a8 += columnA;
            b += rowB;
        }

        if (relu)
        {
            s00 = L.Relu(s00);
            s01 = L.Relu(s01);
            s10 = L.Relu(s10);
            s11 = L.Relu(s11);
            s20 = L.Relu(s20);
            s21 = L.Relu(s21);
            s30 = L.Relu(s30);
            s31 = L.Relu(s31);
            s40 = L.Relu(s40);
            s41 = L.Relu(s41);
            s50 = L.Relu(s50);
            s51 = L.Relu(s51);
            s60 = L.Relu(s60);
            s61 = L.Relu(s61);
            s70 = L.Relu(s70);
            s71 = L.Relu(s71);
            s80 = L.Relu(s80);
            s81 = L.Relu(s81);
        }

        L.Store(s00, c + (0 * rowC) + (0 * L.Count));
        L.Store(s10, c + (1 * rowC) + (0 * L.Count));
        L.Store(s20, c + (2 * rowC) + (0 * L.Count));
        L.Store(s30, c + (3 * rowC) + (0 * L.Count));
        L.Store(s40, c + (4 * rowC) + (0 * L.Count));
        L.Store(s50, c + (5 * rowC) + (0 * L.Count));
        L.Store(s60, c + (6 * rowC) + (0 * L.Count));
        L.Store(s70, c + (7 * rowC) + (0 * L.Count));
        L.Store(s80, c + (8 * rowC) + (0 * L.Count));
        if (E.MasksC)
        {
            L.StoreMasked(s01, c + (0 * rowC) + (1 * L.Count), mask);
            L.StoreMasked(s11, c + (1 * rowC) + (1 * L.Count), mask);
            L.StoreMasked(s21, c + (2 * rowC) + (1 * L.Count), mask);
            L.StoreMasked(s31, c + (3 * rowC) + (1 * L.Count), mask);
            L.StoreMasked(s41, c + (4 * rowC) + (1 * L.Count), mask);
            L.StoreMasked(s51, c + (5 * rowC) + (1 * L.Count), mask);
            L.StoreMasked(s61, c + (6 * rowC) + (1 * L.Count), mask);
            L.StoreMasked(s71, c + (7 * rowC) + (1 * L.Count), mask);
            L.StoreMasked(s81, c + (8 * rowC) + (1 * L.Count), mask);
            return;
        }

        L.Store(s01, c + (0 * rowC) + (1 * L.Count));
        L.Store(s11, c + (1 * rowC) + (1 * L.Count));
        L.Store(s21, c + (2 * rowC) + (1 * L.Count));
        L.Store(s31, c + (3 * rowC) + (1 * L.Count));
        L.Store(s41, c + (4 * rowC) + (1 * L.Count));
        L.Store(s51, c + (5 * rowC) + (1 * L.Count));
        L.Store(s61, c + (6 * rowC) + (1 * L.Count));
        L.Store(s71, c + (7 * rowC) + (1 * L.Count));
        L.Store(s81, c + (8 * rowC) + (1 * L.Count));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile10x1<L, V, T, E>(T* a, nint rowA, nint columnA, T* b, nint rowB, nint k, T* start, nint rowStart, T* c, nint rowC, bool relu, V mask)
        where L : ITileLanes<T, V>
        where V : unmanaged
        where T : unmanaged
        where E : ITileEdge
    {
        V s00 = E.MasksC ? L.LoadMasked(start + (0 * rowStart) + (0 * L.Count), mask) : L.Load(start + (0 * rowStart) + (0 * L.Count));
        V s10 = E.MasksC ? L.LoadMasked(start + (1 * rowStart) + (0 * L.Count), mask) : L.Load(start + (1 * rowStart) + (0 * L.Count));
        V s20 = E.MasksC ? L.LoadMasked(start + (2 * rowStart) + (0 * L.Count), mask) : L.Load(start + (2 * rowStart) + (0 * L.Count));
        V s30 = E.MasksC ? L.LoadMasked(start + (3 * rowStart) + (0 * L.Count), mask) : L.Load(start + (3 * rowStart) + (0 * L.Count));
        V s40 = E.MasksC ? L.LoadMasked(start + (4 * rowStart) + (0 * L.Count), mask) : L.Load(start + (4 * rowStart) + (0 * L.Count));
        V s50 = E.MasksC ? L.LoadMasked(start + (5 * rowStart) + (0 * L.Count), mask) : L.Load(start + (5 * rowStart) + (0 * L.Count));
        V s60 = E.MasksC ? L.LoadMasked(start + (6 * rowStart) + (0 * L.Count), mask) : L.Load(start + (6 * rowStart) + (0 * L.Count));
        V s70 = E.MasksC ? L.LoadMasked(start + (7 * rowStart) + (0 * L.Count), mask) : L.Load(start + (7 * rowStart) + (0 * L.Count));
        V s80 = E.MasksC ? L.LoadMasked(start + (8 * rowStart) + (0 * L.Count), mask) : L.Load(start + (8 * rowStart) + (0 * L.Count));
        V s90 = E.MasksC ? L.LoadMasked(start + (9 * rowStart) + (0 * L.Count), mask) : L.Load(start + (9 * rowStart) + (0 * L.Count));
        nint row3 = 3 * rowA;
        T* a4 = a + (4 * rowA);
        T* a8 = a + (8 * rowA);
        for (; k > 0; k--)
        {
            V b0 = E.MasksB ? L.LoadMasked(b + (0 * L.Count), mask) : L.Load(b + (0 * L.Count));
            V x0 = L.Create(a[0]);
            s00 = L.Fma(x0, b0, s00);
            V x1 = L.Create(a[rowA]);
            s10 = L.Fma(x1, b0, s10);
            V x2 = L.Create(a[2 * rowA]);
            s20 = L.Fma(x2, b0, s20);
            V x3 = L.Create(a[row3]);
            s30 = L.Fma(x3, b0, s30);
            V x4 = L.Create(a4[0]);
            s40 = L.Fma(x4, b0, s40);
            V x5 = L.Create(a4[rowA]);
            s50 = L.Fma(x5, b0, s50);
            V x6 = L.Create(a4[2 * rowA]);
            s60 = L.Fma(x6, b0, s60);
            V x7 = L.Create(a4[row3]);
            s70 = L.Fma(x7, b0, s70);
            V x8 = L.Create(a8[0]);
            s80 = L.Fma(x8, b0, s80);
            V x9 = L.Create(a8[rowA]);
            s90 = L.Fma(x9, b0, s90);
            a += columnA;
            a4 += columnA;
            a8 += columnA;
            b += rowB;
        }

        if (relu)
        {
            s00 = L.Relu(s00);
            s10 = L.Relu(s10);
            s20 = L.Relu(s20);
            s30 = L.Relu(s30);
            s40 = L.Relu(s40);
            s50 = L.Relu(s50);
            s60 = L.Relu(s60);
            s70 = L.Relu(s70);
            s80 = L.Relu(s80);
            s90 = L.Relu(s90);
        }

        if (E.MasksC)
        {
            L.StoreMasked(s00, c + (0 * rowC) + (0 * L.Count), mask);
            L.StoreMasked(s10, c + (1 * rowC) + (0 * L.Count), mask);
            L.StoreMasked(s20, c + (2 * rowC) + (0 * L.Count), mask);
            L.StoreMasked(s30, c + (3 * rowC) + (0 * L.Count), mask);
            L.StoreMasked(s40, c + (4 * rowC) + (0 * L.Count), mask);
            L.StoreMasked(s50, c + (5 * rowC) + (0 * L.Count), mask);
            L.StoreMasked(s60, c + (6 * rowC) + (0 * L.Count), mask);
            L.StoreMasked(s70, c + (7 * rowC) + (0 * L.Count), mask);
            L.StoreMasked(s80, c + (8 * rowC) + (0 * L.Count), mask);
            L.StoreMasked(s90, c + (9 * rowC) + (0 * L.Count), mask);
            return;
        }

        L.Store(s00, c + (0 * rowC) + (0 * L.Count));
        L.Store(s10, c + (1 * rowC) + (0 * L.Count));
        L.Store(s20, c + (2 * rowC) + (0 * L.Count));
        L.Store(s30, c + (3 * rowC) + (0 * L.Count));
        L.Store(s40, c + (4 * rowC) + (0 * L.Count));
        L.Store(s50, c + (5 * rowC) + (0 * L.Count));
        L.Store(s60, c + (6 * rowC) + (0 * L.Count));
        L.Store(s70, c + (7 * rowC) + (0 * L.Count));
        L.Store(s80, c + (8 * rowC) + (0 * L.Count));
        L.Store(s90, c + (9 * rowC) + (0 * L.Count));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile10x2<L, V, T, E>(T* a, nint rowA, nint columnA, T* b, nint rowB, nint k, T* start, nint rowStart, T* c, nint rowC, bool relu, V mask)
        where L : ITileLanes<T, V>
        where V : unmanaged
        where T : unmanaged
        where E : ITileEdge
    {
        V s00 = L.Load(start + (0 * rowStart) + (0 * L.Count));
        V s01 = E.MasksC ? L.LoadMasked(start + (0 * rowStart) + (1 * L.Count), mask) : L.Load(start + (0 * rowStart) + (1 * L.Count));
        V s10 = L.Load(start + (1 * rowStart) + (0 * L.Count));
        V s11 = E.MasksC ? L.LoadMasked(start + (1 * rowStart) + (1 * L.Count), mask) : L.Load(start + (1 * rowStart) + (1 * L.Count));
        V s20 = L.Load(start + (2 * rowStart) + (0 * L.Count));
        V s21 = E.MasksC ? L.LoadMasked(start + (2 * rowStart) + (1 * L.Count), mask) : L.Load(start + (2 * rowStart) + (1 * L.Count));
        V s30 = L.Load(start + (3 * rowStart) + (0 * L.Count));
        V s31 = E.MasksC ? L.LoadMasked(start + (3 * rowStart) + (1 * L.Count), mask) : L.Load(start + (3 * rowStart) + (1 * L.Count));
        V s40 = L.Load(start + (4 * rowStart) + (0 * L.Count));
        V s41 = E.MasksC ? L.LoadMasked(start + (4 * rowStart) + (1 * L.Count), mask) : L.Load(start + (4 * rowStart) + (1 * L.Count));
        V s50 = L.Load(start + (5 * rowStart) + (0 * L.Count));
        V s51 = E.MasksC ? L.LoadMasked(start + (5 * rowStart) + (1 * L.Count), mask) : L.Load(start + (5 * rowStart) + (1 * L.Count));
        V s60 = L.Load(start + (6 * rowStart) + (0 * L.Count));
        V s61 = E.MasksC ? L.LoadMasked(start + (6 * rowStart) + (1 * L.Count), mask) : L.Load(start + (6 * rowStart) + (1 * L.Count));
        V s70 = L.Load(start + (7 * rowStart) + (0 * L.Count));
        V s71 = E.MasksC ? L.LoadMasked(start + (7 * rowStart) + (1 * L.Count), mask) : L.Load(start + (7 * rowStart) + (1 * L.Count));
        V s80 = L.Load(start + (8 * rowStart) + (0 * L.Count));
        V s81 = E.MasksC ? L.LoadMasked(start + (8 * rowStart) + (1 * L.Count), mask) : L.Load(start + (8 * rowStart) + (1 * L.Count));
        V s90 = L.Load(start + (9 * rowStart) + (0 * L.Count));
        V s91 = E.MasksC ? L.LoadMasked(start + (9 * rowStart) + (1 * L.Count), mask) : L.Load(start + (9 * rowStart) + (1 * L.Count));
        nint row3 = 3 * rowA;
        T* a4 = a + (4 * rowA);
        T* a8 = a + (8 * rowA);
        for (; k > 0; k--)
        {
            V b0 = L.Load(b + (0 * L.Count));
            V b1 = E.MasksB ? L.LoadMasked(b + (1 * L.Count), mask) : L.Load(b + (1 * L.Count));
            V x0 = L.Create(a[0]);
            s00 = L.Fma(x0, b0, s00);
            s01 = L.Fma(x0, b1, s01);
            V x1 = L.Create(a[rowA]);
            s10 = L.Fma(x1, b0, s10);
            s11 = L.Fma(x1, b1, s11);
            V x2 = L.Create(a[2 * rowA]);
            s20 = L.Fma(x2, b0, s20);
            s21 = L.Fma(x2, b1, s21);
            V x3 = L.Create(a[row3]);
            s30 = L.Fma(x3, b0, s30);
            s31 = L.Fma(x3, b1, s31);
            V x4 = L.Create(a4[0]);
            s40 = L.Fma(x4, b0, s40);
            s41 = L.Fma(x4, b1, s41);
            V x5 = L.Create(a4[rowA]);
            s50 = L.Fma(x5, b0, s50);
            s51 = L.Fma(x5, b1, s51);
            V x6 = L.Create(a4[2 * rowA]);
            s60 = L.Fma(x6, b0, s60);
            s61 = L.Fma(x6, b1, s61);
            V x7 = L.Create(a4[row3]);
            s70 = L.Fma(x7, b0, s70);
            s71 = L.Fma(x7, b1, s71);
            V x8 = L.Create(a8[0]);
            s80 = L.Fma(x8, b0, s80);
            s81 = L.Fma(x8, b1, s81);
            V x9 = L.Create(a8[rowA]);
            s90 = L.Fma(x9, b0, s90);
            s91 = L.Fma(x9, b1, s91);
            a += columnA;
            a4 += columnA;
            a8 += columnA;
            b += rowB;
        }

        if (relu)
        {
            s00 = L.Relu(s00);
            s01 = L.Relu(s01);
            s10 = L.Relu(s10);
            s11 = L.Relu(s11);
            s20 = L.Relu(s20);
            s21 = L.Relu(s21);
            s30 = L.Relu(s30);
            s31 = L.Relu(s31);
            s40 = L.Relu(s40);
            s41 = L.Relu(s41);
            s50 = L.Relu(s50);
            s51 = L.Relu(s51);
            s60 = L.Relu(s60);
            s61 = L.Relu(s61);
            s70 = L.Relu(s70);
            s71 = L.Relu(s71);
            s80 = L.Relu(s80);
            s81 = L.Relu(s81);
            s90 = L.Relu(s90);
            s91 = L.Relu(s91);
        }

        L.Store(s00, c + (0 * rowC) + (0 * L.Count));
        L.Store(s10, c + (1 * rowC) + (0 * L.Count));
        L.Store(s20, c + (2 * rowC) + (0 * L.Count));
        L.Store(s30, c + (3 * rowC) + (0 * L.Count));
        L.Store(s40, c + (4 * rowC) + (0 * L.Count));
        L.Store(s50, c + (5 * rowC) + (0 * L.Count));
        L.Store(s60, c + (6 * rowC) + (0 * L.Count));
        L.Store(s70, c + (7 * rowC) + (0 * L.Count));
        L.Store(s80, c + (8 * rowC) + (0 * L.Count));
        L.Store(s90, c + (9 * rowC) + (0 * L.Count));
        if (E.MasksC)
        {
            L.StoreMasked(s01, c + (0 * rowC) + (1 * L.Count), mask);
            L.StoreMasked(s11, c + (1 * rowC) + (1 * L.Count), mask);
            L.StoreMasked(s21, c + (2 * rowC) + (1 * L.Count), mask);
            L.StoreMasked(s31, c + (3 * rowC) + (1 * L.Count), mask);
            L.StoreMasked(s41, c + (4 * rowC) + (1 * L.Count), mask);
            L.StoreMasked(s51, c + (5 * rowC) + (1 * L.Count), mask);
            L.StoreMasked(s61, c + (6 * rowC) + (1 * L.Count), mask);
            L.StoreMasked(s71, c + (7 * rowC) + (1 * L.Count), mask);
            L.StoreMasked(s81, c + (8 * rowC) + (1 * L.Count), mask);
            L.StoreMasked(s91, c + (9 * rowC) + (1 * L.Count), mask);
            return;
        }

        L.Store(s01, c + (0 * rowC) + (1 * L.Count));
        L.Store(s11, c + (1 * rowC) + (1 * L.Count));
        L.Store(s21, c + (2 * rowC) + (1 * L.Count));
        L.Store(s31, c + (3 * rowC) + (1 * L.Count));
        L.Store(s41, c + (4 * rowC) + (1 * L.Count));
        L.Store(s51, c + (5 * rowC) + (1 * L.Count));
        L.Store(s61, c + (6 * rowC) + (1 * L.Count));
        L.Store(s71, c + (7 * rowC) + (1 * L.Count));
        L.Store(s81, c + (8 * rowC) + (1 * L.Count));
        L.Store(s91, c + (9 * rowC) + (1 * L.Count));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile11x1<L, V, T, E>(T* a, nint rowA, nint columnA, T* b, nint rowB, nint k, T* start, nint rowStart, T* c, nint rowC, bool relu, V mask)
        where L : ITileLanes<T, V>
        where V : unmanaged
        where T : unmanaged
        where E : ITileEdge
    {
        V s00 = E.MasksC ? L.LoadMasked(start + (0 * rowStart) + (0 * L.Count), mask) : L.Load(start + (0 * rowStart) + (0 * L.Count));
        V s10 = E.MasksC ? L.LoadMasked(start + (1 * rowStart) + (0 * L.Count), mask) : L.Load(start + (1 * rowStart) + (0 * L.Count));
        V s20 = E.MasksC ? L.LoadMasked(start + (2 * rowStart) + (0 * L.Count), mask) : L.Load(start + (2 * rowStart) + (0 * L.Count));
        V s30 = E.MasksC ? L.LoadMasked(start + (3 * rowStart) + (0 * L.Count), mask) : L.Load(start + (3 * rowStart) + (0 * L.Count));
        V s40 = E.MasksC ? L.LoadMasked(start + (4 * rowStart) + (0 * L.Count), mask) : L.Load(start + (4 * rowStart) + (0 * L.Count));
        V s50 = E.MasksC ? L.LoadMasked(start + (5 * rowStart) + (0 * L.Count), mask) : L.Load(start + (5 * rowStart) + (0 * L.Count));
        V s60 = E.MasksC ? L.LoadMasked(start + (6 * rowStart) + (0 * L.Count), mask) : L.Load(start + (6 * rowStart) + (0 * L.Count));
        V s70 = E.MasksC ? L.LoadMasked(start + (7 * rowStart) + (0 * L.Count), mask) : L.Load(start + (7 * rowStart) + (0 * L.Count));
        V s80 = E.MasksC ? L.LoadMasked(start + (8 * rowStart) + (0 * L.Count), mask) : L.Load(start + (8 * rowStart) + (0 * L.Count));
        V s90 = E.MasksC ? L.LoadMasked(start + (9 * rowStart) + (0 * L.Count), mask) : L.Load(start + (9 * rowStart) + (0 * L.Count));
        V s100 = E.MasksC ? L.LoadMasked(start + (10 * rowStart) + (0 * L.Count), mask) : L.Load(start + (10 * rowStart) + (0 * L.Count));
        nint row3 = 3 * rowA;
        T* a4 = a + (4 * rowA);
        T* a8 = a + (8 * rowA);
        for (; k > 0; k--)
        {
            V b0 = E.MasksB ? L.LoadMasked(b + (0 * L.Count), mask) : L.Load(b + (0 * L.Count));
            V x0 = L.Create(a[0]);
            s00 = L.Fma(x0, b0, s00);
            V x1 = L.Create(a[rowA]);
            s10 = L.Fma(x1, b0, s10);
            V x2 = L.Create(a[2 * rowA]);
            s20 = L.Fma(x2, b0, s20);
            V x3 = L.Create(a[row3]);
            s30 = L.Fma(x3, b0, s30);
            V x4 = L.Create(a4[0]);
            s40 = L.Fma(x4, b0, s40);
            V x5 = L.Create(a4[rowA]);
            s50 = L.Fma(x5, b0, s50);
            V x6 = L.Create(a4[2 * rowA]);
            s60 = L.Fma(x6, b0, s60);
            V x7 = L.Create(a4[row3]);
            s70 = L.Fma(x7, b0, s70);
            V x8 = L.Create(a8[0]);
            s80 = L.Fma(x8, b0, s80);
            V x9 = L.Create(a8[rowA]);
            s90 = L.Fma(x9, b0, s90);
            V x10 = L.Create(a8[2 * rowA]);
            s100 = L.Fma(x10, b0, s100);
            a += columnA;
            a4 += columnA;
            a8 += columnA;
            b += rowB;
        }

        if (relu)
        {
            s00 = L.Relu(s00);
            s10 = L.Relu(s10);
            s20 = L.Relu(s20);
            s30 = L.Relu(s30);
            s40 = L.Relu(s40);
            s50 = L.Relu(s50);
            s60 = L.Relu(s60);
            s70 = L.Relu(s70);
            s80 = L.Relu(s80);
            s90 = L.Relu(s90);
            s100 = L.Relu(s100);
        }

        if (E.MasksC)
        {
            L.StoreMasked(s00, c + (0 * rowC) + (0 * L.Count), mask);
            L.StoreMasked(s10, c + (1 * rowC) + (0 * L.Count), mask);
            L.StoreMasked(s20, c + (2 * rowC) + (0 * L.Count), mask);
            L.StoreMasked(s30, c + (3 * rowC) + (0 * L.Count), mask);
            L.StoreMasked(s40, c + (4 * rowC) + (0 * L.Count), mask);
            L.StoreMasked(s50, c + (5 * rowC) + (0 * L.Count), mask);
            L.StoreMasked(s60, c + (6 * rowC) + (0 * L.Count), mask);
            L.StoreMasked(s70, c + (7 * rowC) + (0 * L.Count), mask);
            L.StoreMasked(s80, c + (8 * rowC) + (0 * L.Count), mask);
            L.StoreMasked(s90, c + (9 * rowC) + (0 * L.Count), mask);
            L.StoreMasked(s100, c + (10 * rowC) + (0 * L.Count), mask);
            return;
        }

        L.Store(s00, c + (0 * rowC) + (0 * L.Count));
        L.Store(s10, c + (1 * rowC) + (0 * L.Count));
        L.Store(s20, c + (2 * rowC) + (0 * L.Count));
        L.Store(s30, c + (3 * rowC) + (0 * L.Count));
        L.Store(s40, c + (4 * rowC) + (0 * L.Count));
        L.Store(s50, c + (5 * rowC) + (0 * L.Count));
        L.Store(s60, c + (6 * rowC) + (0 * L.Count));
        L.Store(s70, c + (7 * rowC) + (0 * L.Count));
        L.Store(s80, c + (8 * rowC) + (0 * L.Count));
        L.Store(s90, c + (9 * rowC) + (0 * L.Count));
        L.Store(s100, c + (10 * rowC) + (0 * L.Count));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile11x2<L, V, T, E>(T* a, nint rowA, nint columnA, T* b, nint rowB, nint k, T* start, nint rowStart, T* c, nint rowC, bool relu, V mask)
        where L : ITileLanes<T, V>
        where V : unmanaged
        where T : unmanaged
        where E : ITileEdge
    {
        V s00 = L.Load(start + (0 * rowStart) + (0 * L.Count));
        V s01 = E.MasksC ? L.LoadMasked(start + (0 * rowStart) + (1 * L.Count), mask) : L.Load(start + (0 * rowStart) + (1 * L.Count));
        V s10 = L.Load(start + (1 * rowStart) + (0 * L.Count));
        V s11 = E.MasksC ? L.LoadMasked(start + (1 * rowStart) + (1 * L.Count), mask) : L.Load(start + (1 * rowStart) + (1 * L.Count));
        V s20 = L.Load(start + (2 * rowStart) + (0 * L.Count));
        V s21 = E.MasksC ? L.LoadMasked(start + (2 * rowStart) + (1 * L.Count), mask) : L.Load(start + (2 * rowStart) + (1 * L.Count));
        V s30 = L.Load(start + (3 * rowStart) + (0 * L.Count));
        V s31 = E.MasksC ? L.LoadMasked(start + (3 * rowStart) + (1 * L.Count), mask) : L.Load(start + (3 * rowStart) + (1 * L.Count));
        V s40 = L.Load(start + (4 * rowStart) + (0 * L.Count));
        V s41 = E.MasksC ? L.LoadMasked(start + (4 * rowStart) + (1 * L.Count), mask) : L.Load(start + (4 * rowStart) + (1 * L.Count));
        V s50 = L.Load(start + (5 * rowStart) + (0 * L.Count));
        V s51 = E.MasksC ? L.LoadMasked(start + (5 * rowStart) + (1 * L.Count), mask) : L.Load(start + (5 * rowStart) + (1 * L.Count));
        V s60 = L.Load(start + (6 * rowStart) + (0 * L.Count));
        V s61 = E.MasksC ? L.LoadMasked(start + (6 * rowStart) + (1 * L.Count), mask) : L.Load(start + (6 * rowStart) + (1 * L.Count));
        V s70 = L.Load(start + (7 * rowStart) + (0 * L.Count));
        V s71 = E.MasksC ? L.LoadMasked(start + (7 * rowStart) + (1 * L.Count), mask) : L.Load(start + (7 * rowStart) + (1 * L.Count));
        V s80 = L.Load(start + (8 * rowStart) + (0 * L.Count));
        V s81 = E.MasksC ? L.LoadMasked(start + (8 * rowStart) + (1 * L.Count), mask) : L.Load(start + (8 * rowStart) + (1 * L.Count));
        V s90 = L.Load(start + (9 * rowStart) + (0 * L.Count));
        V s91 = E.MasksC ? L.LoadMasked(start + (9 * rowStart) + (1 * L.Count), mask) : L.Load(start + (9 * rowStart) + (1 * L.Count));
        V s100 = L.Load(start + (10 * rowStart) + (0 * L.Count));
        V s101 = E.MasksC ? L.LoadMasked(start + (10 * rowStart) + (1 * L.Count), mask) : L.Load(start + (10 * rowStart) + (1 * L.Count));
        nint row3 = 3 * rowA;
        T* a4 = a + (4 * rowA);
        T* a8 = a + (8 * rowA);
        for (; k > 0; k--)
        {
            V b0 = L.Load(b + (0 * L.Count));
            V b1 = E.MasksB ? L.LoadMasked(b + (1 * L.Count), mask) : L.Load(b + (1 * L.Count));
            V x0 = L.Create(a[0]);
            s00 = L.Fma(x0, b0, s00);
            s01 = L.Fma(x0, b1, s01);
            V x1 = L.Create(a[rowA]);
            s10 = L.Fma(x1, b0, s10);
            s11 = L.Fma(x1, b1, s11);
            V x2 = L.Create(a[2 * rowA]);
            s20 = L.Fma(x2, b0, s20);
            s21 = L.Fma(x2, b1, s21);
            V x3 = L.Create(a[row3]);
            s30 = L.Fma(x3, b0, s30);
            s31 = L.Fma(x3, b1, s31);
            V x4 = L.Create(a4[0]);
            s40 = L.Fma(x4, b0, s40);
            s41 = L.Fma(x4, b1, s41);
            V x5 = L.Create(a4[rowA]);
            s50 = L.Fma(x5, b0, s50);
            s51 = L.Fma(x5, b1, s51);
            V x6 = L.Create(a4[2 * rowA]);
            s60 = L.Fma(x6, b0, s60);
            s61 = L.Fma(x6, b1, s61);
            V x7 = L.Create(a4[row3]);
            s70 = L.Fma(x7, b0, s70);
            s71 = L.Fma(x7, b1, s71);
            V x8 = L.Create(a8[0]);
            s80 = L.Fma(x8, b0, s80);
            s81 = L.Fma(x8, b1, s81);
            V x9 = L.Create(a8[rowA]);
            s90 = L.Fma(x9, b0, s90);
            s91 = L.Fma(x9, b1, s91);
            V x10 = L.Create(a8[2 * rowA]);
            s100 = L.Fma(x10, b0, s100);
            s101 = L.Fma(x10, b1, s101);
            a += columnA;
            a4 += columnA;
            a8 += columnA;
            b += rowB;
        }

        if (relu)
        {
            s00 = L.Relu(s00);
            s01 = L.Relu(s01);
            s10 = L.Relu(s10);
            s11 = L.Relu(s11);
            s20 = L.Relu(s20);
            s21 = L.Relu(s21);
            s30 = L.Relu(s30);
            s31 = L.Relu(s31);
            s40 = L.Relu(s40);
            s41 = L.Relu(s41);
            s50 = L.Relu(s50);
            s51 = L.Relu(s51);
            s60 = L.Relu(s60);
            s61 = L.Relu(s61);
            s70 = L.Relu(s70);
            s71 = L.Relu(s71);
            s80 = L.Relu(s80);
            s81 = L.Relu(s81);
            s90 = L.Relu(s90);
            s91 = L.Relu(s91);
            s100 = L.Relu(s100);
            s101 = L.Relu(s101);
        }

        L.Store(s00, c + (0 * rowC) + (0 * L.Count));
        L.Store(s10, c + (1 * rowC) + (0 * L.Count));
        L.Store(s20, c + (2 * rowC) + (0 * L.Count));
        L.Store(s30, c + (3 * rowC) + (0 * L.Count));
        L.Store(s40, c + (4 * rowC) + (0 * L.Count));
        L.Store(s50, c + (5 * rowC) + (0 * L.Count));
        L.Store(s60, c + (6 * rowC) + (0 * L.Count));
        L.Store(s70, c + (7 * rowC) + (0 * L.Count));
        L.Store(s80, c + (8 * rowC) + (0 * L.Count));
        L.Store(s90, c + (9 * rowC) + (0 * L.Count));
        L.Store(s100, c + (10 * rowC) + (0 * L.Count));
        if (E.MasksC)
        {
            L.StoreMasked(s01, c + (0 * rowC) + (1 * L.Count), mask);
            L.StoreMasked(s11, c + (1 * rowC) + (1 * L.Count), mask);
            L.StoreMasked(s21, c + (2 * rowC) + (1 * L.Count), mask);
            L.StoreMasked(s31, c + (3 * rowC) + (1 * L.Count), mask);
            L.StoreMasked(s41, c + (4 * rowC) + (1 * L.Count), mask);
            L.StoreMasked(s51, c + (5 * rowC) + (1 * L.Count), mask);
            L.StoreMasked(s61, c + (6 * rowC) + (1 * L.Count), mask);
            L.StoreMasked(s71, c + (7 * rowC) + (1 * L.Count), mask);
            L.StoreMasked(s81, c + (8 * rowC) + (1 * L.Count), mask);
            L.StoreMasked(s91, c + (9 * rowC) + (1 * L.Count), mask);
            L.StoreMasked(s101, c + (10 * rowC) + (1 * L.Count), mask);
            return;
        }

        L.Store(s01, c + (0 * rowC) + (1 * L.Count));
        L.Store(s11, c + (1 * rowC) + (1 * L.Count));
        L.Store(s21, c + (2 * rowC) + (1 * L.Count));
        L.Store(s31, c + (3 * rowC) + (1 * L.Count));
        L.Store(s41, c + (4 * rowC) + (1 * L.Count));
        L.Store(s51, c + (5 * rowC) + (1 * L.Count));
        L.Store(s61, c + (6 * rowC) + (1 * L.Count));
        L.Store(s71, c + (7 * rowC) + (1 * L.Count));
        L.Store(s81, c + (8 * rowC) + (1 * L.Count));
        L.Store(s91, c + (9 * rowC) + (1 * L.Count));
        L.Store(s101, c + (10 * rowC) + (1 * L.Count));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile12x1<L, V, T, E>(T* a, nint rowA, nint columnA, T* b, nint rowB, nint k, T* start, nint rowStart, T* c, nint rowC, bool relu, V mask)
        where L : ITileLanes<T, V>
        where V : unmanaged
        where T : unmanaged
        where E : ITileEdge
    {
        V s00 = E.MasksC ? L.LoadMasked(start + (0 * rowStart) + (0 * L.Count), mask) : L.Load(start + (0 * rowStart) + (0 * L.Count));
        V s10 = E.MasksC ? L.LoadMasked(start + (1 * rowStart) + (0 * L.Count), mask) : L.Load(start + (1 * rowStart) + (0 * L.Count));
        V s20 = E.MasksC ? L.LoadMasked(start + (2 * rowStart) + (0 * L.Count), mask) : L.Load(start + (2 * rowStart) + (0 * L.Count));
        V s30 = E.MasksC ? L.LoadMasked(start + (3 * rowStart) + (0 * L.Count), mask) : L.Load(start + (3 * rowStart) + (0 * L.Count));
        V s40 = E.MasksC ? L.LoadMasked(start + (4 * rowStart) + (0 * L.Count), mask) : L.Load(start + (4 * rowStart) + (0 * L.Count));
        V s50 = E.MasksC ? L.LoadMasked(start + (5 * rowStart) + (0 * L.Count), mask) : L.Load(start + (5 * rowStart) + (0 * L.Count));
        V s60 = E.MasksC ? L.LoadMasked(start + (6 * rowStart) + (0 * L.Count), mask) : L.Load(start + (6 * rowStart) + (0 * L.Count));
        V s70 = E.MasksC ? L.LoadMasked(start + (7 * rowStart) + (0 * L.Count), mask) : L.Load(start + (7 * rowStart) + (0 * L.Count));
        V s80 = E.MasksC ? L.LoadMasked(start + (8 * rowStart) + (0 * L.Count), mask) : L.Load(start + (8 * rowStart) + (0 * L.Count));
        V s90 = E.MasksC ? L.LoadMasked(start + (9 * rowStart) + (0 * L.Count), mask) : L.Load(start + (9 * rowStart) + (0 * L.Count));
        V s100 = E.MasksC ? L.LoadMasked(start + (10 * rowStart) + (0 * L.Count), mask) : L.Load(start + (10 * rowStart) + (0 * L.Count));
        V s110 = E.MasksC ? L.LoadMasked(start + (11 * rowStart) + (0 * L.Count), mask) : L.Load(start + (11 * rowStart) + (0 * L.Count));
        nint row3 = 3 * rowA;
        T* a4 = a + (4 * rowA);
        T* a8 = a + (8 * rowA);
        for (; k > 0; k--)
        {
            V b0 = E.MasksB ? L.LoadMasked(b + (0 * L.Count), mask) : L.Load(b + (0 * L.Count));
            V x0 = L.Create(a[0]);
            s00 = L.Fma(x0, b0, s00);
            V x1 = L.Create(a[rowA]);
            s10 = L.Fma(x1, b0, s10);
            V x2 = L.Create(a[2 * rowA]);
            s20 = L.Fma(x2, b0, s20);
            V x3 = L.Create(a[row3]);
            s30 = L.Fma(x3, b0, s30);
            V x4 = L.Create(a4[0]);
            s40 = L.Fma(x4, b0, s40);
            V x5 = L.Create(a4[rowA]);
            s50 = L.Fma(x5, b0, s50);
            V x6 = L.Create(a4[2 * rowA]);
            s60 = L.Fma(x6, b0, s60);
            V x7 = L.Create(a4[row3]);
            s70 = L.Fma(x7, b0, s70);
            V x8 = L.Create(a8[0]);
            s80 = L.Fma(x8, b0, s80);
            V x9 = L.Create(a8[rowA]);
            s90 = L.Fma(x9, b0, s90);
            V x10 = L.Create(a8[2 * rowA]);
            s100 = L.Fma(x10, b0, s100);
            V x11 = L.Create(a8[row3]);
            s110 = L.Fma(x11, b0, s110);
            a += columnA;
            a4 += columnA;
            a8 += columnA;
            b += rowB;
        }

        if (relu)
        {
            s00 = L.Relu(s00);
            s10 = L.Relu(s10);
            s20 = L.Relu(s20);
            s30 = L.Relu(s30);
            s40 = L.Relu(s40);
            s50 = L.Relu(s50);
            s60 = L.Relu(s60);
            s70 = L.Relu(s70);
            s80 = L.Relu(s80);
            s90 = L.Relu(s90);
            s100 = L.Relu(s100);
            s110 = L.Relu(s110);
        }

        if (E.MasksC)
        {
            L.StoreMasked(s00, c + (0 * rowC) + (0 * L.Count), mask);
            L.StoreMasked(s10, c + (1 * rowC) + (0 * L.Count), mask);
            L.StoreMasked(s20, c + (2 * rowC) + (0 * L.Count), mask);
            L.StoreMasked(s30, c + (3 * rowC) + (0 * L.Count), mask);
            L.StoreMasked(s40, c + (4 * rowC) + (0 * L.Count), mask);
            L.StoreMasked(s50, c + (5 * rowC) + (0 * L.Count), mask);
            L.StoreMasked(s60, c + (6 * rowC) + (0 * L.Count), mask);
            L.StoreMasked(s70, c + (7 * rowC) + (0 * L.Count), mask);
            L.StoreMasked(s80, c + (8 * rowC) + (0 * L.Count), mask);
            L.StoreMasked(s90, c + (9 * rowC) + (0 * L.Count), mask);
            L.StoreMasked(s100, c + (10 * rowC) + (0 * L.Count), mask);
            L.StoreMasked(s110, c + (11 * rowC) + (0 * L.Count), mask);
            return;
        }

        L.Store(s00, c + (0 * rowC) + (0 * L.Count));
        L.Store(s10, c + (1 * rowC) + (0 * L.Count));
        L.Store(s20, c + (2 * rowC) + (0 * L.Count));
        L.Store(s30, c + (3 * rowC) + (0 * L.Count));
        L.Store(s40, c + (4 * rowC) + (0 * L.Count));
        L.Store(s50, c + (5 * rowC) + (0 * L.Count));
        L.Store(s60, c + (6 * rowC) + (0 * L.Count));
        L.Store(s70, c + (7 * rowC) + (0 * L.Count));
        L.Store(s80, c + (8 * rowC) + (0 * L.Count));
        L.Store(s90, c + (9 * rowC) + (0 * L.Count));
        L.Store(s100, c + (10 * rowC) + (0 * L.Count));
        L.Store(s110, c + (11 * rowC) + (0 * L.Count));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile12x2<L, V, T, E>(T* a, nint rowA, nint columnA, T* b, nint rowB, nint k, T* start, nint rowStart, T* c, nint rowC, bool relu, V mask)
        where L : ITileLanes<T, V>
        where V : unmanaged
        where T : unmanaged
        where E : ITileEdge
    {
        V s00 = L.Load(start + (0 * rowStart) + (0 * L.Count));
        V s01 = E.MasksC ? L.LoadMasked(start + (0 * rowStart) + (1 * L.Count), mask) : L.Load(start + (0 * rowStart) + (1 * L.Count));
        V s10 = L.Load(start + (1 * rowStart) + (0 * L.Count));
        V s11 = E.MasksC ? L.LoadMasked(start + (1 * rowStart) + (1 * L.Count), mask) : L.Load(start + (1 * rowStart) + (1 * L.Count));
        V s20 = L.Load(start + (2 * rowStart) + (0 * L.Count));
        V s21 = E.MasksC ? L.LoadMasked(start + (2 * rowStart) + (1 * L.Count), mask) : L.Load(start + (2 * rowStart) + (1 * L.Count));
        V s30 = L.Load(start + (3 * rowStart) + (0 * L.Count));
        V s31 = E.MasksC ? L.LoadMasked(start + (3 * rowStart) + (1 * L.Count), mask) : L.Load(start + (3 * rowStart) + (1 * L.Count));
        V s40 = L.Load(start + (4 * rowStart) + (0 * L.Count));
        V s41 = E.MasksC ? L.LoadMasked(start + (4 * rowStart) + (1 * L.Count), mask) : L.Load(start + (4 * rowStart) + (1 * L.Count));
        V s50 = L.Load(start + (5 * rowStart) + (0 * L.Count));
        V s51 = E.MasksC ? L.LoadMasked(start + (5 * rowStart) + (1 * L.Count), mask) : L.Load(start + (5 * rowStart) + (1 * L.Count));
        V s60 = L.Load(start + (6 * rowStart) + (0 * L.Count));
        V s61 = E.MasksC ? L.LoadMasked(start + (6 * rowStart) + (1 * L.Count), mask) : L.Load(start + (6 * rowStart) + (1 * L.Count));
        V s70 = L.Load(start + (7 * rowStart) + (0 * L.Count));
        V s71 = E.MasksC ? L.LoadMasked(start + (7 * rowStart) + (1 * L.Count), mask) : L.Load(start + (7 * rowStart) + (1 * L.Count));
        V s80 = L.Load(start + (8 * rowStart) + (0 * L.Count));
        V s81 = E.MasksC ? L.LoadMasked(start + (8 * rowStart) + (1 * L.Count), mask) : L.Load(start + (8 * rowStart) + (1 * L.Count));
        V s90 = L.Load(start + (9 * rowStart) + (0 * L.Count));
        V s91 = E.MasksC ? L.LoadMasked(start + (9 * rowStart) + (1 * L.Count), mask) : L.Load(start + (9 * rowStart) + (1 * L.Count));
        V s100 = L.Load(start + (10 * rowStart) + (0 * L.Count));
        V s101 = E.MasksC ? L.LoadMasked(start + (10 * rowStart) + (1 * L.Count), mask) : L.Load(start + (10 * rowStart) + (1 * L.Count));
        V s110 = L.Load(start + (11 * rowStart) + (0 * L.Count));
        V s111 = E.MasksC ? L.LoadMasked(start + (11 * rowStart) + (1 * L.Count), mask) : L.Load(start + (11 * rowStart) + (1 * L.Count));
        nint row3 = 3 * rowA;
        T* a4 = a + (4 * rowA);
        T* a8 = a + (8 * rowA);
        for (; k > 0; k--)
        {
            V b0 = L.Load(b + (0 * L.Count));
            V b1 = E.MasksB ? L.LoadMasked(b + (1 * L.Count), mask) : L.Load(b + (1 * L.Count));
            V x0 = L.Create(a[0]);
            s00 = L.Fma(x0, b0, s00);
            s01 = L.Fma(x0, b1, s01);
            V x1 = L.Create(a[rowA]);
            s10 = L.Fma(x1, b0, s10);
            s11 = L.Fma(x1, b1, s11);
            V x2 = L.Create(a[2 * rowA]);
            s20 = L.Fma(x2, b0, s20);
            s21 = L.Fma(x2, b1, s21);
            V x3 = L.Create(a[row3]);
            s30 = L.Fma(x3, b0, s30);
            s31 = L.Fma(x3, b1, s31);
            V x4 = L.Create(a4[0]);
            s40 = L.Fma(x4, b0, s40);
            s41 = L.Fma(x4, b1, s41);
            V x5 = L.Create(a4[rowA]);
            s50 = L.Fma(x5, b0, s50);
            s51 = L.Fma(x5, b1, s51);
            V x6 = L.Create(a4[2 * rowA]);
            s60 = L.Fma(x6, b0, s60);
            s61 = L.Fma(x6, b1, s61);
            V x7 = L.Create(a4[row3]);
            s70 = L.Fma(x7, b0, s70);
            s71 = L.Fma(x7, b1, s71);
            V x8 = L.Create(a8[0]);
            s80 = L.Fma(x8, b0, s80);
            s81 = L.Fma(x8, b1, s81);
            V x9 = L.Create(a8[rowA]);
            s90 = L.Fma(x9, b0, s90);
            s91 = L.Fma(x9, b1, s91);
            V x10 = L.Create(a8[2 * rowA]);
            s100 = L.Fma(x10, b0, s100);
            s101 = L.Fma(x10, b1, s101);
            V x11 = L.Create(a8[row3]);
            s110 = L.Fma(x11, b0, s110);
            s111 = L.Fma(x11, b1, s111);
            a += columnA;
            a4 += columnA;
            a8 += columnA;
            b += rowB;
        }

        if (relu)
        {
            s00 = L.Relu(s00);
            s01 = L.Relu(s01);
            s10 = L.Relu(s10);
            s11 = L.Relu(s11);
            s20 = L.Relu(s20);
            s21 = L.Relu(s21);
            s30 = L.Relu(s30);
            s31 = L.Relu(s31);
            s40 = L.Relu(s40);
            s41 = L.Relu(s41);
            s50 = L.Relu(s50);
            s51 = L.Relu(s51);
            s60 = L.Relu(s60);
            s61 = L.Relu(s61);
            s70 = L.Relu(s70);
            s71 = L.Relu(s71);
            s80 = L.Relu(s80);
            s81 = L.Relu(s81);
            s90 = L.Relu(s90);
            s91 = L.Relu(s91);
            s100 = L.Relu(s100);
            s101 = L.Relu(s101);
            s110 = L.Relu(s110);
            s111 = L.Relu(s111);
        }

        L.Store(s00, c + (0 * rowC) + (0 * L.Count));
        L.Store(s10, c + (1 * rowC) + (0 * L.Count));
        L.Store(s20, c + (2 * rowC) + (0 * L.Count));
        L.Store(s30, c + (3 * rowC) + (0 * L.Count));
        L.Store(s40, c + (4 * rowC) + (0 * L.Count));
        L.Store(s50, c + (5 * rowC) + (0 * L.Count));
        L.Store(s60, c + (6 * rowC) + (0 * L.Count));
        L.Store(s70, c + (7 * rowC) + (0 * L.Count));
        L.Store(s80, c + (8 * rowC) + (0 * L.Count));
        L.Store(s90, c + (9 * rowC) + (0 * L.Count));
        L.Store(s100, c + (10 * rowC) + (0 * L.Count));
        L.Store(s110, c + (11 * rowC) + (0 * L.Count));
        if (E.MasksC)
        {
            L.StoreMasked(s01, c + (0 * rowC) + (1 * L.Count), mask);
            L.StoreMasked(s11, c + (1 * rowC) + (1 * L.Count), mask);
            L.StoreMasked(s21, c + (2 * rowC) + (1 * L.Count), mask);
            L.StoreMasked(s31, c + (3 * rowC) + (1 * L.Count), mask);
            L.StoreMasked(s41, c + (4 * rowC) + (1 * L.Count), mask);
            L.StoreMasked(s51, c + (5 * rowC) + (1 * L.Count), mask);
            L.StoreMasked(s61, c + (6 * rowC) + (1 * L.Count), mask);
            L.StoreMasked(s71, c + (7 * rowC) + (1 * L.Count), mask);
            L.StoreMasked(s81, c + (8 * rowC) + (1 * L.Count), mask);
            L.StoreMasked(s91, c + (9 * rowC) + (1 * L.Count), mask);
            L.StoreMasked(s101, c + (10 * rowC) + (1 * L.Count), mask);
            L.StoreMasked(s111, c + (11 * rowC) + (1 * L.Count), mask);
            return;
        }

        L.Store(s01, c + (0 * rowC) + (1 * L.Count));
        L.Store(s11, c + (1 * rowC) + (1 * L.Count));
        L.Store(s21, c + (2 * rowC) + (1 * L.Count));
        L.Store(s31, c + (3 * rowC) + (1 * L.Count));
        L.Store(s41, c + (4 * rowC) + (1 * L.Count));
        L.Store(s51, c + (5 * rowC) + (1 * L.Count));
        L.Store(s61, c + (6 * rowC) + (1 * L.Count));
        L.Store(s71, c + (7 * rowC) + (1 * L.Count));
        L.Store(s81, c + (8 * rowC) + (1 * L.Count));
        L.Store(s91, c + (9 * rowC) + (1 * L.Count));
        L.Store(s101, c + (10 * rowC) + (1 * L.Count));
        L.Store(s111, c + (11 * rowC) + (1 * L.Count));
    }
}
