// Written by WeightTiles.template.py; change that and run it.
using System.Runtime.CompilerServices;
using Gradus.Tensors.Kernels.Lanes;

namespace Gradus.Tensors.Kernels.Convolution;

/// <summary>
/// Tiles of the weight gradient with filters in lanes: R taps by C vectors of filters stay in registers while the output places run, row by row and image by image, and are added to what they start from. Each lane
/// is one element, summed in ascending order of the places by fused multiply-adds, so that every tile and width gives the same bits.
/// </summary>
internal static unsafe class WeightTiles
{
    /// <summary>Runs the tile of a size. x holds where each tap meets the first place, the others lie a step, a pitch or an image apart; g holds a vector or more of filters for each place, and a gap behind each image. The sums so far begin at start.</summary>
    internal static void Run<L, V>(int rows, int vectors, float** x, nint image, nint pitch, nint step, float* g, nint gapG, nint imageCount, nint rowCount, nint columnCount, float* start, nint rowStart, float* to, nint rowTo)
        where L : ILanes<V>
        where V : unmanaged
    {
        switch ((rows * 16) + vectors)
        {
            case 17:
                Tile1x1<L, V>(x, image, pitch, step, g, gapG, imageCount, rowCount, columnCount, start, rowStart, to, rowTo);
                break;
            case 18:
                Tile1x2<L, V>(x, image, pitch, step, g, gapG, imageCount, rowCount, columnCount, start, rowStart, to, rowTo);
                break;
            case 19:
                Tile1x3<L, V>(x, image, pitch, step, g, gapG, imageCount, rowCount, columnCount, start, rowStart, to, rowTo);
                break;
            case 33:
                Tile2x1<L, V>(x, image, pitch, step, g, gapG, imageCount, rowCount, columnCount, start, rowStart, to, rowTo);
                break;
            case 34:
                Tile2x2<L, V>(x, image, pitch, step, g, gapG, imageCount, rowCount, columnCount, start, rowStart, to, rowTo);
                break;
            case 35:
                Tile2x3<L, V>(x, image, pitch, step, g, gapG, imageCount, rowCount, columnCount, start, rowStart, to, rowTo);
                break;
            case 49:
                Tile3x1<L, V>(x, image, pitch, step, g, gapG, imageCount, rowCount, columnCount, start, rowStart, to, rowTo);
                break;
            case 50:
                Tile3x2<L, V>(x, image, pitch, step, g, gapG, imageCount, rowCount, columnCount, start, rowStart, to, rowTo);
                break;
            case 51:
                Tile3x3<L, V>(x, image, pitch, step, g, gapG, imageCount, rowCount, columnCount, start, rowStart, to, rowTo);
                break;
            case 65:
                Tile4x1<L, V>(x, image, pitch, step, g, gapG, imageCount, rowCount, columnCount, start, rowStart, to, rowTo);
                break;
            case 66:
                Tile4x2<L, V>(x, image, pitch, step, g, gapG, imageCount, rowCount, columnCount, start, rowStart, to, rowTo);
                break;
            case 67:
                Tile4x3<L, V>(x, image, pitch, step, g, gapG, imageCount, rowCount, columnCount, start, rowStart, to, rowTo);
                break;
            case 81:
                Tile5x1<L, V>(x, image, pitch, step, g, gapG, imageCount, rowCount, columnCount, start, rowStart, to, rowTo);
                break;
            case 82:
                Tile5x2<L, V>(x, image, pitch, step, g, gapG, imageCount, rowCount, columnCount, start, rowStart, to, rowTo);
                break;
            case 83:
                Tile5x3<L, V>(x, image, pitch, step, g, gapG, imageCount, rowCount, columnCount, start, rowStart, to, rowTo);
                break;
            case 97:
                Tile6x1<L, V>(x, image, pitch, step, g, gapG, imageCount, rowCount, columnCount, start, rowStart, to, rowTo);
                break;
            case 98:
                Tile6x2<L, V>(x, image, pitch, step, g, gapG, imageCount, rowCount, columnCount, start, rowStart, to, rowTo);
                break;
            case 99:
                Tile6x3<L, V>(x, image, pitch, step, g, gapG, imageCount, rowCount, columnCount, start, rowStart, to, rowTo);
                break;
            case 113:
                Tile7x1<L, V>(x, image, pitch, step, g, gapG, imageCount, rowCount, columnCount, start, rowStart, to, rowTo);
                break;
            case 114:
                Tile7x2<L, V>(x, image, pitch, step, g, gapG, imageCount, rowCount, columnCount, start, rowStart, to, rowTo);
                break;
            case 115:
                Tile7x3<L, V>(x, image, pitch, step, g, gapG, imageCount, rowCount, columnCount, start, rowStart, to, rowTo);
                break;
            case 129:
                Tile8x1<L, V>(x, image, pitch, step, g, gapG, imageCount, rowCount, columnCount, start, rowStart, to, rowTo);
                break;
            case 130:
                Tile8x2<L, V>(x, image, pitch, step, g, gapG, imageCount, rowCount, columnCount, start, rowStart, to, rowTo);
                break;
            case 131:
                Tile8x3<L, V>(x, image, pitch, step, g, gapG, imageCount, rowCount, columnCount, start, rowStart, to, rowTo);
                break;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile1x1<L, V>(float** x, nint image, nint pitch, nint step, float* g, nint gapG, nint imageCount, nint rowCount, nint columnCount, float* start, nint rowStart, float* to, nint rowTo)
        where L : ILanes<V>
        where V : unmanaged
    {
        V s00 = L.Create(0f);
        float* x0 = x[0];
        nint nextRow = pitch - (columnCount * step), nextImage = image - (rowCount * pitch), q = 0;
        for (; imageCount > 0; imageCount--, q += nextImage, g += gapG)
        {
            for (nint row = rowCount; row > 0; row--, q += nextRow)
            {
                for (nint n = columnCount; n > 0; n--, q += step)
                {
                    V b0 = L.Load(g + (0 * L.Count));
                    V a0 = L.Create(x0[q]);
                    s00 = L.Fma(a0, b0, s00);
                    g += 1 * L.Count;
                }
            }
        }

        L.Store(L.Add(L.Load(start + (0 * rowStart) + (0 * L.Count)), s00), to + (0 * rowTo) + (0 * L.Count));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile1x2<L, V>(float** x, nint image, nint pitch, nint step, float* g, nint gapG, nint imageCount, nint rowCount, nint columnCount, float* start, nint rowStart, float* to, nint rowTo)
        where L : ILanes<V>
        where V : unmanaged
    {
        V s00 = L.Create(0f), s01 = L.Create(0f);
        float* x0 = x[0];
        nint nextRow = pitch - (columnCount * step), nextImage = image - (rowCount * pitch), q = 0;
        for (; imageCount > 0; imageCount--, q += nextImage, g += gapG)
        {
            for (nint row = rowCount; row > 0; row--, q += nextRow)
            {
                for (nint n = columnCount; n > 0; n--, q += step)
                {
                    V b0 = L.Load(g + (0 * L.Count));
                    V b1 = L.Load(g + (1 * L.Count));
                    V a0 = L.Create(x0[q]);
                    s00 = L.Fma(a0, b0, s00);
                    s01 = L.Fma(a0, b1, s01);
                    g += 2 * L.Count;
                }
            }
        }

        L.Store(L.Add(L.Load(start + (0 * rowStart) + (0 * L.Count)), s00), to + (0 * rowTo) + (0 * L.Count));
        L.Store(L.Add(L.Load(start + (0 * rowStart) + (1 * L.Count)), s01), to + (0 * rowTo) + (1 * L.Count));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile1x3<L, V>(float** x, nint image, nint pitch, nint step, float* g, nint gapG, nint imageCount, nint rowCount, nint columnCount, float* start, nint rowStart, float* to, nint rowTo)
        where L : ILanes<V>
        where V : unmanaged
    {
        V s00 = L.Create(0f), s01 = L.Create(0f), s02 = L.Create(0f);
        float* x0 = x[0];
        nint nextRow = pitch - (columnCount * step), nextImage = image - (rowCount * pitch), q = 0;
        for (; imageCount > 0; imageCount--, q += nextImage, g += gapG)
        {
            for (nint row = rowCount; row > 0; row--, q += nextRow)
            {
                for (nint n = columnCount; n > 0; n--, q += step)
                {
                    V b0 = L.Load(g + (0 * L.Count));
                    V b1 = L.Load(g + (1 * L.Count));
                    V b2 = L.Load(g + (2 * L.Count));
                    V a0 = L.Create(x0[q]);
                    s00 = L.Fma(a0, b0, s00);
                    s01 = L.Fma(a0, b1, s01);
                    s02 = L.Fma(a0, b2, s02);
                    g += 3 * L.Count;
                }
            }
        }

        L.Store(L.Add(L.Load(start + (0 * rowStart) + (0 * L.Count)), s00), to + (0 * rowTo) + (0 * L.Count));
        L.Store(L.Add(L.Load(start + (0 * rowStart) + (1 * L.Count)), s01), to + (0 * rowTo) + (1 * L.Count));
        L.Store(L.Add(L.Load(start + (0 * rowStart) + (2 * L.Count)), s02), to + (0 * rowTo) + (2 * L.Count));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile2x1<L, V>(float** x, nint image, nint pitch, nint step, float* g, nint gapG, nint imageCount, nint rowCount, nint columnCount, float* start, nint rowStart, float* to, nint rowTo)
        where L : ILanes<V>
        where V : unmanaged
    {
        V s00 = L.Create(0f), s10 = L.Create(0f);
        float* x0 = x[0];
        float* x1 = x[1];
        nint nextRow = pitch - (columnCount * step), nextImage = image - (rowCount * pitch), q = 0;
        for (; imageCount > 0; imageCount--, q += nextImage, g += gapG)
        {
            for (nint row = rowCount; row > 0; row--, q += nextRow)
            {
                for (nint n = columnCount; n > 0; n--, q += step)
                {
                    V b0 = L.Load(g + (0 * L.Count));
                    V a0 = L.Create(x0[q]);
                    s00 = L.Fma(a0, b0, s00);
                    V a1 = L.Create(x1[q]);
                    s10 = L.Fma(a1, b0, s10);
                    g += 1 * L.Count;
                }
            }
        }

        L.Store(L.Add(L.Load(start + (0 * rowStart) + (0 * L.Count)), s00), to + (0 * rowTo) + (0 * L.Count));
        L.Store(L.Add(L.Load(start + (1 * rowStart) + (0 * L.Count)), s10), to + (1 * rowTo) + (0 * L.Count));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile2x2<L, V>(float** x, nint image, nint pitch, nint step, float* g, nint gapG, nint imageCount, nint rowCount, nint columnCount, float* start, nint rowStart, float* to, nint rowTo)
        where L : ILanes<V>
        where V : unmanaged
    {
        V s00 = L.Create(0f), s01 = L.Create(0f), s10 = L.Create(0f), s11 = L.Create(0f);
        float* x0 = x[0];
        float* x1 = x[1];
        nint nextRow = pitch - (columnCount * step), nextImage = image - (rowCount * pitch), q = 0;
        for (; imageCount > 0; imageCount--, q += nextImage, g += gapG)
        {
            for (nint row = rowCount; row > 0; row--, q += nextRow)
            {
                for (nint n = columnCount; n > 0; n--, q += step)
                {
                    V b0 = L.Load(g + (0 * L.Count));
                    V b1 = L.Load(g + (1 * L.Count));
                    V a0 = L.Create(x0[q]);
                    s00 = L.Fma(a0, b0, s00);
                    s01 = L.Fma(a0, b1, s01);
                    V a1 = L.Create(x1[q]);
                    s10 = L.Fma(a1, b0, s10);
                    s11 = L.Fma(a1, b1, s11);
                    g += 2 * L.Count;
                }
            }
        }

        L.Store(L.Add(L.Load(start + (0 * rowStart) + (0 * L.Count)), s00), to + (0 * rowTo) + (0 * L.Count));
        L.Store(L.Add(L.Load(start + (0 * rowStart) + (1 * L.Count)), s01), to + (0 * rowTo) + (1 * L.Count));
        L.Store(L.Add(L.Load(start + (1 * rowStart) + (0 * L.Count)), s10), to + (1 * rowTo) + (0 * L.Count));
        L.Store(L.Add(L.Load(start + (1 * rowStart) + (1 * L.Count)), s11), to + (1 * rowTo) + (1 * L.Count));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile2x3<L, V>(float** x, nint image, nint pitch, nint step, float* g, nint gapG, nint imageCount, nint rowCount, nint columnCount, float* start, nint rowStart, float* to, nint rowTo)
        where L : ILanes<V>
        where V : unmanaged
    {
        V s00 = L.Create(0f), s01 = L.Create(0f), s02 = L.Create(0f), s10 = L.Create(0f), s11 = L.Create(0f), s12 = L.Create(0f);
        float* x0 = x[0];
        float* x1 = x[1];
        nint nextRow = pitch - (columnCount * step), nextImage = image - (rowCount * pitch), q = 0;
        for (; imageCount > 0; imageCount--, q += nextImage, g += gapG)
        {
            for (nint row = rowCount; row > 0; row--, q += nextRow)
            {
                for (nint n = columnCount; n > 0; n--, q += step)
                {
                    V b0 = L.Load(g + (0 * L.Count));
                    V b1 = L.Load(g + (1 * L.Count));
                    V b2 = L.Load(g + (2 * L.Count));
                    V a0 = L.Create(x0[q]);
                    s00 = L.Fma(a0, b0, s00);
                    s01 = L.Fma(a0, b1, s01);
                    s02 = L.Fma(a0, b2, s02);
                    V a1 = L.Create(x1[q]);
                    s10 = L.Fma(a1, b0, s10);
                    s11 = L.Fma(a1, b1, s11);
                    s12 = L.Fma(a1, b2, s12);
                    g += 3 * L.Count;
                }
            }
        }

        L.Store(L.Add(L.Load(start + (0 * rowStart) + (0 * L.Count)), s00), to + (0 * rowTo) + (0 * L.Count));
        L.Store(L.Add(L.Load(start + (0 * rowStart) + (1 * L.Count)), s01), to + (0 * rowTo) + (1 * L.Count));
        L.Store(L.Add(L.Load(start + (0 * rowStart) + (2 * L.Count)), s02), to + (0 * rowTo) + (2 * L.Count));
        L.Store(L.Add(L.Load(start + (1 * rowStart) + (0 * L.Count)), s10), to + (1 * rowTo) + (0 * L.Count));
        L.Store(L.Add(L.Load(start + (1 * rowStart) + (1 * L.Count)), s11), to + (1 * rowTo) + (1 * L.Count));
        L.Store(L.Add(L.Load(start + (1 * rowStart) + (2 * L.Count)), s12), to + (1 * rowTo) + (2 * L.Count));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile3x1<L, V>(float** x, nint image, nint pitch, nint step, float* g, nint gapG, nint imageCount, nint rowCount, nint columnCount, float* start, nint rowStart, float* to, nint rowTo)
        where L : ILanes<V>
        where V : unmanaged
    {
        V s00 = L.Create(0f), s10 = L.Create(0f), s20 = L.Create(0f);
        float* x0 = x[0];
        float* x1 = x[1];
        float* x2 = x[2];
        nint nextRow = pitch - (columnCount * step), nextImage = image - (rowCount * pitch), q = 0;
        for (; imageCount > 0; imageCount--, q += nextImage, g += gapG)
        {
            for (nint row = rowCount; row > 0; row--, q += nextRow)
            {
                for (nint n = columnCount; n > 0; n--, q += step)
                {
                    V b0 = L.Load(g + (0 * L.Count));
                    V a0 = L.Create(x0[q]);
                    s00 = L.Fma(a0, b0, s00);
                    V a1 = L.Create(x1[q]);
                    s10 = L.Fma(a1, b0, s10);
                    V a2 = L.Create(x2[q]);
                    s20 = L.Fma(a2, b0, s20);
                    g += 1 * L.Count;
                }
            }
        }

        L.Store(L.Add(L.Load(start + (0 * rowStart) + (0 * L.Count)), s00), to + (0 * rowTo) + (0 * L.Count));
        L.Store(L.Add(L.Load(start + (1 * rowStart) + (0 * L.Count)), s10), to + (1 * rowTo) + (0 * L.Count));
        L.Store(L.Add(L.Load(start + (2 * rowStart) + (0 * L.Count)), s20), to + (2 * rowTo) + (0 * L.Count));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile3x2<L, V>(float** x, nint image, nint pitch, nint step, float* g, nint gapG, nint imageCount, nint rowCount, nint columnCount, float* start, nint rowStart, float* to, nint rowTo)
        where L : ILanes<V>
        where V : unmanaged
    {
        V s00 = L.Create(0f), s01 = L.Create(0f), s10 = L.Create(0f), s11 = L.Create(0f), s20 = L.Create(0f), s21 = L.Create(0f);
        float* x0 = x[0];
        float* x1 = x[1];
        float* x2 = x[2];
        nint nextRow = pitch - (columnCount * step), nextImage = image - (rowCount * pitch), q = 0;
        for (; imageCount > 0; imageCount--, q += nextImage, g += gapG)
        {
            for (nint row = rowCount; row > 0; row--, q += nextRow)
            {
                for (nint n = columnCount; n > 0; n--, q += step)
                {
                    V b0 = L.Load(g + (0 * L.Count));
                    V b1 = L.Load(g + (1 * L.Count));
                    V a0 = L.Create(x0[q]);
                    s00 = L.Fma(a0, b0, s00);
                    s01 = L.Fma(a0, b1, s01);
                    V a1 = L.Create(x1[q]);
                    s10 = L.Fma(a1, b0, s10);
                    s11 = L.Fma(a1, b1, s11);
                    V a2 = L.Create(x2[q]);
                    s20 = L.Fma(a2, b0, s20);
                    s21 = L.Fma(a2, b1, s21);
                    g += 2 * L.Count;
                }
            }
        }

        L.Store(L.Add(L.Load(start + (0 * rowStart) + (0 * L.Count)), s00), to + (0 * rowTo) + (0 * L.Count));
        L.Store(L.Add(L.Load(start + (0 * rowStart) + (1 * L.Count)), s01), to + (0 * rowTo) + (1 * L.Count));
        L.Store(L.Add(L.Load(start + (1 * rowStart) + (0 * L.Count)), s10), to + (1 * rowTo) + (0 * L.Count));
        L.Store(L.Add(L.Load(start + (1 * rowStart) + (1 * L.Count)), s11), to + (1 * rowTo) + (1 * L.Count));
        L.Store(L.Add(L.Load(start + (2 * rowStart) + (0 * L.Count)), s20), to + (2 * rowTo) + (0 * L.Count));
        L.Store(L.Add(L.Load(start + (2 * rowStart) + (1 * L.Count)), s21), to + (2 * rowTo) + (1 * L.Count));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile3x3<L, V>(float** x, nint image, nint pitch, nint step, float* g, nint gapG, nint imageCount, nint rowCount, nint columnCount, float* start, nint rowStart, float* to, nint rowTo)
        where L : ILanes<V>
        where V : unmanaged
    {
        V s00 = L.Create(0f), s01 = L.Create(0f), s02 = L.Create(0f), s10 = L.Create(0f), s11 = L.Create(0f), s12 = L.Create(0f), s20 = L.Create(0f), s21 = L.Create(0f), s22 = L.Create(0f);
        float* x0 = x[0];
        float* x1 = x[1];
        float* x2 = x[2];
        nint nextRow = pitch - (columnCount * step), nextImage = image - (rowCount * pitch), q = 0;
        for (; imageCount > 0; imageCount--, q += nextImage, g += gapG)
        {
            for (nint row = rowCount; row > 0; row--, q += nextRow)
            {
                for (nint n = columnCount; n > 0; n--, q += step)
                {
                    V b0 = L.Load(g + (0 * L.Count));
                    V b1 = L.Load(g + (1 * L.Count));
                    V b2 = L.Load(g + (2 * L.Count));
                    V a0 = L.Create(x0[q]);
                    s00 = L.Fma(a0, b0, s00);
                    s01 = L.Fma(a0, b1, s01);
                    s02 = L.Fma(a0, b2, s02);
                    V a1 = L.Create(x1[q]);
                    s10 = L.Fma(a1, b0, s10);
                    s11 = L.Fma(a1, b1, s11);
                    s12 = L.Fma(a1, b2, s12);
                    V a2 = L.Create(x2[q]);
                    s20 = L.Fma(a2, b0, s20);
                    s21 = L.Fma(a2, b1, s21);
                    s22 = L.Fma(a2, b2, s22);
                    g += 3 * L.Count;
                }
            }
        }

        L.Store(L.Add(L.Load(start + (0 * rowStart) + (0 * L.Count)), s00), to + (0 * rowTo) + (0 * L.Count));
        L.Store(L.Add(L.Load(start + (0 * rowStart) + (1 * L.Count)), s01), to + (0 * rowTo) + (1 * L.Count));
        L.Store(L.Add(L.Load(start + (0 * rowStart) + (2 * L.Count)), s02), to + (0 * rowTo) + (2 * L.Count));
        L.Store(L.Add(L.Load(start + (1 * rowStart) + (0 * L.Count)), s10), to + (1 * rowTo) + (0 * L.Count));
        L.Store(L.Add(L.Load(start + (1 * rowStart) + (1 * L.Count)), s11), to + (1 * rowTo) + (1 * L.Count));
        L.Store(L.Add(L.Load(start + (1 * rowStart) + (2 * L.Count)), s12), to + (1 * rowTo) + (2 * L.Count));
        L.Store(L.Add(L.Load(start + (2 * rowStart) + (0 * L.Count)), s20), to + (2 * rowTo) + (0 * L.Count));
        L.Store(L.Add(L.Load(start + (2 * rowStart) + (1 * L.Count)), s21), to + (2 * rowTo) + (1 * L.Count));
        L.Store(L.Add(L.Load(start + (2 * rowStart) + (2 * L.Count)), s22), to + (2 * rowTo) + (2 * L.Count));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile4x1<L, V>(float** x, nint image, nint pitch, nint step, float* g, nint gapG, nint imageCount, nint rowCount, nint columnCount, float* start, nint rowStart, float* to, nint rowTo)
        where L : ILanes<V>
        where V : unmanaged
    {
        V s00 = L.Create(0f), s10 = L.Create(0f), s20 = L.Create(0f), s30 = L.Create(0f);
        float* x0 = x[0];
        float* x1 = x[1];
        float* x2 = x[2];
        float* x3 = x[3];
        nint nextRow = pitch - (columnCount * step), nextImage = image - (rowCount * pitch), q = 0;
        for (; imageCount > 0; imageCount--, q += nextImage, g += gapG)
        {
            for (nint row = rowCount; row > 0; row--, q += nextRow)
            {
                for (nint n = columnCount; n > 0; n--, q += step)
                {
                    V b0 = L.Load(g + (0 * L.Count));
                    V a0 = L.Create(x0[q]);
                    s00 = L.Fma(a0, b0, s00);
                    V a1 = L.Create(x1[q]);
                    s10 = L.Fma(a1, b0, s10);
                    V a2 = L.Create(x2[q]);
                    s20 = L.Fma(a2, b0, s20);
                    V a3 = L.Create(x3[q]);
                    s30 = L.Fma(a3, b0, s30);
                    g += 1 * L.Count;
                }
            }
        }

        L.Store(L.Add(L.Load(start + (0 * rowStart) + (0 * L.Count)), s00), to + (0 * rowTo) + (0 * L.Count));
        L.Store(L.Add(L.Load(start + (1 * rowStart) + (0 * L.Count)), s10), to + (1 * rowTo) + (0 * L.Count));
        L.Store(L.Add(L.Load(start + (2 * rowStart) + (0 * L.Count)), s20), to + (2 * rowTo) + (0 * L.Count));
        L.Store(L.Add(L.Load(start + (3 * rowStart) + (0 * L.Count)), s30), to + (3 * rowTo) + (0 * L.Count));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile4x2<L, V>(float** x, nint image, nint pitch, nint step, float* g, nint gapG, nint imageCount, nint rowCount, nint columnCount, float* start, nint rowStart, float* to, nint rowTo)
        where L : ILanes<V>
        where V : unmanaged
    {
        V s00 = L.Create(0f), s01 = L.Create(0f), s10 = L.Create(0f), s11 = L.Create(0f), s20 = L.Create(0f), s21 = L.Create(0f), s30 = L.Create(0f), s31 = L.Create(0f);
        float* x0 = x[0];
        float* x1 = x[1];
        float* x2 = x[2];
        float* x3 = x[3];
        nint nextRow = pitch - (columnCount * step), nextImage = image - (rowCount * pitch), q = 0;
        for (; imageCount > 0; imageCount--, q += nextImage, g += gapG)
        {
            for (nint row = rowCount; row > 0; row--, q += nextRow)
            {
                for (nint n = columnCount; n > 0; n--, q += step)
                {
                    V b0 = L.Load(g + (0 * L.Count));
                    V b1 = L.Load(g + (1 * L.Count));
                    V a0 = L.Create(x0[q]);
                    s00 = L.Fma(a0, b0, s00);
                    s01 = L.Fma(a0, b1, s01);
                    V a1 = L.Create(x1[q]);
                    s10 = L.Fma(a1, b0, s10);
                    s11 = L.Fma(a1, b1, s11);
                    V a2 = L.Create(x2[q]);
                    s20 = L.Fma(a2, b0, s20);
                    s21 = L.Fma(a2, b1, s21);
                    V a3 = L.Create(x3[q]);
                    s30 = L.Fma(a3, b0, s30);
                    s31 = L.Fma(a3, b1, s31);
                    g += 2 * L.Count;
                }
            }
        }

        L.Store(L.Add(L.Load(start + (0 * rowStart) + (0 * L.Count)), s00), to + (0 * rowTo) + (0 * L.Count));
        L.Store(L.Add(L.Load(start + (0 * rowStart) + (1 * L.Count)), s01), to + (0 * rowTo) + (1 * L.Count));
        L.Store(L.Add(L.Load(start + (1 * rowStart) + (0 * L.Count)), s10), to + (1 * rowTo) + (0 * L.Count));
        L.Store(L.Add(L.Load(start + (1 * rowStart) + (1 * L.Count)), s11), to + (1 * rowTo) + (1 * L.Count));
        L.Store(L.Add(L.Load(start + (2 * rowStart) + (0 * L.Count)), s20), to + (2 * rowTo) + (0 * L.Count));
        L.Store(L.Add(L.Load(start + (2 * rowStart) + (1 * L.Count)), s21), to + (2 * rowTo) + (1 * L.Count));
        L.Store(L.Add(L.Load(start + (3 * rowStart) + (0 * L.Count)), s30), to + (3 * rowTo) + (0 * L.Count));
        L.Store(L.Add(L.Load(start + (3 * rowStart) + (1 * L.Count)), s31), to + (3 * rowTo) + (1 * L.Count));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile4x3<L, V>(float** x, nint image, nint pitch, nint step, float* g, nint gapG, nint imageCount, nint rowCount, nint columnCount, float* start, nint rowStart, float* to, nint rowTo)
        where L : ILanes<V>
        where V : unmanaged
    {
        V s00 = L.Create(0f), s01 = L.Create(0f), s02 = L.Create(0f), s10 = L.Create(0f), s11 = L.Create(0f), s12 = L.Create(0f), s20 = L.Create(0f), s21 = L.Create(0f), s22 = L.Create(0f), s30 = L.Create(0f), s31 = L.Create(0f), s32 = L.Create(0f);
        float* x0 = x[0];
        float* x1 = x[1];
        float* x2 = x[2];
        float* x3 = x[3];
        nint nextRow = pitch - (columnCount * step), nextImage = image - (rowCount * pitch), q = 0;
        for (; imageCount > 0; imageCount--, q += nextImage, g += gapG)
        {
            for (nint row = rowCount; row > 0; row--, q += nextRow)
            {
                for (nint n = columnCount; n > 0; n--, q += step)
                {
                    V b0 = L.Load(g + (0 * L.Count));
                    V b1 = L.Load(g + (1 * L.Count));
                    V b2 = L.Load(g + (2 * L.Count));
                    V a0 = L.Create(x0[q]);
                    s00 = L.Fma(a0, b0, s00);
                    s01 = L.Fma(a0, b1, s01);
                    s02 = L.Fma(a0, b2, s02);
                    V a1 = L.Create(x1[q]);
                    s10 = L.Fma(a1, b0, s10);
                    s11 = L.Fma(a1, b1, s11);
                    s12 = L.Fma(a1, b2, s12);
                    V a2 = L.Create(x2[q]);
                    s20 = L.Fma(a2, b0, s20);
                    s21 = L.Fma(a2, b1, s21);
                    s22 = L.Fma(a2, b2, s22);
                    V a3 = L.Create(x3[q]);
                    s30 = L.Fma(a3, b0, s30);
                    s31 = L.Fma(a3, b1, s31);
                    s32 = L.Fma(a3, b2, s32);
                    g += 3 * L.Count;
                }
            }
        }

        L.Store(L.Add(L.Load(start + (0 * rowStart) + (0 * L.Count)), s00), to + (0 * rowTo) + (0 * L.Count));
        L.Store(L.Add(L.Load(start + (0 * rowStart) + (1 * L.Count)), s01), to + (0 * rowTo) + (1 * L.Count));
        L.Store(L.Add(L.Load(start + (0 * rowStart) + (2 * L.Count)), s02), to + (0 * rowTo) + (2 * L.Count));
        L.Store(L.Add(L.Load(start + (1 * rowStart) + (0 * L.Count)), s10), to + (1 * rowTo) + (0 * L.Count));
        L.Store(L.Add(L.Load(start + (1 * rowStart) + (1 * L.Count)), s11), to + (1 * rowTo) + (1 * L.Count));
        L.Store(L.Add(L.Load(start + (1 * rowStart) + (2 * L.Count)), s12), to + (1 * rowTo) + (2 * L.Count));
        L.Store(L.Add(L.Load(start + (2 * rowStart) + (0 * L.Count)), s20), to + (2 * rowTo) + (0 * L.Count));
        L.Store(L.Add(L.Load(start + (2 * rowStart) + (1 * L.Count)), s21), to + (2 * rowTo) + (1 * L.Count));
        L.Store(L.Add(L.Load(start + (2 * rowStart) + (2 * L.Count)), s22), to + (2 * rowTo) + (2 * L.Count));
        L.Store(L.Add(L.Load(start + (3 * rowStart) + (0 * L.Count)), s30), to + (3 * rowTo) + (0 * L.Count));
        L.Store(L.Add(L.Load(start + (3 * rowStart) + (1 * L.Count)), s31), to + (3 * rowTo) + (1 * L.Count));
        L.Store(L.Add(L.Load(start + (3 * rowStart) + (2 * L.Count)), s32), to + (3 * rowTo) + (2 * L.Count));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile5x1<L, V>(float** x, nint image, nint pitch, nint step, float* g, nint gapG, nint imageCount, nint rowCount, nint columnCount, float* start, nint rowStart, float* to, nint rowTo)
        where L : ILanes<V>
        where V : unmanaged
    {
        V s00 = L.Create(0f), s10 = L.Create(0f), s20 = L.Create(0f), s30 = L.Create(0f), s40 = L.Create(0f);
        float* x0 = x[0];
        float* x1 = x[1];
        float* x2 = x[2];
        float* x3 = x[3];
        float* x4 = x[4];
        nint nextRow = pitch - (columnCount * step), nextImage = image - (rowCount * pitch), q = 0;
        for (; imageCount > 0; imageCount--, q += nextImage, g += gapG)
        {
            for (nint row = rowCount; row > 0; row--, q += nextRow)
            {
                for (nint n = columnCount; n > 0; n--, q += step)
                {
                    V b0 = L.Load(g + (0 * L.Count));
                    V a0 = L.Create(x0[q]);
                    s00 = L.Fma(a0, b0, s00);
                    V a1 = L.Create(x1[q]);
                    s10 = L.Fma(a1, b0, s10);
                    V a2 = L.Create(x2[q]);
                    s20 = L.Fma(a2, b0, s20);
                    V a3 = L.Create(x3[q]);
                    s30 = L.Fma(a3, b0, s30);
                    V a4 = L.Create(x4[q]);
                    s40 = L.Fma(a4, b0, s40);
                    g += 1 * L.Count;
                }
            }
        }

        L.Store(L.Add(L.Load(start + (0 * rowStart) + (0 * L.Count)), s00), to + (0 * rowTo) + (0 * L.Count));
        L.Store(L.Add(L.Load(start + (1 * rowStart) + (0 * L.Count)), s10), to + (1 * rowTo) + (0 * L.Count));
        L.Store(L.Add(L.Load(start + (2 * rowStart) + (0 * L.Count)), s20), to + (2 * rowTo) + (0 * L.Count));
        L.Store(L.Add(L.Load(start + (3 * rowStart) + (0 * L.Count)), s30), to + (3 * rowTo) + (0 * L.Count));
        L.Store(L.Add(L.Load(start + (4 * rowStart) + (0 * L.Count)), s40), to + (4 * rowTo) + (0 * L.Count));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile5x2<L, V>(float** x, nint image, nint pitch, nint step, float* g, nint gapG, nint imageCount, nint rowCount, nint columnCount, float* start, nint rowStart, float* to, nint rowTo)
        where L : ILanes<V>
        where V : unmanaged
    {
        V s00 = L.Create(0f), s01 = L.Create(0f), s10 = L.Create(0f), s11 = L.Create(0f), s20 = L.Create(0f), s21 = L.Create(0f), s30 = L.Create(0f), s31 = L.Create(0f), s40 = L.Create(0f), s41 = L.Create(0f);
        float* x0 = x[0];
        float* x1 = x[1];
        float* x2 = x[2];
        float* x3 = x[3];
        float* x4 = x[4];
        nint nextRow = pitch - (columnCount * step), nextImage = image - (rowCount * pitch), q = 0;
        for (; imageCount > 0; imageCount--, q += nextImage, g += gapG)
        {
            for (nint row = rowCount; row > 0; row--, q += nextRow)
            {
                for (nint n = columnCount; n > 0; n--, q += step)
                {
                    V b0 = L.Load(g + (0 * L.Count));
                    V b1 = L.Load(g + (1 * L.Count));
                    V a0 = L.Create(x0[q]);
                    s00 = L.Fma(a0, b0, s00);
                    s01 = L.Fma(a0, b1, s01);
                    V a1 = L.Create(x1[q]);
                    s10 = L.Fma(a1, b0, s10);
                    s11 = L.Fma(a1, b1, s11);
                    V a2 = L.Create(x2[q]);
                    s20 = L.Fma(a2, b0, s20);
                    s21 = L.Fma(a2, b1, s21);
                    V a3 = L.Create(x3[q]);
                    s30 = L.Fma(a3, b0, s30);
                    s31 = L.Fma(a3, b1, s31);
                    V a4 = L.Create(x4[q]);
                    s40 = L.Fma(a4, b0, s40);
                    s41 = L.Fma(a4, b1, s41);
                    g += 2 * L.Count;
                }
            }
        }

        L.Store(L.Add(L.Load(start + (0 * rowStart) + (0 * L.Count)), s00), to + (0 * rowTo) + (0 * L.Count));
        L.Store(L.Add(L.Load(start + (0 * rowStart) + (1 * L.Count)), s01), to + (0 * rowTo) + (1 * L.Count));
        L.Store(L.Add(L.Load(start + (1 * rowStart) + (0 * L.Count)), s10), to + (1 * rowTo) + (0 * L.Count));
        L.Store(L.Add(L.Load(start + (1 * rowStart) + (1 * L.Count)), s11), to + (1 * rowTo) + (1 * L.Count));
        L.Store(L.Add(L.Load(start + (2 * rowStart) + (0 * L.Count)), s20), to + (2 * rowTo) + (0 * L.Count));
        L.Store(L.Add(L.Load(start + (2 * rowStart) + (1 * L.Count)), s21), to + (2 * rowTo) + (1 * L.Count));
        L.Store(L.Add(L.Load(start + (3 * rowStart) + (0 * L.Count)), s30), to + (3 * rowTo) + (0 * L.Count));
        L.Store(L.Add(L.Load(start + (3 * rowStart) + (1 * L.Count)), s31), to + (3 * rowTo) + (1 * L.Count));
        L.Store(L.Add(L.Load(start + (4 * rowStart) + (0 * L.Count)), s40), to + (4 * rowTo) + (0 * L.Count));
        L.Store(L.Add(L.Load(start + (4 * rowStart) + (1 * L.Count)), s41), to + (4 * rowTo) + (1 * L.Count));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile5x3<L, V>(float** x, nint image, nint pitch, nint step, float* g, nint gapG, nint imageCount, nint rowCount, nint columnCount, float* start, nint rowStart, float* to, nint rowTo)
        where L : ILanes<V>
        where V : unmanaged
    {
        V s00 = L.Create(0f), s01 = L.Create(0f), s02 = L.Create(0f), s10 = L.Create(0f), s11 = L.Create(0f), s12 = L.Create(0f), s20 = L.Create(0f), s21 = L.Create(0f), s22 = L.Create(0f), s30 = L.Create(0f), s31 = L.Create(0f), s32 = L.Create(0f), s40 = L.Create(0f), s41 = L.Create(0f), s42 = L.Create(0f);
        float* x0 = x[0];
        float* x1 = x[1];
        float* x2 = x[2];
        float* x3 = x[3];
        float* x4 = x[4];
        nint nextRow = pitch - (columnCount * step), nextImage = image - (rowCount * pitch), q = 0;
        for (; imageCount > 0; imageCount--, q += nextImage, g += gapG)
        {
            for (nint row = rowCount; row > 0; row--, q += nextRow)
            {
                for (nint n = columnCount; n > 0; n--, q += step)
                {
                    V b0 = L.Load(g + (0 * L.Count));
                    V b1 = L.Load(g + (1 * L.Count));
                    V b2 = L.Load(g + (2 * L.Count));
                    V a0 = L.Create(x0[q]);
                    s00 = L.Fma(a0, b0, s00);
                    s01 = L.Fma(a0, b1, s01);
                    s02 = L.Fma(a0, b2, s02);
                    V a1 = L.Create(x1[q]);
                    s10 = L.Fma(a1, b0, s10);
                    s11 = L.Fma(a1, b1, s11);
                    s12 = L.Fma(a1, b2, s12);
                    V a2 = L.Create(x2[q]);
                    s20 = L.Fma(a2, b0, s20);
                    s21 = L.Fma(a2, b1, s21);
                    s22 = L.Fma(a2, b2, s22);
                    V a3 = L.Create(x3[q]);
                    s30 = L.Fma(a3, b0, s30);
                    s31 = L.Fma(a3, b1, s31);
                    s32 = L.Fma(a3, b2, s32);
                    V a4 = L.Create(x4[q]);
                    s40 = L.Fma(a4, b0, s40);
                    s41 = L.Fma(a4, b1, s41);
                    s42 = L.Fma(a4, b2, s42);
                    g += 3 * L.Count;
                }
            }
        }

        L.Store(L.Add(L.Load(start + (0 * rowStart) + (0 * L.Count)), s00), to + (0 * rowTo) + (0 * L.Count));
        L.Store(L.Add(L.Load(start + (0 * rowStart) + (1 * L.Count)), s01), to + (0 * rowTo) + (1 * L.Count));
        L.Store(L.Add(L.Load(start + (0 * rowStart) + (2 * L.Count)), s02), to + (0 * rowTo) + (2 * L.Count));
        L.Store(L.Add(L.Load(start + (1 * rowStart) + (0 * L.Count)), s10), to + (1 * rowTo) + (0 * L.Count));
        L.Store(L.Add(L.Load(start + (1 * rowStart) + (1 * L.Count)), s11), to + (1 * rowTo) + (1 * L.Count));
        L.Store(L.Add(L.Load(start + (1 * rowStart) + (2 * L.Count)), s12), to + (1 * rowTo) + (2 * L.Count));
        L.Store(L.Add(L.Load(start + (2 * rowStart) + (0 * L.Count)), s20), to + (2 * rowTo) + (0 * L.Count));
        L.Store(L.Add(L.Load(start + (2 * rowStart) + (1 * L.Count)), s21), to + (2 * rowTo) + (1 * L.Count));
        L.Store(L.Add(L.Load(start + (2 * rowStart) + (2 * L.Count)), s22), to + (2 * rowTo) + (2 * L.Count));
        L.Store(L.Add(L.Load(start + (3 * rowStart) + (0 * L.Count)), s30), to + (3 * rowTo) + (0 * L.Count));
        L.Store(L.Add(L.Load(start + (3 * rowStart) + (1 * L.Count)), s31), to + (3 * rowTo) + (1 * L.Count));
        L.Store(L.Add(L.Load(start + (3 * rowStart) + (2 * L.Count)), s32), to + (3 * rowTo) + (2 * L.Count));
        L.Store(L.Add(L.Load(start + (4 * rowStart) + (0 * L.Count)), s40), to + (4 * rowTo) + (0 * L.Count));
        L.Store(L.Add(L.Load(start + (4 * rowStart) + (1 * L.Count)), s41), to + (4 * rowTo) + (1 * L.Count));
        L.Store(L.Add(L.Load(start + (4 * rowStart) + (2 * L.Count)), s42), to + (4 * rowTo) + (2 * L.Count));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile6x1<L, V>(float** x, nint image, nint pitch, nint step, float* g, nint gapG, nint imageCount, nint rowCount, nint columnCount, float* start, nint rowStart, float* to, nint rowTo)
        where L : ILanes<V>
        where V : unmanaged
    {
        V s00 = L.Create(0f), s10 = L.Create(0f), s20 = L.Create(0f), s30 = L.Create(0f), s40 = L.Create(0f), s50 = L.Create(0f);
        float* x0 = x[0];
        float* x1 = x[1];
        float* x2 = x[2];
        float* x3 = x[3];
        float* x4 = x[4];
        float* x5 = x[5];
        nint nextRow = pitch - (columnCount * step), nextImage = image - (rowCount * pitch), q = 0;
        for (; imageCount > 0; imageCount--, q += nextImage, g += gapG)
        {
            for (nint row = rowCount; row > 0; row--, q += nextRow)
            {
                for (nint n = columnCount; n > 0; n--, q += step)
                {
                    V b0 = L.Load(g + (0 * L.Count));
                    V a0 = L.Create(x0[q]);
                    s00 = L.Fma(a0, b0, s00);
                    V a1 = L.Create(x1[q]);
                    s10 = L.Fma(a1, b0, s10);
                    V a2 = L.Create(x2[q]);
                    s20 = L.Fma(a2, b0, s20);
                    V a3 = L.Create(x3[q]);
                    s30 = L.Fma(a3, b0, s30);
                    V a4 = L.Create(x4[q]);
                    s40 = L.Fma(a4, b0, s40);
                    V a5 = L.Create(x5[q]);
                    s50 = L.Fma(a5, b0, s50);
                    g += 1 * L.Count;
                }
            }
        }

        L.Store(L.Add(L.Load(start + (0 * rowStart) + (0 * L.Count)), s00), to + (0 * rowTo) + (0 * L.Count));
        L.Store(L.Add(L.Load(start + (1 * rowStart) + (0 * L.Count)), s10), to + (1 * rowTo) + (0 * L.Count));
        L.Store(L.Add(L.Load(start + (2 * rowStart) + (0 * L.Count)), s20), to + (2 * rowTo) + (0 * L.Count));
        L.Store(L.Add(L.Load(start + (3 * rowStart) + (0 * L.Count)), s30), to + (3 * rowTo) + (0 * L.Count));
        L.Store(L.Add(L.Load(start + (4 * rowStart) + (0 * L.Count)), s40), to + (4 * rowTo) + (0 * L.Count));
        L.Store(L.Add(L.Load(start + (5 * rowStart) + (0 * L.Count)), s50), to + (5 * rowTo) + (0 * L.Count));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile6x2<L, V>(float** x, nint image, nint pitch, nint step, float* g, nint gapG, nint imageCount, nint rowCount, nint columnCount, float* start, nint rowStart, float* to, nint rowTo)
        where L : ILanes<V>
        where V : unmanaged
    {
        V s00 = L.Create(0f), s01 = L.Create(0f), s10 = L.Create(0f), s11 = L.Create(0f), s20 = L.Create(0f), s21 = L.Create(0f), s30 = L.Create(0f), s31 = L.Create(0f), s40 = L.Create(0f), s41 = L.Create(0f), s50 = L.Create(0f), s51 = L.Create(0f);
        float* x0 = x[0];
        float* x1 = x[1];
        float* x2 = x[2];
        float* x3 = x[3];
        float* x4 = x[4];
        float* x5 = x[5];
        nint nextRow = pitch - (columnCount * step), nextImage = image - (rowCount * pitch), q = 0;
        for (; imageCount > 0; imageCount--, q += nextImage, g += gapG)
        {
            for (nint row = rowCount; row > 0; row--, q += nextRow)
            {
                for (nint n = columnCount; n > 0; n--, q += step)
                {
                    V b0 = L.Load(g + (0 * L.Count));
                    V b1 = L.Load(g + (1 * L.Count));
                    V a0 = L.Create(x0[q]);
                    s00 = L.Fma(a0, b0, s00);
                    s01 = L.Fma(a0, b1, s01);
                    V a1 = L.Create(x1[q]);
                    s10 = L.Fma(a1, b0, s10);
                    s11 = L.Fma(a1, b1, s11);
                    V a2 = L.Create(x2[q]);
                    s20 = L.Fma(a2, b0, s20);
                    s21 = L.Fma(a2, b1, s21);
                    V a3 = L.Create(x3[q]);
                    s30 = L.Fma(a3, b0, s30);
                    s31 = L.Fma(a3, b1, s31);
                    V a4 = L.Create(x4[q]);
                    s40 = L.Fma(a4, b0, s40);
                    s41 = L.Fma(a4, b1, s41);
                    V a5 = L.Create(x5[q]);
                    s50 = L.Fma(a5, b0, s50);
                    s51 = L.Fma(a5, b1, s51);
                    g += 2 * L.Count;
                }
            }
        }

        L.Store(L.Add(L.Load(start + (0 * rowStart) + (0 * L.Count)), s00), to + (0 * rowTo) + (0 * L.Count));
        L.Store(L.Add(L.Load(start + (0 * rowStart) + (1 * L.Count)), s01), to + (0 * rowTo) + (1 * L.Count));
        L.Store(L.Add(L.Load(start + (1 * rowStart) + (0 * L.Count)), s10), to + (1 * rowTo) + (0 * L.Count));
        L.Store(L.Add(L.Load(start + (1 * rowStart) + (1 * L.Count)), s11), to + (1 * rowTo) + (1 * L.Count));
        L.Store(L.Add(L.Load(start + (2 * rowStart) + (0 * L.Count)), s20), to + (2 * rowTo) + (0 * L.Count));
        L.Store(L.Add(L.Load(start + (2 * rowStart) + (1 * L.Count)), s21), to + (2 * rowTo) + (1 * L.Count));
        L.Store(L.Add(L.Load(start + (3 * rowStart) + (0 * L.Count)), s30), to + (3 * rowTo) + (0 * L.Count));
        L.Store(L.Add(L.Load(start + (3 * rowStart) + (1 * L.Count)), s31), to + (3 * rowTo) + (1 * L.Count));
        L.Store(L.Add(L.Load(start + (4 * rowStart) + (0 * L.Count)), s40), to + (4 * rowTo) + (0 * L.Count));
        L.Store(L.Add(L.Load(start + (4 * rowStart) + (1 * L.Count)), s41), to + (4 * rowTo) + (1 * L.Count));
        L.Store(L.Add(L.Load(start + (5 * rowStart) + (0 * L.Count)), s50), to + (5 * rowTo) + (0 * L.Count));
        L.Store(L.Add(L.Load(start + (5 * rowStart) + (1 * L.Count)), s51), to + (5 * rowTo) + (1 * L.Count));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile6x3<L, V>(float** x, nint image, nint pitch, nint step, float* g, nint gapG, nint imageCount, nint rowCount, nint columnCount, float* start, nint rowStart, float* to, nint rowTo)
        where L : ILanes<V>
        where V : unmanaged
    {
        V s00 = L.Create(0f), s01 = L.Create(0f), s02 = L.Create(0f), s10 = L.Create(0f), s11 = L.Create(0f), s12 = L.Create(0f), s20 = L.Create(0f), s21 = L.Create(0f), s22 = L.Create(0f), s30 = L.Create(0f), s31 = L.Create(0f), s32 = L.Create(0f), s40 = L.Create(0f), s41 = L.Create(0f), s42 = L.Create(0f), s50 = L.Create(0f), s51 = L.Create(0f), s52 = L.Create(0f);
        float* x0 = x[0];
        float* x1 = x[1];
        float* x2 = x[2];
        float* x3 = x[3];
        float* x4 = x[4];
        float* x5 = x[5];
        nint nextRow = pitch - (columnCount * step), nextImage = image - (rowCount * pitch), q = 0;
        for (; imageCount > 0; imageCount--, q += nextImage, g += gapG)
        {
            for (nint row = rowCount; row > 0; row--, q += nextRow)
            {
                for (nint n = columnCount; n > 0; n--, q += step)
                {
                    V b0 = L.Load(g + (0 * L.Count));
                    V b1 = L.Load(g + (1 * L.Count));
                    V b2 = L.Load(g + (2 * L.Count));
                    V a0 = L.Create(x0[q]);
                    s00 = L.Fma(a0, b0, s00);
                    s01 = L.Fma(a0, b1, s01);
                    s02 = L.Fma(a0, b2, s02);
                    V a1 = L.Create(x1[q]);
                    s10 = L.Fma(a1, b0, s10);
                    s11 = L.Fma(a1, b1, s11);
                    s12 = L.Fma(a1, b2, s12);
                    V a2 = L.Create(x2[q]);
                    s20 = L.Fma(a2, b0, s20);
                    s21 = L.Fma(a2, b1, s21);
                    s22 = L.Fma(a2, b2, s22);
                    V a3 = L.Create(x3[q]);
                    s30 = L.Fma(a3, b0, s30);
                    s31 = L.Fma(a3, b1, s31);
                    s32 = L.Fma(a3, b2, s32);
                    V a4 = L.Create(x4[q]);
                    s40 = L.Fma(a4, b0, s40);
                    s41 = L.Fma(a4, b1, s41);
                    s42 = L.Fma(a4, b2, s42);
                    V a5 = L.Create(x5[q]);
                    s50 = L.Fma(a5, b0, s50);
                    s51 = L.Fma(a5, b1, s51);
                    s52 = L.Fma(a5, b2, s52);
                    g += 3 * L.Count;
                }
            }
        }

        L.Store(L.Add(L.Load(start + (0 * rowStart) + (0 * L.Count)), s00), to + (0 * rowTo) + (0 * L.Count));
        L.Store(L.Add(L.Load(start + (0 * rowStart) + (1 * L.Count)), s01), to + (0 * rowTo) + (1 * L.Count));
        L.Store(L.Add(L.Load(start + (0 * rowStart) + (2 * L.Count)), s02), to + (0 * rowTo) + (2 * L.Count));
        L.Store(L.Add(L.Load(start + (1 * rowStart) + (0 * L.Count)), s10), to + (1 * rowTo) + (0 * L.Count));
        L.Store(L.Add(L.Load(start + (1 * rowStart) + (1 * L.Count)), s11), to + (1 * rowTo) + (1 * L.Count));
        L.Store(L.Add(L.Load(start + (1 * rowStart) + (2 * L.Count)), s12), to + (1 * rowTo) + (2 * L.Count));
        L.Store(L.Add(L.Load(start + (2 * rowStart) + (0 * L.Count)), s20), to + (2 * rowTo) + (0 * L.Count));
        L.Store(L.Add(L.Load(start + (2 * rowStart) + (1 * L.Count)), s21), to + (2 * rowTo) + (1 * L.Count));
        L.Store(L.Add(L.Load(start + (2 * rowStart) + (2 * L.Count)), s22), to + (2 * rowTo) + (2 * L.Count));
        L.Store(L.Add(L.Load(start + (3 * rowStart) + (0 * L.Count)), s30), to + (3 * rowTo) + (0 * L.Count));
        L.Store(L.Add(L.Load(start + (3 * rowStart) + (1 * L.Count)), s31), to + (3 * rowTo) + (1 * L.Count));
        L.Store(L.Add(L.Load(start + (3 * rowStart) + (2 * L.Count)), s32), to + (3 * rowTo) + (2 * L.Count));
        L.Store(L.Add(L.Load(start + (4 * rowStart) + (0 * L.Count)), s40), to + (4 * rowTo) + (0 * L.Count));
        L.Store(L.Add(L.Load(start + (4 * rowStart) + (1 * L.Count)), s41), to + (4 * rowTo) + (1 * L.Count));
        L.Store(L.Add(L.Load(start + (4 * rowStart) + (2 * L.Count)), s42), to + (4 * rowTo) + (2 * L.Count));
        L.Store(L.Add(L.Load(start + (5 * rowStart) + (0 * L.Count)), s50), to + (5 * rowTo) + (0 * L.Count));
        L.Store(L.Add(L.Load(start + (5 * rowStart) + (1 * L.Count)), s51), to + (5 * rowTo) + (1 * L.Count));
        L.Store(L.Add(L.Load(start + (5 * rowStart) + (2 * L.Count)), s52), to + (5 * rowTo) + (2 * L.Count));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile7x1<L, V>(float** x, nint image, nint pitch, nint step, float* g, nint gapG, nint imageCount, nint rowCount, nint columnCount, float* start, nint rowStart, float* to, nint rowTo)
        where L : ILanes<V>
        where V : unmanaged
    {
        V s00 = L.Create(0f), s10 = L.Create(0f), s20 = L.Create(0f), s30 = L.Create(0f), s40 = L.Create(0f), s50 = L.Create(0f), s60 = L.Create(0f);
        float* x0 = x[0];
        float* x1 = x[1];
        float* x2 = x[2];
        float* x3 = x[3];
        float* x4 = x[4];
        float* x5 = x[5];
        float* x6 = x[6];
        nint nextRow = pitch - (columnCount * step), nextImage = image - (rowCount * pitch), q = 0;
        for (; imageCount > 0; imageCount--, q += nextImage, g += gapG)
        {
            for (nint row = rowCount; row > 0; row--, q += nextRow)
            {
                for (nint n = columnCount; n > 0; n--, q += step)
                {
                    V b0 = L.Load(g + (0 * L.Count));
                    V a0 = L.Create(x0[q]);
                    s00 = L.Fma(a0, b0, s00);
                    V a1 = L.Create(x1[q]);
                    s10 = L.Fma(a1, b0, s10);
                    V a2 = L.Create(x2[q]);
                    s20 = L.Fma(a2, b0, s20);
                    V a3 = L.Create(x3[q]);
                    s30 = L.Fma(a3, b0, s30);
                    V a4 = L.Create(x4[q]);
                    s40 = L.Fma(a4, b0, s40);
                    V a5 = L.Create(x5[q]);
                    s50 = L.Fma(a5, b0, s50);
                    V a6 = L.Create(x6[q]);
                    s60 = L.Fma(a6, b0, s60);
                    g += 1 * L.Count;
                }
            }
        }

        L.Store(L.Add(L.Load(start + (0 * rowStart) + (0 * L.Count)), s00), to + (0 * rowTo) + (0 * L.Count));
        L.Store(L.Add(L.Load(start + (1 * rowStart) + (0 * L.Count)), s10), to + (1 * rowTo) + (0 * L.Count));
        L.Store(L.Add(L.Load(start + (2 * rowStart) + (0 * L.Count)), s20), to + (2 * rowTo) + (0 * L.Count));
        L.Store(L.Add(L.Load(start + (3 * rowStart) + (0 * L.Count)), s30), to + (3 * rowTo) + (0 * L.Count));
        L.Store(L.Add(L.Load(start + (4 * rowStart) + (0 * L.Count)), s40), to + (4 * rowTo) + (0 * L.Count));
        L.Store(L.Add(L.Load(start + (5 * rowStart) + (0 * L.Count)), s50), to + (5 * rowTo) + (0 * L.Count));
        L.Store(L.Add(L.Load(start + (6 * rowStart) + (0 * L.Count)), s60), to + (6 * rowTo) + (0 * L.Count));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile7x2<L, V>(float** x, nint image, nint pitch, nint step, float* g, nint gapG, nint imageCount, nint rowCount, nint columnCount, float* start, nint rowStart, float* to, nint rowTo)
        where L : ILanes<V>
        where V : unmanaged
    {
        V s00 = L.Create(0f), s01 = L.Create(0f), s10 = L.Create(0f), s11 = L.Create(0f), s20 = L.Create(0f), s21 = L.Create(0f), s30 = L.Create(0f), s31 = L.Create(0f), s40 = L.Create(0f), s41 = L.Create(0f), s50 = L.Create(0f), s51 = L.Create(0f), s60 = L.Create(0f), s61 = L.Create(0f);
        float* x0 = x[0];
        float* x1 = x[1];
        float* x2 = x[2];
        float* x3 = x[3];
        float* x4 = x[4];
        float* x5 = x[5];
        float* x6 = x[6];
        nint nextRow = pitch - (columnCount * step), nextImage = image - (rowCount * pitch), q = 0;
        for (; imageCount > 0; imageCount--, q += nextImage, g += gapG)
        {
            for (nint row = rowCount; row > 0; row--, q += nextRow)
            {
                for (nint n = columnCount; n > 0; n--, q += step)
                {
                    V b0 = L.Load(g + (0 * L.Count));
                    V b1 = L.Load(g + (1 * L.Count));
                    V a0 = L.Create(x0[q]);
                    s00 = L.Fma(a0, b0, s00);
                    s01 = L.Fma(a0, b1, s01);
                    V a1 = L.Create(x1[q]);
                    s10 = L.Fma(a1, b0, s10);
                    s11 = L.Fma(a1, b1, s11);
                    V a2 = L.Create(x2[q]);
                    s20 = L.Fma(a2, b0, s20);
                    s21 = L.Fma(a2, b1, s21);
                    V a3 = L.Create(x3[q]);
                    s30 = L.Fma(a3, b0, s30);
                    s31 = L.Fma(a3, b1, s31);
                    V a4 = L.Create(x4[q]);
                    s40 = L.Fma(a4, b0, s40);
                    s41 = L.Fma(a4, b1, s41);
                    V a5 = L.Create(x5[q]);
                    s50 = L.Fma(a5, b0, s50);
                    s51 = L.Fma(a5, b1, s51);
                    V a6 = L.Create(x6[q]);
                    s60 = L.Fma(a6, b0, s60);
                    s61 = L.Fma(a6, b1, s61);
                    g += 2 * L.Count;
                }
            }
        }

        L.Store(L.Add(L.Load(start + (0 * rowStart) + (0 * L.Count)), s00), to + (0 * rowTo) + (0 * L.Count));
        L.Store(L.Add(L.Load(start + (0 * rowStart) + (1 * L.Count)), s01), to + (0 * rowTo) + (1 * L.Count));
        L.Store(L.Add(L.Load(start + (1 * rowStart) + (0 * L.Count)), s10), to + (1 * rowTo) + (0 * L.Count));
        L.Store(L.Add(L.Load(start + (1 * rowStart) + (1 * L.Count)), s11), to + (1 * rowTo) + (1 * L.Count));
        L.Store(L.Add(L.Load(start + (2 * rowStart) + (0 * L.Count)), s20), to + (2 * rowTo) + (0 * L.Count));
        L.Store(L.Add(L.Load(start + (2 * rowStart) + (1 * L.Count)), s21), to + (2 * rowTo) + (1 * L.Count));
        L.Store(L.Add(L.Load(start + (3 * rowStart) + (0 * L.Count)), s30), to + (3 * rowTo) + (0 * L.Count));
        L.Store(L.Add(L.Load(start + (3 * rowStart) + (1 * L.Count)), s31), to + (3 * rowTo) + (1 * L.Count));
        L.Store(L.Add(L.Load(start + (4 * rowStart) + (0 * L.Count)), s40), to + (4 * rowTo) + (0 * L.Count));
        L.Store(L.Add(L.Load(start + (4 * rowStart) + (1 * L.Count)), s41), to + (4 * rowTo) + (1 * L.Count));
        L.Store(L.Add(L.Load(start + (5 * rowStart) + (0 * L.Count)), s50), to + (5 * rowTo) + (0 * L.Count));
        L.Store(L.Add(L.Load(start + (5 * rowStart) + (1 * L.Count)), s51), to + (5 * rowTo) + (1 * L.Count));
        L.Store(L.Add(L.Load(start + (6 * rowStart) + (0 * L.Count)), s60), to + (6 * rowTo) + (0 * L.Count));
        L.Store(L.Add(L.Load(start + (6 * rowStart) + (1 * L.Count)), s61), to + (6 * rowTo) + (1 * L.Count));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile7x3<L, V>(float** x, nint image, nint pitch, nint step, float* g, nint gapG, nint imageCount, nint rowCount, nint columnCount, float* start, nint rowStart, float* to, nint rowTo)
        where L : ILanes<V>
        where V : unmanaged
    {
        V s00 = L.Create(0f), s01 = L.Create(0f), s02 = L.Create(0f), s10 = L.Create(0f), s11 = L.Create(0f), s12 = L.Create(0f), s20 = L.Create(0f), s21 = L.Create(0f), s22 = L.Create(0f), s30 = L.Create(0f), s31 = L.Create(0f), s32 = L.Create(0f), s40 = L.Create(0f), s41 = L.Create(0f), s42 = L.Create(0f), s50 = L.Create(0f), s51 = L.Create(0f), s52 = L.Create(0f), s60 = L.Create(0f), s61 = L.Create(0f), s62 = L.Create(0f);
        float* x0 = x[0];
        float* x1 = x[1];
        float* x2 = x[2];
        float* x3 = x[3];
        float* x4 = x[4];
        float* x5 = x[5];
        float* x6 = x[6];
        nint nextRow = pitch - (columnCount * step), nextImage = image - (rowCount * pitch), q = 0;
        for (; imageCount > 0; imageCount--, q += nextImage, g += gapG)
        {
            for (nint row = rowCount; row > 0; row--, q += nextRow)
            {
                for (nint n = columnCount; n > 0; n--, q += step)
                {
                    V b0 = L.Load(g + (0 * L.Count));
                    V b1 = L.Load(g + (1 * L.Count));
                    V b2 = L.Load(g + (2 * L.Count));
                    V a0 = L.Create(x0[q]);
                    s00 = L.Fma(a0, b0, s00);
                    s01 = L.Fma(a0, b1, s01);
                    s02 = L.Fma(a0, b2, s02);
                    V a1 = L.Create(x1[q]);
                    s10 = L.Fma(a1, b0, s10);
                    s11 = L.Fma(a1, b1, s11);
                    s12 = L.Fma(a1, b2, s12);
                    V a2 = L.Create(x2[q]);
                    s20 = L.Fma(a2, b0, s20);
                    s21 = L.Fma(a2, b1, s21);
                    s22 = L.Fma(a2, b2, s22);
                    V a3 = L.Create(x3[q]);
                    s30 = L.Fma(a3, b0, s30);
                    s31 = L.Fma(a3, b1, s31);
                    s32 = L.Fma(a3, b2, s32);
                    V a4 = L.Create(x4[q]);
                    s40 = L.Fma(a4, b0, s40);
                    s41 = L.Fma(a4, b1, s41);
                    s42 = L.Fma(a4, b2, s42);
                    V a5 = L.Create(x5[q]);
                    s50 = L.Fma(a5, b0, s50);
                    s51 = L.Fma(a5, b1, s51);
                    s52 = L.Fma(a5, b2, s52);
                    V a6 = L.Create(x6[q]);
                    s60 = L.Fma(a6, b0, s60);
                    s61 = L.Fma(a6, b1, s61);
                    s62 = L.Fma(a6, b2, s62);
                    g += 3 * L.Count;
                }
            }
        }

        L.Store(L.Add(L.Load(start + (0 * rowStart) + (0 * L.Count)), s00), to + (0 * rowTo) + (0 * L.Count));
        L.Store(L.Add(L.Load(start + (0 * rowStart) + (1 * L.Count)), s01), to + (0 * rowTo) + (1 * L.Count));
        L.Store(L.Add(L.Load(start + (0 * rowStart) + (2 * L.Count)), s02), to + (0 * rowTo) + (2 * L.Count));
        L.Store(L.Add(L.Load(start + (1 * rowStart) + (0 * L.Count)), s10), to + (1 * rowTo) + (0 * L.Count));
        L.Store(L.Add(L.Load(start + (1 * rowStart) + (1 * L.Count)), s11), to + (1 * rowTo) + (1 * L.Count));
        L.Store(L.Add(L.Load(start + (1 * rowStart) + (2 * L.Count)), s12), to + (1 * rowTo) + (2 * L.Count));
        L.Store(L.Add(L.Load(start + (2 * rowStart) + (0 * L.Count)), s20), to + (2 * rowTo) + (0 * L.Count));
        L.Store(L.Add(L.Load(start + (2 * rowStart) + (1 * L.Count)), s21), to + (2 * rowTo) + (1 * L.Count));
        L.Store(L.Add(L.Load(start + (2 * rowStart) + (2 * L.Count)), s22), to + (2 * rowTo) + (2 * L.Count));
        L.Store(L.Add(L.Load(start + (3 * rowStart) + (0 * L.Count)), s30), to + (3 * rowTo) + (0 * L.Count));
        L.Store(L.Add(L.Load(start + (3 * rowStart) + (1 * L.Count)), s31), to + (3 * rowTo) + (1 * L.Count));
        L.Store(L.Add(L.Load(start + (3 * rowStart) + (2 * L.Count)), s32), to + (3 * rowTo) + (2 * L.Count));
        L.Store(L.Add(L.Load(start + (4 * rowStart) + (0 * L.Count)), s40), to + (4 * rowTo) + (0 * L.Count));
        L.Store(L.Add(L.Load(start + (4 * rowStart) + (1 * L.Count)), s41), to + (4 * rowTo) + (1 * L.Count));
        L.Store(L.Add(L.Load(start + (4 * rowStart) + (2 * L.Count)), s42), to + (4 * rowTo) + (2 * L.Count));
        L.Store(L.Add(L.Load(start + (5 * rowStart) + (0 * L.Count)), s50), to + (5 * rowTo) + (0 * L.Count));
        L.Store(L.Add(L.Load(start + (5 * rowStart) + (1 * L.Count)), s51), to + (5 * rowTo) + (1 * L.Count));
        L.Store(L.Add(L.Load(start + (5 * rowStart) + (2 * L.Count)), s52), to + (5 * rowTo) + (2 * L.Count));
        L.Store(L.Add(L.Load(start + (6 * rowStart) + (0 * L.Count)), s60), to + (6 * rowTo) + (0 * L.Count));
        L.Store(L.Add(L.Load(start + (6 * rowStart) + (1 * L.Count)), s61), to + (6 * rowTo) + (1 * L.Count));
        L.Store(L.Add(L.Load(start + (6 * rowStart) + (2 * L.Count)), s62), to + (6 * rowTo) + (2 * L.Count));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile8x1<L, V>(float** x, nint image, nint pitch, nint step, float* g, nint gapG, nint imageCount, nint rowCount, nint columnCount, float* start, nint rowStart, float* to, nint rowTo)
        where L : ILanes<V>
        where V : unmanaged
    {
        V s00 = L.Create(0f), s10 = L.Create(0f), s20 = L.Create(0f), s30 = L.Create(0f), s40 = L.Create(0f), s50 = L.Create(0f), s60 = L.Create(0f), s70 = L.Create(0f);
        float* x0 = x[0];
        float* x1 = x[1];
        float* x2 = x[2];
        float* x3 = x[3];
        float* x4 = x[4];
        float* x5 = x[5];
        float* x6 = x[6];
        float* x7 = x[7];
        nint nextRow = pitch - (columnCount * step), nextImage = image - (rowCount * pitch), q = 0;
        for (; imageCount > 0; imageCount--, q += nextImage, g += gapG)
        {
            for (nint row = rowCount; row > 0; row--, q += nextRow)
            {
                for (nint n = columnCount; n > 0; n--, q += step)
                {
                    V b0 = L.Load(g + (0 * L.Count));
                    V a0 = L.Create(x0[q]);
                    s00 = L.Fma(a0, b0, s00);
                    V a1 = L.Create(x1[q]);
                    s10 = L.Fma(a1, b0, s10);
                    V a2 = L.Create(x2[q]);
                    s20 = L.Fma(a2, b0, s20);
                    V a3 = L.Create(x3[q]);
                    s30 = L.Fma(a3, b0, s30);
                    V a4 = L.Create(x4[q]);
                    s40 = L.Fma(a4, b0, s40);
                    V a5 = L.Create(x5[q]);
                    s50 = L.Fma(a5, b0, s50);
                    V a6 = L.Create(x6[q]);
                    s60 = L.Fma(a6, b0, s60);
                    V a7 = L.Create(x7[q]);
                    s70 = L.Fma(a7, b0, s70);
                    g += 1 * L.Count;
                }
            }
        }

        L.Store(L.Add(L.Load(start + (0 * rowStart) + (0 * L.Count)), s00), to + (0 * rowTo) + (0 * L.Count));
        L.Store(L.Add(L.Load(start + (1 * rowStart) + (0 * L.Count)), s10), to + (1 * rowTo) + (0 * L.Count));
        L.Store(L.Add(L.Load(start + (2 * rowStart) + (0 * L.Count)), s20), to + (2 * rowTo) + (0 * L.Count));
        L.Store(L.Add(L.Load(start + (3 * rowStart) + (0 * L.Count)), s30), to + (3 * rowTo) + (0 * L.Count));
        L.Store(L.Add(L.Load(start + (4 * rowStart) + (0 * L.Count)), s40), to + (4 * rowTo) + (0 * L.Count));
        L.Store(L.Add(L.Load(start + (5 * rowStart) + (0 * L.Count)), s50), to + (5 * rowTo) + (0 * L.Count));
        L.Store(L.Add(L.Load(start + (6 * rowStart) + (0 * L.Count)), s60), to + (6 * rowTo) + (0 * L.Count));
        L.Store(L.Add(L.Load(start + (7 * rowStart) + (0 * L.Count)), s70), to + (7 * rowTo) + (0 * L.Count));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile8x2<L, V>(float** x, nint image, nint pitch, nint step, float* g, nint gapG, nint imageCount, nint rowCount, nint columnCount, float* start, nint rowStart, float* to, nint rowTo)
        where L : ILanes<V>
        where V : unmanaged
    {
        V s00 = L.Create(0f), s01 = L.Create(0f), s10 = L.Create(0f), s11 = L.Create(0f), s20 = L.Create(0f), s21 = L.Create(0f), s30 = L.Create(0f), s31 = L.Create(0f), s40 = L.Create(0f), s41 = L.Create(0f), s50 = L.Create(0f), s51 = L.Create(0f), s60 = L.Create(0f), s61 = L.Create(0f), s70 = L.Create(0f), s71 = L.Create(0f);
        float* x0 = x[0];
        float* x1 = x[1];
        float* x2 = x[2];
        float* x3 = x[3];
        float* x4 = x[4];
        float* x5 = x[5];
        float* x6 = x[6];
        float* x7 = x[7];
        nint nextRow = pitch - (columnCount * step), nextImage = image - (rowCount * pitch), q = 0;
        for (; imageCount > 0; imageCount--, q += nextImage, g += gapG)
        {
            for (nint row = rowCount; row > 0; row--, q += nextRow)
            {
                for (nint n = columnCount; n > 0; n--, q += step)
                {
                    V b0 = L.Load(g + (0 * L.Count));
                    V b1 = L.Load(g + (1 * L.Count));
                    V a0 = L.Create(x0[q]);
                    s00 = L.Fma(a0, b0, s00);
                    s01 = L.Fma(a0, b1, s01);
                    V a1 = L.Create(x1[q]);
                    s10 = L.Fma(a1, b0, s10);
                    s11 = L.Fma(a1, b1, s11);
                    V a2 = L.Create(x2[q]);
                    s20 = L.Fma(a2, b0, s20);
                    s21 = L.Fma(a2, b1, s21);
                    V a3 = L.Create(x3[q]);
                    s30 = L.Fma(a3, b0, s30);
                    s31 = L.Fma(a3, b1, s31);
                    V a4 = L.Create(x4[q]);
                    s40 = L.Fma(a4, b0, s40);
                    s41 = L.Fma(a4, b1, s41);
                    V a5 = L.Create(x5[q]);
                    s50 = L.Fma(a5, b0, s50);
                    s51 = L.Fma(a5, b1, s51);
                    V a6 = L.Create(x6[q]);
                    s60 = L.Fma(a6, b0, s60);
                    s61 = L.Fma(a6, b1, s61);
                    V a7 = L.Create(x7[q]);
                    s70 = L.Fma(a7, b0, s70);
                    s71 = L.Fma(a7, b1, s71);
                    g += 2 * L.Count;
                }
            }
        }

        L.Store(L.Add(L.Load(start + (0 * rowStart) + (0 * L.Count)), s00), to + (0 * rowTo) + (0 * L.Count));
        L.Store(L.Add(L.Load(start + (0 * rowStart) + (1 * L.Count)), s01), to + (0 * rowTo) + (1 * L.Count));
        L.Store(L.Add(L.Load(start + (1 * rowStart) + (0 * L.Count)), s10), to + (1 * rowTo) + (0 * L.Count));
        L.Store(L.Add(L.Load(start + (1 * rowStart) + (1 * L.Count)), s11), to + (1 * rowTo) + (1 * L.Count));
        L.Store(L.Add(L.Load(start + (2 * rowStart) + (0 * L.Count)), s20), to + (2 * rowTo) + (0 * L.Count));
        L.Store(L.Add(L.Load(start + (2 * rowStart) + (1 * L.Count)), s21), to + (2 * rowTo) + (1 * L.Count));
        L.Store(L.Add(L.Load(start + (3 * rowStart) + (0 * L.Count)), s30), to + (3 * rowTo) + (0 * L.Count));
        L.Store(L.Add(L.Load(start + (3 * rowStart) + (1 * L.Count)), s31), to + (3 * rowTo) + (1 * L.Count));
        L.Store(L.Add(L.Load(start + (4 * rowStart) + (0 * L.Count)), s40), to + (4 * rowTo) + (0 * L.Count));
        L.Store(L.Add(L.Load(start + (4 * rowStart) + (1 * L.Count)), s41), to + (4 * rowTo) + (1 * L.Count));
        L.Store(L.Add(L.Load(start + (5 * rowStart) + (0 * L.Count)), s50), to + (5 * rowTo) + (0 * L.Count));
        L.Store(L.Add(L.Load(start + (5 * rowStart) + (1 * L.Count)), s51), to + (5 * rowTo) + (1 * L.Count));
        L.Store(L.Add(L.Load(start + (6 * rowStart) + (0 * L.Count)), s60), to + (6 * rowTo) + (0 * L.Count));
        L.Store(L.Add(L.Load(start + (6 * rowStart) + (1 * L.Count)), s61), to + (6 * rowTo) + (1 * L.Count));
        L.Store(L.Add(L.Load(start + (7 * rowStart) + (0 * L.Count)), s70), to + (7 * rowTo) + (0 * L.Count));
        L.Store(L.Add(L.Load(start + (7 * rowStart) + (1 * L.Count)), s71), to + (7 * rowTo) + (1 * L.Count));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile8x3<L, V>(float** x, nint image, nint pitch, nint step, float* g, nint gapG, nint imageCount, nint rowCount, nint columnCount, float* start, nint rowStart, float* to, nint rowTo)
        where L : ILanes<V>
        where V : unmanaged
    {
        V s00 = L.Create(0f), s01 = L.Create(0f), s02 = L.Create(0f), s10 = L.Create(0f), s11 = L.Create(0f), s12 = L.Create(0f), s20 = L.Create(0f), s21 = L.Create(0f), s22 = L.Create(0f), s30 = L.Create(0f), s31 = L.Create(0f), s32 = L.Create(0f), s40 = L.Create(0f), s41 = L.Create(0f), s42 = L.Create(0f), s50 = L.Create(0f), s51 = L.Create(0f), s52 = L.Create(0f), s60 = L.Create(0f), s61 = L.Create(0f), s62 = L.Create(0f), s70 = L.Create(0f), s71 = L.Create(0f), s72 = L.Create(0f);
        float* x0 = x[0];
        float* x1 = x[1];
        float* x2 = x[2];
        float* x3 = x[3];
        float* x4 = x[4];
        float* x5 = x[5];
        float* x6 = x[6];
        float* x7 = x[7];
        nint nextRow = pitch - (columnCount * step), nextImage = image - (rowCount * pitch), q = 0;
        for (; imageCount > 0; imageCount--, q += nextImage, g += gapG)
        {
            for (nint row = rowCount; row > 0; row--, q += nextRow)
            {
                for (nint n = columnCount; n > 0; n--, q += step)
                {
                    V b0 = L.Load(g + (0 * L.Count));
                    V b1 = L.Load(g + (1 * L.Count));
                    V b2 = L.Load(g + (2 * L.Count));
                    V a0 = L.Create(x0[q]);
                    s00 = L.Fma(a0, b0, s00);
                    s01 = L.Fma(a0, b1, s01);
                    s02 = L.Fma(a0, b2, s02);
                    V a1 = L.Create(x1[q]);
                    s10 = L.Fma(a1, b0, s10);
                    s11 = L.Fma(a1, b1, s11);
                    s12 = L.Fma(a1, b2, s12);
                    V a2 = L.Create(x2[q]);
                    s20 = L.Fma(a2, b0, s20);
                    s21 = L.Fma(a2, b1, s21);
                    s22 = L.Fma(a2, b2, s22);
                    V a3 = L.Create(x3[q]);
                    s30 = L.Fma(a3, b0, s30);
                    s31 = L.Fma(a3, b1, s31);
                    s32 = L.Fma(a3, b2, s32);
                    V a4 = L.Create(x4[q]);
                    s40 = L.Fma(a4, b0, s40);
                    s41 = L.Fma(a4, b1, s41);
                    s42 = L.Fma(a4, b2, s42);
                    V a5 = L.Create(x5[q]);
                    s50 = L.Fma(a5, b0, s50);
                    s51 = L.Fma(a5, b1, s51);
                    s52 = L.Fma(a5, b2, s52);
                    V a6 = L.Create(x6[q]);
                    s60 = L.Fma(a6, b0, s60);
                    s61 = L.Fma(a6, b1, s61);
                    s62 = L.Fma(a6, b2, s62);
                    V a7 = L.Create(x7[q]);
                    s70 = L.Fma(a7, b0, s70);
                    s71 = L.Fma(a7, b1, s71);
                    s72 = L.Fma(a7, b2, s72);
                    g += 3 * L.Count;
                }
            }
        }

        L.Store(L.Add(L.Load(start + (0 * rowStart) + (0 * L.Count)), s00), to + (0 * rowTo) + (0 * L.Count));
        L.Store(L.Add(L.Load(start + (0 * rowStart) + (1 * L.Count)), s01), to + (0 * rowTo) + (1 * L.Count));
        L.Store(L.Add(L.Load(start + (0 * rowStart) + (2 * L.Count)), s02), to + (0 * rowTo) + (2 * L.Count));
        L.Store(L.Add(L.Load(start + (1 * rowStart) + (0 * L.Count)), s10), to + (1 * rowTo) + (0 * L.Count));
        L.Store(L.Add(L.Load(start + (1 * rowStart) + (1 * L.Count)), s11), to + (1 * rowTo) + (1 * L.Count));
        L.Store(L.Add(L.Load(start + (1 * rowStart) + (2 * L.Count)), s12), to + (1 * rowTo) + (2 * L.Count));
        L.Store(L.Add(L.Load(start + (2 * rowStart) + (0 * L.Count)), s20), to + (2 * rowTo) + (0 * L.Count));
        L.Store(L.Add(L.Load(start + (2 * rowStart) + (1 * L.Count)), s21), to + (2 * rowTo) + (1 * L.Count));
        L.Store(L.Add(L.Load(start + (2 * rowStart) + (2 * L.Count)), s22), to + (2 * rowTo) + (2 * L.Count));
        L.Store(L.Add(L.Load(start + (3 * rowStart) + (0 * L.Count)), s30), to + (3 * rowTo) + (0 * L.Count));
        L.Store(L.Add(L.Load(start + (3 * rowStart) + (1 * L.Count)), s31), to + (3 * rowTo) + (1 * L.Count));
        L.Store(L.Add(L.Load(start + (3 * rowStart) + (2 * L.Count)), s32), to + (3 * rowTo) + (2 * L.Count));
        L.Store(L.Add(L.Load(start + (4 * rowStart) + (0 * L.Count)), s40), to + (4 * rowTo) + (0 * L.Count));
        L.Store(L.Add(L.Load(start + (4 * rowStart) + (1 * L.Count)), s41), to + (4 * rowTo) + (1 * L.Count));
        L.Store(L.Add(L.Load(start + (4 * rowStart) + (2 * L.Count)), s42), to + (4 * rowTo) + (2 * L.Count));
        L.Store(L.Add(L.Load(start + (5 * rowStart) + (0 * L.Count)), s50), to + (5 * rowTo) + (0 * L.Count));
        L.Store(L.Add(L.Load(start + (5 * rowStart) + (1 * L.Count)), s51), to + (5 * rowTo) + (1 * L.Count));
        L.Store(L.Add(L.Load(start + (5 * rowStart) + (2 * L.Count)), s52), to + (5 * rowTo) + (2 * L.Count));
        L.Store(L.Add(L.Load(start + (6 * rowStart) + (0 * L.Count)), s60), to + (6 * rowTo) + (0 * L.Count));
        L.Store(L.Add(L.Load(start + (6 * rowStart) + (1 * L.Count)), s61), to + (6 * rowTo) + (1 * L.Count));
        L.Store(L.Add(L.Load(start + (6 * rowStart) + (2 * L.Count)), s62), to + (6 * rowTo) + (2 * L.Count));
        L.Store(L.Add(L.Load(start + (7 * rowStart) + (0 * L.Count)), s70), to + (7 * rowTo) + (0 * L.Count));
        L.Store(L.Add(L.Load(start + (7 * rowStart) + (1 * L.Count)), s71), to + (7 * rowTo) + (1 * L.Count));
        L.Store(L.Add(L.Load(start + (7 * rowStart) + (2 * L.Count)), s72), to + (7 * rowTo) + (2 * L.Count));
    }
}
