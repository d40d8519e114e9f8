// Written by WeightTiles.template.py; change that and run it.
using System.Runtime.CompilerServices;
using Gradus.Tensors.Kernels.Lanes;

namespace Gradus.Tensors.Kernels.Convolution;

/// <summary>
/// Tiles of the weight gradient with output places in lanes, for few filters or few taps: R filters by C taps stay in registers while the places run. An element is held as 16 partial sums, that
/// of lane l over the columns l, l + 16, ...; narrower vectors go over the places several times, each time for some of the lanes, so that every width gives the same bits.
/// </summary>
internal static unsafe class DotTiles
{
    /// <summary>The partial sums of an element.</summary>
    internal const int Lanes = 16;

    /// <summary>Runs the tile of a size. x holds where each tap meets the first place; rows of g are filled with zeros up to a multiple of 16; places holds 0, 1, ... 15.</summary>
    internal static void Run<L, V>(int rows, int vectors, float** x, nint pitch, float* g, nint pitchG, nint planeG, nint rowCount, nint columnCount, float* to, nint rowTo, float* places)
        where L : ILanes<V>
        where V : unmanaged
    {
        switch ((rows * 16) + vectors)
        {
            case 17:
                Tile1x1<L, V>(x, pitch, g, pitchG, planeG, rowCount, columnCount, to, rowTo, places);
                break;
            case 18:
                Tile1x2<L, V>(x, pitch, g, pitchG, planeG, rowCount, columnCount, to, rowTo, places);
                break;
            case 19:
                Tile1x3<L, V>(x, pitch, g, pitchG, planeG, rowCount, columnCount, to, rowTo, places);
                break;
            case 20:
                Tile1x4<L, V>(x, pitch, g, pitchG, planeG, rowCount, columnCount, to, rowTo, places);
                break;
            case 21:
                Tile1x5<L, V>(x, pitch, g, pitchG, planeG, rowCount, columnCount, to, rowTo, places);
                break;
            case 33:
                Tile2x1<L, V>(x, pitch, g, pitchG, planeG, rowCount, columnCount, to, rowTo, places);
                break;
            case 34:
                Tile2x2<L, V>(x, pitch, g, pitchG, planeG, rowCount, columnCount, to, rowTo, places);
                break;
            case 35:
                Tile2x3<L, V>(x, pitch, g, pitchG, planeG, rowCount, columnCount, to, rowTo, places);
                break;
            case 36:
                Tile2x4<L, V>(x, pitch, g, pitchG, planeG, rowCount, columnCount, to, rowTo, places);
                break;
            case 37:
                Tile2x5<L, V>(x, pitch, g, pitchG, planeG, rowCount, columnCount, to, rowTo, places);
                break;
            case 49:
                Tile3x1<L, V>(x, pitch, g, pitchG, planeG, rowCount, columnCount, to, rowTo, places);
                break;
            case 50:
                Tile3x2<L, V>(x, pitch, g, pitchG, planeG, rowCount, columnCount, to, rowTo, places);
                break;
            case 51:
                Tile3x3<L, V>(x, pitch, g, pitchG, planeG, rowCount, columnCount, to, rowTo, places);
                break;
            case 52:
                Tile3x4<L, V>(x, pitch, g, pitchG, planeG, rowCount, columnCount, to, rowTo, places);
                break;
            case 53:
                Tile3x5<L, V>(x, pitch, g, pitchG, planeG, rowCount, columnCount, to, rowTo, places);
                break;
            case 65:
                Tile4x1<L, V>(x, pitch, g, pitchG, planeG, rowCount, columnCount, to, rowTo, places);
                break;
            case 66:
                Tile4x2<L, V>(x, pitch, g, pitchG, planeG, rowCount, columnCount, to, rowTo, places);
                break;
            case 67:
                Tile4x3<L, V>(x, pitch, g, pitchG, planeG, rowCount, columnCount, to, rowTo, places);
                break;
            case 68:
                Tile4x4<L, V>(x, pitch, g, pitchG, planeG, rowCount, columnCount, to, rowTo, places);
                break;
            case 69:
                Tile4x5<L, V>(x, pitch, g, pitchG, planeG, rowCount, columnCount, to, rowTo, places);
                break;
            case 22:
                Tile1x6<L, V>(x, pitch, g, pitchG, planeG, rowCount, columnCount, to, rowTo, places);
                break;
            case 23:
                Tile1x7<L, V>(x, pitch, g, pitchG, planeG, rowCount, columnCount, to, rowTo, places);
                break;
            case 24:
                Tile1x8<L, V>(x, pitch, g, pitchG, planeG, rowCount, columnCount, to, rowTo, places);
                break;
            case 25:
                Tile1x9<L, V>(x, pitch, g, pitchG, planeG, rowCount, columnCount, to, rowTo, places);
                break;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile1x1<L, V>(float** x, nint pitch, float* g, nint pitchG, nint planeG, nint rowCount, nint columnCount, float* to, nint rowTo, float* places)
        where L : ILanes<V>
        where V : unmanaged
    {
        for (nint lane = 0; lane < Lanes; lane += L.Count)
        {
            nint whole = columnCount < lane + L.Count ? 0 : (columnCount - lane - L.Count) / Lanes + 1, rest = columnCount - lane - (whole * Lanes);
            V mask = L.Less(L.Load(places), L.Create((float)rest)), zero = L.Create(0f);
            V s00 = L.Load(to + (0 * rowTo) + (0 * Lanes) + lane);
            float* x0 = x[0] + lane;
            float* row = g + lane;
            for (nint i = 0; i < rowCount; i++, row += pitchG)
            {
                nint q = 0;
                for (nint n = 0; n < whole; n++, q += Lanes)
                {
                    V g0 = L.Load(row + (0 * planeG) + q);
                    V a0 = L.Load(x0 + q);
                    s00 = L.Fma(a0, g0, s00);
                }

                if (rest > 0)
                {
                    V g0 = L.Load(row + (0 * planeG) + q);
                    V a0 = L.Select(mask, L.Load(x0 + q), zero);
                    s00 = L.Fma(a0, g0, s00);
                }

                x0 += pitch;
            }

            L.Store(s00, to + (0 * rowTo) + (0 * Lanes) + lane);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile1x2<L, V>(float** x, nint pitch, float* g, nint pitchG, nint planeG, nint rowCount, nint columnCount, float* to, nint rowTo, float* places)
        where L : ILanes<V>
        where V : unmanaged
    {
        for (nint lane = 0; lane < Lanes; lane += L.Count)
        {
            nint whole = columnCount < lane + L.Count ? 0 : (columnCount - lane - L.Count) / Lanes + 1, rest = columnCount - lane - (whole * Lanes);
            V mask = L.Less(L.Load(places), L.Create((float)rest)), zero = L.Create(0f);
            V s00 = L.Load(to + (0 * rowTo) + (0 * Lanes) + lane);
            V s01 = L.Load(to + (0 * rowTo) + (1 * Lanes) + lane);
            float* x0 = x[0] + lane;
            float* x1 = x[1] + lane;
            float* row = g + lane;
            for (nint i = 0; i < rowCount; i++, row += pitchG)
            {
                nint q = 0;
                for (nint n = 0; n < whole; n++, q += Lanes)
                {
                    V g0 = L.Load(row + (0 * planeG) + q);
                    V a0 = L.Load(x0 + q);
                    s00 = L.Fma(a0, g0, s00);
                    V a1 = L.Load(x1 + q);
                    s01 = L.Fma(a1, g0, s01);
                }

                if (rest > 0)
                {
                    V g0 = L.Load(row + (0 * planeG) + q);
                    V a0 = L.Select(mask, L.Load(x0 + q), zero);
                    s00 = L.Fma(a0, g0, s00);
                    V a1 = L.Select(mask, L.Load(x1 + q), zero);
                    s01 = L.Fma(a1, g0, s01);
                }

                x0 += pitch;
                x1 += pitch;
            }

            L.Store(s00, to + (0 * rowTo) + (0 * Lanes) + lane);
            L.Store(s01, to + (0 * rowTo) + (1 * Lanes) + lane);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile1x3<L, V>(float** x, nint pitch, float* g, nint pitchG, nint planeG, nint rowCount, nint columnCount, float* to, nint rowTo, float* places)
        where L : ILanes<V>
        where V : unmanaged
    {
        for (nint lane = 0; lane < Lanes; lane += L.Count)
        {
            nint whole = columnCount < lane + L.Count ? 0 : (columnCount - lane - L.Count) / Lanes + 1, rest = columnCount - lane - (whole * Lanes);
            V mask = L.Less(L.Load(places), L.Create((float)rest)), zero = L.Create(0f);
            V s00 = L.Load(to + (0 * rowTo) + (0 * Lanes) + lane);
            V s01 = L.Load(to + (0 * rowTo) + (1 * Lanes) + lane);
            V s02 = L.Load(to + (0 * rowTo) + (2 * Lanes) + lane);
            float* x0 = x[0] + lane;
            float* x1 = x[1] + lane;
            float* x2 = x[2] + lane;
            float* row = g + lane;
            for (nint i = 0; i < rowCount; i++, row += pitchG)
            {
                nint q = 0;
                for (nint n = 0; n < whole; n++, q += Lanes)
                {
                    V g0 = L.Load(row + (0 * planeG) + q);
                    V a0 = L.Load(x0 + q);
                    s00 = L.Fma(a0, g0, s00);
                    V a1 = L.Load(x1 + q);
                    s01 = L.Fma(a1, g0, s01);
                    V a2 = L.Load(x2 + q);
                    s02 = L.Fma(a2, g0, s02);
                }

                if (rest > 0)
                {
                    V g0 = L.Load(row + (0 * planeG) + q);
                    V a0 = L.Select(mask, L.Load(x0 + q), zero);
                    s00 = L.Fma(a0, g0, s00);
                    V a1 = L.Select(mask, L.Load(x1 + q), zero);
                    s01 = L.Fma(a1, g0, s01);
                    V a2 = L.Select(mask, L.Load(x2 + q), zero);
                    s02 = L.Fma(a2, g0, s02);
                }

                x0 += pitch;
                x1 += pitch;
                x2 += pitch;
            }

            L.Store(s00, to + (0 * rowTo) + (0 * Lanes) + lane);
            L.Store(s01, to + (0 * rowTo) + (1 * Lanes) + lane);
            L.Store(s02, to + (0 * rowTo) + (2 * Lanes) + lane);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile1x4<L, V>(float** x, nint pitch, float* g, nint pitchG, nint planeG, nint rowCount, nint columnCount, float* to, nint rowTo, float* places)
        where L : ILanes<V>
        where V : unmanaged
    {
        for (nint lane = 0; lane < Lanes; lane += L.Count)
        {
            nint whole = columnCount < lane + L.Count ? 0 : (columnCount - lane - L.Count) / Lanes + 1, rest = columnCount - lane - (whole * Lanes);
            V mask = L.Less(L.Load(places), L.Create((float)rest)), zero = L.Create(0f);
            V s00 = L.Load(to + (0 * rowTo) + (0 * Lanes) + lane);
            V s01 = L.Load(to + (0 * rowTo) + (1 * Lanes) + lane);
            V s02 = L.Load(to + (0 * rowTo) + (2 * Lanes) + lane);
            V s03 = L.Load(to + (0 * rowTo) + (3 * Lanes) + lane);
            float* x0 = x[0] + lane;
            float* x1 = x[1] + lane;
            float* x2 = x[2] + lane;
            float* x3 = x[3] + lane;
            float* row = g + lane;
            for (nint i = 0; i < rowCount; i++, row += pitchG)
            {
                nint q = 0;
                for (nint n = 0; n < whole; n++, q += Lanes)
                {
                    V g0 = L.Load(row + (0 * planeG) + q);
                    V a0 = L.Load(x0 + q);
                    s00 = L.Fma(a0, g0, s00);
                    V a1 = L.Load(x1 + q);
                    s01 = L.Fma(a1, g0, s01);
                    V a2 = L.Load(x2 + q);
                    s02 = L.Fma(a2, g0, s02);
                    V a3 = L.Load(x3 + q);
                    s03 = L.Fma(a3, g0, s03);
                }

                if (rest > 0)
                {
                    V g0 = L.Load(row + (0 * planeG) + q);
                    V a0 = L.Select(mask, L.Load(x0 + q), zero);
                    s00 = L.Fma(a0, g0, s00);
                    V a1 = L.Select(mask, L.Load(x1 + q), zero);
                    s01 = L.Fma(a1, g0, s01);
                    V a2 = L.Select(mask, L.Load(x2 + q), zero);
                    s02 = L.Fma(a2, g0, s02);
                    V a3 = L.Select(mask, L.Load(x3 + q), zero);
                    s03 = L.Fma(a3, g0, s03);
                }

                x0 += pitch;
                x1 += pitch;
                x2 += pitch;
                x3 += pitch;
            }

            L.Store(s00, to + (0 * rowTo) + (0 * Lanes) + lane);
            L.Store(s01, to + (0 * rowTo) + (1 * Lanes) + lane);
            L.Store(s02, to + (0 * rowTo) + (2 * Lanes) + lane);
            L.Store(s03, to + (0 * rowTo) + (3 * Lanes) + lane);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile1x5<L, V>(float** x, nint pitch, float* g, nint pitchG, nint planeG, nint rowCount, nint columnCount, float* to, nint rowTo, float* places)
        where L : ILanes<V>
        where V : unmanaged
    {
        for (nint lane = 0; lane < Lanes; lane += L.Count)
        {
            nint whole = columnCount < lane + L.Count ? 0 : (columnCount - lane - L.Count) / Lanes + 1, rest = columnCount - lane - (whole * Lanes);
            V mask = L.Less(L.Load(places), L.Create((float)rest)), zero = L.Create(0f);
            V s00 = L.Load(to + (0 * rowTo) + (0 * Lanes) + lane);
            V s01 = L.Load(to + (0 * rowTo) + (1 * Lanes) + lane);
            V s02 = L.Load(to + (0 * rowTo) + (2 * Lanes) + lane);
            V s03 = L.Load(to + (0 * rowTo) + (3 * Lanes) + lane);
            V s04 = L.Load(to + (0 * rowTo) + (4 * Lanes) + lane);
            float* x0 = x[0] + lane;
            float* x1 = x[1] + lane;
            float* x2 = x[2] + lane;
            float* x3 = x[3] + lane;
            float* x4 = x[4] + lane;
            float* row = g + lane;
            for (nint i = 0; i < rowCount; i++, row += pitchG)
            {
                nint q = 0;
                for (nint n = 0; n < whole; n++, q += Lanes)
                {
                    V g0 = L.Load(row + (0 * planeG) + q);
                    V a0 = L.Load(x0 + q);
                    s00 = L.Fma(a0, g0, s00);
                    V a1 = L.Load(x1 + q);
                    s01 = L.Fma(a1, g0, s01);
                    V a2 = L.Load(x2 + q);
                    s02 = L.Fma(a2, g0, s02);
                    V a3 = L.Load(x3 + q);
                    s03 = L.Fma(a3, g0, s03);
                    V a4 = L.Load(x4 + q);
                    s04 = L.Fma(a4, g0, s04);
                }

                if (rest > 0)
                {
                    V g0 = L.Load(row + (0 * planeG) + q);
                    V a0 = L.Select(mask, L.Load(x0 + q), zero);
                    s00 = L.Fma(a0, g0, s00);
                    V a1 = L.Select(mask, L.Load(x1 + q), zero);
                    s01 = L.Fma(a1, g0, s01);
                    V a2 = L.Select(mask, L.Load(x2 + q), zero);
                    s02 = L.Fma(a2, g0, s02);
                    V a3 = L.Select(mask, L.Load(x3 + q), zero);
                    s03 = L.Fma(a3, g0, s03);
                    V a4 = L.Select(mask, L.Load(x4 + q), zero);
                    s04 = L.Fma(a4, g0, s04);
                }

                x0 += pitch;
                x1 += pitch;
                x2 += pitch;
                x3 += pitch;
                x4 += pitch;
            }

            L.Store(s00, to + (0 * rowTo) + (0 * Lanes) + lane);
            L.Store(s01, to + (0 * rowTo) + (1 * Lanes) + lane);
            L.Store(s02, to + (0 * rowTo) + (2 * Lanes) + lane);
            L.Store(s03, to + (0 * rowTo) + (3 * Lanes) + lane);
            L.Store(s04, to + (0 * rowTo) + (4 * Lanes) + lane);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile2x1<L, V>(float** x, nint pitch, float* g, nint pitchG, nint planeG, nint rowCount, nint columnCount, float* to, nint rowTo, float* places)
        where L : ILanes<V>
        where V : unmanaged
    {
        for (nint lane = 0; lane < Lanes; lane += L.Count)
        {
            nint whole = columnCount < lane + L.Count ? 0 : (columnCount - lane - L.Count) / Lanes + 1, rest = columnCount - lane - (whole * Lanes);
            V mask = L.Less(L.Load(places), L.Create((float)rest)), zero = L.Create(0f);
            V s00 = L.Load(to + (0 * rowTo) + (0 * Lanes) + lane);
            V s10 = L.Load(to + (1 * rowTo) + (0 * Lanes) + lane);
            float* x0 = x[0] + lane;
            float* row = g + lane;
            for (nint i = 0; i < rowCount; i++, row += pitchG)
            {
                nint q = 0;
                for (nint n = 0; n < whole; n++, q += Lanes)
                {
                    V g0 = L.Load(row + (0 * planeG) + q);
                    V g1 = L.Load(row + (1 * planeG) + q);
                    V a0 = L.Load(x0 + q);
                    s00 = L.Fma(a0, g0, s00);
                    s10 = L.Fma(a0, g1, s10);
                }

                if (rest > 0)
                {
                    V g0 = L.Load(row + (0 * planeG) + q);
                    V g1 = L.Load(row + (1 * planeG) + q);
                    V a0 = L.Select(mask, L.Load(x0 + q), zero);
                    s00 = L.Fma(a0, g0, s00);
                    s10 = L.Fma(a0, g1, s10);
                }

                x0 += pitch;
            }

            L.Store(s00, to + (0 * rowTo) + (0 * Lanes) + lane);
            L.Store(s10, to + (1 * rowTo) + (0 * Lanes) + lane);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile2x2<L, V>(float** x, nint pitch, float* g, nint pitchG, nint planeG, nint rowCount, nint columnCount, float* to, nint rowTo, float* places)
        where L : ILanes<V>
        where V : unmanaged
    {
        for (nint lane = 0; lane < Lanes; lane += L.Count)
        {
            nint whole = columnCount < lane + L.Count ? 0 : (columnCount - lane - L.Count) / Lanes + 1, rest = columnCount - lane - (whole * Lanes);
            V mask = L.Less(L.Load(places), L.Create((float)rest)), zero = L.Create(0f);
            V s00 = L.Load(to + (0 * rowTo) + (0 * Lanes) + lane);
            V s01 = L.Load(to + (0 * rowTo) + (1 * Lanes) + lane);
            V s10 = L.Load(to + (1 * rowTo) + (0 * Lanes) + lane);
            V s11 = L.Load(to + (1 * rowTo) + (1 * Lanes) + lane);
            float* x0 = x[0] + lane;
            float* x1 = x[1] + lane;
            float* row = g + lane;
            for (nint i = 0; i < rowCount; i++, row += pitchG)
            {
                nint q = 0;
                for (nint n = 0; n < whole; n++, q += Lanes)
                {
                    V g0 = L.Load(row + (0 * planeG) + q);
                    V g1 = L.Load(row + (1 * planeG) + q);
                    V a0 = L.Load(x0 + q);
                    s00 = L.Fma(a0, g0, s00);
                    s10 = L.Fma(a0, g1, s10);
                    V a1 = L.Load(x1 + q);
                    s01 = L.Fma(a1, g0, s01);
                    s11 = L.Fma(a1, g1, s11);
                }

                if (rest > 0)
                {
                    V g0 = L.Load(row + (0 * planeG) + q);
                    V g1 = L.Load(row + (1 * planeG) + q);
                    V a0 = L.Select(mask, L.Load(x0 + q), zero);
                    s00 = L.Fma(a0, g0, s00);
                    s10 = L.Fma(a0, g1, s10);
                    V a1 = L.Select(mask, L.Load(x1 + q), zero);
                    s01 = L.Fma(a1, g0, s01);
                    s11 = L.Fma(a1, g1, s11);
                }

                x0 += pitch;
                x1 += pitch;
            }

            L.Store(s00, to + (0 * rowTo) + (0 * Lanes) + lane);
            L.Store(s01, to + (0 * rowTo) + (1 * Lanes) + lane);
            L.Store(s10, to + (1 * rowTo) + (0 * Lanes) + lane);
            L.Store(s11, to + (1 * rowTo) + (1 * Lanes) + lane);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile2x3<L, V>(float** x, nint pitch, float* g, nint pitchG, nint planeG, nint rowCount, nint columnCount, float* to, nint rowTo, float* places)
        where L : ILanes<V>
        where V : unmanaged
    {
        for (nint lane = 0; lane < Lanes; lane += L.Count)
        {
            nint whole = columnCount < lane + L.Count ? 0 : (columnCount - lane - L.Count) / Lanes + 1, rest = columnCount - lane - (whole * Lanes);
            V mask = L.Less(L.Load(places), L.Create((float)rest)), zero = L.Create(0f);
            V s00 = L.Load(to + (0 * rowTo) + (0 * Lanes) + lane);
            V s01 = L.Load(to + (0 * rowTo) + (1 * Lanes) + lane);
            V s02 = L.Load(to + (0 * rowTo) + (2 * Lanes) + lane);
            V s10 = L.Load(to + (1 * rowTo) + (0 * Lanes) + lane);
            V s11 = L.Load(to + (1 * rowTo) + (1 * Lanes) + lane);
            V s12 = L.Load(to + (1 * rowTo) + (2 * Lanes) + lane);
            float* x0 = x[0] + lane;
            float* x1 = x[1] + lane;
            float* x2 = x[2] + lane;
            float* row = g + lane;
            for (nint i = 0; i < rowCount; i++, row += pitchG)
            {
                nint q = 0;
                for (nint n = 0; n < whole; n++, q += Lanes)
                {
                    V g0 = L.Load(row + (0 * planeG) + q);
                    V g1 = L.Load(row + (1 * planeG) + q);
                    V a0 = L.Load(x0 + q);
                    s00 = L.Fma(a0, g0, s00);
                    s10 = L.Fma(a0, g1, s10);
                    V a1 = L.Load(x1 + q);
                    s01 = L.Fma(a1, g0, s01);
                    s11 = L.Fma(a1, g1, s11);
                    V a2 = L.Load(x2 + q);
                    s02 = L.Fma(a2, g0, s02);
                    s12 = L.Fma(a2, g1, s12);
                }

                if (rest > 0)
                {
                    V g0 = L.Load(row + (0 * planeG) + q);
                    V g1 = L.Load(row + (1 * planeG) + q);
                    V a0 = L.Select(mask, L.Load(x0 + q), zero);
                    s00 = L.Fma(a0, g0, s00);
                    s10 = L.Fma(a0, g1, s10);
                    V a1 = L.Select(mask, L.Load(x1 + q), zero);
                    s01 = L.Fma(a1, g0, s01);
                    s11 = L.Fma(a1, g1, s11);
                    V a2 = L.Select(mask, L.Load(x2 + q), zero);
                    s02 = L.Fma(a2, g0, s02);
                    s12 = L.Fma(a2, g1, s12);
                }

                x0 += pitch;
                x1 += pitch;
                x2 += pitch;
            }

            L.Store(s00, to + (0 * rowTo) + (0 * Lanes) + lane);
            L.Store(s01, to + (0 * rowTo) + (1 * Lanes) + lane);
            L.Store(s02, to + (0 * rowTo) + (2 * Lanes) + lane);
            L.Store(s10, to + (1 * rowTo) + (0 * Lanes) + lane);
            L.Store(s11, to + (1 * rowTo) + (1 * Lanes) + lane);
            L.Store(s12, to + (1 * rowTo) + (2 * Lanes) + lane);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile2x4<L, V>(float** x, nint pitch, float* g, nint pitchG, nint planeG, nint rowCount, nint columnCount, float* to, nint rowTo, float* places)
        where L : ILanes<V>
        where V : unmanaged
    {
        for (nint lane = 0; lane < Lanes; lane += L.Count)
        {
            nint whole = columnCount < lane + L.Count ? 0 : (columnCount - lane - L.Count) / Lanes + 1, rest = columnCount - lane - (whole * Lanes);
            V mask = L.Less(L.Load(places), L.Create((float)rest)), zero = L.Create(0f);
            V s00 = L.Load(to + (0 * rowTo) + (0 * Lanes) + lane);
            V s01 = L.Load(to + (0 * rowTo) + (1 * Lanes) + lane);
            V s02 = L.Load(to + (0 * rowTo) + (2 * Lanes) + lane);
            V s03 = L.Load(to + (0 * rowTo) + (3 * Lanes) + lane);
            V s10 = L.Load(to + (1 * rowTo) + (0 * Lanes) + lane);
            V s11 = L.Load(to + (1 * rowTo) + (1 * Lanes) + lane);
            V s12 = L.Load(to + (1 * rowTo) + (2 * Lanes) + lane);
            V s13 = L.Load(to + (1 * rowTo) + (3 * Lanes) + lane);
            float* x0 = x[0] + lane;
            float* x1 = x[1] + lane;
            float* x2 = x[2] + lane;
            float* x3 = x[3] + lane;
            float* row = g + lane;
            for (nint i = 0; i < rowCount; i++, row += pitchG)
            {
                nint q = 0;
                for (nint n = 0; n < whole; n++, q += Lanes)
                {
                    V g0 = L.Load(row + (0 * planeG) + q);
                    V g1 = L.Load(row + (1 * planeG) + q);
                    V a0 = L.Load(x0 + q);
                    s00 = L.Fma(a0, g0, s00);
                    s10 = L.Fma(a0, g1, s10);
                    V a1 = L.Load(x1 + q);
                    s01 = L.Fma(a1, g0, s01);
                    s11 = L.Fma(a1, g1, s11);
                    V a2 = L.Load(x2 + q);
                    s02 = L.Fma(a2, g0, s02);
                    s12 = L.Fma(a2, g1, s12);
                    V a3 = L.Load(x3 + q);
                    s03 = L.Fma(a3, g0, s03);
                    s13 = L.Fma(a3, g1, s13);
                }

                if (rest > 0)
                {
                    V g0 = L.Load(row + (0 * planeG) + q);
                    V g1 = L.Load(row + (1 * planeG) + q);
                    V a0 = L.Select(mask, L.Load(x0 + q), zero);
                    s00 = L.Fma(a0, g0, s00);
                    s10 = L.Fma(a0, g1, s10);
                    V a1 = L.Select(mask, L.Load(x1 + q), zero);
                    s01 = L.Fma(a1, g0, s01);
                    s11 = L.Fma(a1, g1, s11);
                    V a2 = L.Select(mask, L.Load(x2 + q), zero);
                    s02 = L.Fma(a2, g0, s02);
                    s12 = L.Fma(a2, g1, s12);
                    V a3 = L.Select(mask, L.Load(x3 + q), zero);
                    s03 = L.Fma(a3, g0, s03);
                    s13 = L.Fma(a3, g1, s13);
                }

                x0 += pitch;
                x1 += pitch;
                x2 += pitch;
                x3 += pitch;
            }

            L.Store(s00, to + (0 * rowTo) + (0 * Lanes) + lane);
            L.Store(s01, to + (0 * rowTo) + (1 * Lanes) + lane);
            L.Store(s02, to + (0 * rowTo) + (2 * Lanes) + lane);
            L.Store(s03, to + (0 * rowTo) + (3 * Lanes) + lane);
            L.Store(s10, to + (1 * rowTo) + (0 * Lanes) + lane);
            L.Store(s11, to + (1 * rowTo) + (1 * Lanes) + lane);
            L.Store(s12, to + (1 * rowTo) + (2 * Lanes) + lane);
            L.Store(s13, to + (1 * rowTo) + (3 * Lanes) + lane);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile2x5<L, V>(float** x, nint pitch, float* g, nint pitchG, nint planeG, nint rowCount, nint columnCount, float* to, nint rowTo, float* places)
        where L : ILanes<V>
        where V : unmanaged
    {
        for (nint lane = 0; lane < Lanes; lane += L.Count)
        {
            nint whole = columnCount < lane + L.Count ? 0 : (columnCount - lane - L.Count) / Lanes + 1, rest = columnCount - lane - (whole * Lanes);
            V mask = L.Less(L.Load(places), L.Create((float)rest)), zero = L.Create(0f);
            V s00 = L.Load(to + (0 * rowTo) + (0 * Lanes) + lane);
            V s01 = L.Load(to + (0 * rowTo) + (1 * Lanes) + lane);
            V s02 = L.Load(to + (0 * rowTo) + (2 * Lanes) + lane);
            V s03 = L.Load(to + (0 * rowTo) + (3 * Lanes) + lane);
            V s04 = L.Load(to + (0 * rowTo) + (4 * Lanes) + lane);
            V s10 = L.Load(to + (1 * rowTo) + (0 * Lanes) + lane);
            V s11 = L.Load(to + (1 * rowTo) + (1 * Lanes) + lane);
            V s12 = L.Load(to + (1 * rowTo) + (2 * Lanes) + lane);
            V s13 = L.Load(to + (1 * rowTo) + (3 * Lanes) + lane);
            V s14 = L.Load(to + (1 * rowTo) + (4 * Lanes) + lane);
            float* x0 = x[0] + lane;
            float* x1 = x[1] + lane;
            float* x2 = x[2] + lane;
            float* x3 = x[3] + lane;
            float* x4 = x[4] + lane;
            float* row = g + lane;
            for (nint i = 0; i < rowCount; i++, row += pitchG)
            {
                nint q = 0;
                for (nint n = 0; n < whole; n++, q += Lanes)
                {
                    V g0 = L.Load(row + (0 * planeG) + q);
                    V g1 = L.Load(row + (1 * planeG) + q);
                    V a0 = L.Load(x0 + q);
                    s00 = L.Fma(a0, g0, s00);
                    s10 = L.Fma(a0, g1, s10);
                    V a1 = L.Load(x1 + q);
                    s01 = L.Fma(a1, g0, s01);
                    s11 = L.Fma(a1, g1, s11);
                    V a2 = L.Load(x2 + q);
                    s02 = L.Fma(a2, g0, s02);
                    s12 = L.Fma(a2, g1, s12);
                    V a3 = L.Load(x3 + q);
                    s03 = L.Fma(a3, g0, s03);
                    s13 = L.Fma(a3, g1, s13);
                    V a4 = L.Load(x4 + q);
                    s04 = L.Fma(a4, g0, s04);
                    s14 = L.Fma(a4, g1, s14);
                }

                if (rest > 0)
                {
                    V g0 = L.Load(row + (0 * planeG) + q);
                    V g1 = L.Load(row + (1 * planeG) + q);
                    V a0 = L.Select(mask, L.Load(x0 + q), zero);
                    s00 = L.Fma(a0, g0, s00);
                    s10 = L.Fma(a0, g1, s10);
                    V a1 = L.Select(mask, L.Load(x1 + q), zero);
                    s01 = L.Fma(a1, g0, s01);
                    s11 = L.Fma(a1, g1, s11);
                    V a2 = L.Select(mask, L.Load(x2 + q), zero);
                    s02 = L.Fma(a2, g0, s02);
                    s12 = L.Fma(a2, g1, s12);
                    V a3 = L.Select(mask, L.Load(x3 + q), zero);
                    s03 = L.Fma(a3, g0, s03);
                    s13 = L.Fma(a3, g1, s13);
                    V a4 = L.Select(mask, L.Load(x4 + q), zero);
                    s04 = L.Fma(a4, g0, s04);
                    s14 = L.Fma(a4, g1, s14);
                }

                x0 += pitch;
                x1 += pitch;
                x2 += pitch;
                x3 += pitch;
                x4 += pitch;
            }

            L.Store(s00, to + (0 * rowTo) + (0 * Lanes) + lane);
            L.Store(s01, to + (0 * rowTo) + (1 * Lanes) + lane);
            L.Store(s02, to + (0 * rowTo) + (2 * Lanes) + lane);
            L.Store(s03, to + (0 * rowTo) + (3 * Lanes) + lane);
            L.Store(s04, to + (0 * rowTo) + (4 * Lanes) + lane);
            L.Store(s10, to + (1 * rowTo) + (0 * Lanes) + lane);
            L.Store(s11, to + (1 * rowTo) + (1 * Lanes) + lane);
            L.Store(s12, to + (1 * rowTo) + (2 * Lanes) + lane);
            L.Store(s13, to + (1 * rowTo) + (3 * Lanes) + lane);
            L.Store(s14, to + (1 * rowTo) + (4 * Lanes) + lane);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile3x1<L, V>(float** x, nint pitch, float* g, nint pitchG, nint planeG, nint rowCount, nint columnCount, float* to, nint rowTo, float* places)
        where L : ILanes<V>
        where V : unmanaged
    {
        for (nint lane = 0; lane < Lanes; lane += L.Count)
        {
            nint whole = columnCount < lane + L.Count ? 0 : (columnCount - lane - L.Count) / Lanes + 1, rest = columnCount - lane - (whole * Lanes);
            V mask = L.Less(L.Load(places), L.Create((float)rest)), zero = L.Create(0f);
            V s00 = L.Load(to + (0 * rowTo) + (0 * Lanes) + lane);
            V s10 = L.Load(to + (1 * rowTo) + (0 * Lanes) + lane);
            V s20 = L.Load(to + (2 * rowTo) + (0 * Lanes) + lane);
            float* x0 = x[0] + lane;
            float* row = g + lane;
            for (nint i = 0; i < rowCount; i++, row += pitchG)
            {
                nint q = 0;
                for (nint n = 0; n < whole; n++, q += Lanes)
                {
                    V g0 = L.Load(row + (0 * planeG) + q);
                    V g1 = L.Load(row + (1 * planeG) + q);
                    V g2 = L.Load(row + (2 * planeG) + q);
                    V a0 = L.Load(x0 + q);
                    s00 = L.Fma(a0, g0, s00);
                    s10 = L.Fma(a0, g1, s10);
                    s20 = L.Fma(a0, g2, s20);
                }

                if (rest > 0)
                {
                    V g0 = L.Load(row + (0 * planeG) + q);
                    V g1 = L.Load(row + (1 * planeG) + q);
                    V g2 = L.Load(row + (2 * planeG) + q);
                    V a0 = L.Select(mask, L.Load(x0 + q), zero);
                    s00 = L.Fma(a0, g0, s00);
                    s10 = L.Fma(a0, g1, s10);
                    s20 = L.Fma(a0, g2, s20);
                }

                x0 += pitch;
            }

            L.Store(s00, to + (0 * rowTo) + (0 * Lanes) + lane);
            L.Store(s10, to + (1 * rowTo) + (0 * Lanes) + lane);
            L.Store(s20, to + (2 * rowTo) + (0 * Lanes) + lane);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile3x2<L, V>(float** x, nint pitch, float* g, nint pitchG, nint planeG, nint rowCount, nint columnCount, float* to, nint rowTo, float* places)
        where L : ILanes<V>
        where V : unmanaged
    {
        for (nint lane = 0; lane < Lanes; lane += L.Count)
        {
            nint whole = columnCount < lane + L.Count ? 0 : (columnCount - lane - L.Count) / Lanes + 1, rest = columnCount - lane - (whole * Lanes);
            V mask = L.Less(L.Load(places), L.Create((float)rest)), zero = L.Create(0f);
            V s00 = L.Load(to + (0 * rowTo) + (0 * Lanes) + lane);
            V s01 = L.Load(to + (0 * rowTo) + (1 * Lanes) + lane);
            V s10 = L.Load(to + (1 * rowTo) + (0 * Lanes) + lane);
            V s11 = L.Load(to + (1 * rowTo) + (1 * Lanes) + lane);
            V s20 = L.Load(to + (2 * rowTo) + (0 * Lanes) + lane);
            V s21 = L.Load(to + (2 * rowTo) + (1 * Lanes) + lane);
            float* x0 = x[0] + lane;
            float* x1 = x[1] + lane;
            float* row = g + lane;
            for (nint i = 0; i < rowCount; i++, row += pitchG)
            {
                nint q = 0;
                for (nint n = 0; n < whole; n++, q += Lanes)
                {
                    V g0 = L.Load(row + (0 * planeG) + q);
                    V g1 = L.Load(row + (1 * planeG) + q);
                    V g2 = L.Load(row + (2 * planeG) + q);
                    V a0 = L.Load(x0 + q);
                    s00 = L.Fma(a0, g0, s00);
                    s10 = L.Fma(a0, g1, s10);
                    s20 = L.Fma(a0, g2, s20);
                    V a1 = L.Load(x1 + q);
                    s01 = L.Fma(a1, g0, s01);
                    s11 = L.Fma(a1, g1, s11);
                    s21 = L.Fma(a1, g2, s21);
                }

                if (rest > 0)
                {
                    V g0 = L.Load(row + (0 * planeG) + q);
                    V g1 = L.Load(row + (1 * planeG) + q);
                    V g2 = L.Load(row + (2 * planeG) + q);
                    V a0 = L.Select(mask, L.Load(x0 + q), zero);
                    s00 = L.Fma(a0, g0, s00);
                    s10 = L.Fma(a0, g1, s10);
                    s20 = L.Fma(a0, g2, s20);
                    V a1 = L.Select(mask, L.Load(x1 + q), zero);
                    s01 = L.Fma(a1, g0, s01);
                    s11 = L.Fma(a1, g1, s11);
                    s21 = L.Fma(a1, g2, s21);
                }

                x0 += pitch;
                x1 += pitch;
            }

            L.Store(s00, to + (0 * rowTo) + (0 * Lanes) + lane);
            L.Store(s01, to + (0 * rowTo) + (1 * Lanes) + lane);
            L.Store(s10, to + (1 * rowTo) + (0 * Lanes) + lane);
            L.Store(s11, to + (1 * rowTo) + (1 * Lanes) + lane);
            L.Store(s20, to + (2 * rowTo) + (0 * Lanes) + lane);
            L.Store(s21, to + (2 * rowTo) + (1 * Lanes) + lane);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile3x3<L, V>(float** x, nint pitch, float* g, nint pitchG, nint planeG, nint rowCount, nint columnCount, float* to, nint rowTo, float* places)
        where L : ILanes<V>
        where V : unmanaged
    {
        for (nint lane = 0; lane < Lanes; lane += L.Count)
        {
            nint whole = columnCount < lane + L.Count ? 0 : (columnCount - lane - L.Count) / Lanes + 1, rest = columnCount - lane - (whole * Lanes);
            V mask = L.Less(L.Load(places), L.Create((float)rest)), zero = L.Create(0f);
            V s00 = L.Load(to + (0 * rowTo) + (0 * Lanes) + lane);
            V s01 = L.Load(to + (0 * rowTo) + (1 * Lanes) + lane);
            V s02 = L.Load(to + (0 * rowTo) + (2 * Lanes) + lane);
            V s10 = L.Load(to + (1 * rowTo) + (0 * Lanes) + lane);
            V s11 = L.Load(to + (1 * rowTo) + (1 * Lanes) + lane);
            V s12 = L.Load(to + (1 * rowTo) + (2 * Lanes) + lane);
            V s20 = L.Load(to + (2 * rowTo) + (0 * Lanes) + lane);
            V s21 = L.Load(to + (2 * rowTo) + (1 * Lanes) + lane);
            V s22 = L.Load(to + (2 * rowTo) + (2 * Lanes) + lane);
            float* x0 = x[0] + lane;
            float* x1 = x[1] + lane;
            float* x2 = x[2] + lane;
            float* row = g + lane;
            for (nint i = 0; i < rowCount; i++, row += pitchG)
            {
                nint q = 0;
                for (nint n = 0; n < whole; n++, q += Lanes)
                {
                    V g0 = L.Load(row + (0 * planeG) + q);
                    V g1 = L.Load(row + (1 * planeG) + q);
                    V g2 = L.Load(row + (2 * planeG) + q);
                    V a0 = L.Load(x0 + q);
                    s00 = L.Fma(a0, g0, s00);
                    s10 = L.Fma(a0, g1, s10);
                    s20 = L.Fma(a0, g2, s20);
                    V a1 = L.Load(x1 + q);
                    s01 = L.Fma(a1, g0, s01);
                    s11 = L.Fma(a1, g1, s11);
                    s21 = L.Fma(a1, g2, s21);
                    V a2 = L.Load(x2 + q);
                    s02 = L.Fma(a2, g0, s02);
                    s12 = L.Fma(a2, g1, s12);
                    s22 = L.Fma(a2, g2, s22);
                }

                if (rest > 0)
                {
                    V g0 = L.Load(row + (0 * planeG) + q);
                    V g1 = L.Load(row + (1 * planeG) + q);
                    V g2 = L.Load(row + (2 * planeG) + q);
                    V a0 = L.Select(mask, L.Load(x0 + q), zero);
                    s00 = L.Fma(a0, g0, s00);
                    s10 = L.Fma(a0, g1, s10);
                    s20 = L.Fma(a0, g2, s20);
                    V a1 = L.Select(mask, L.Load(x1 + q), zero);
                    s01 = L.Fma(a1, g0, s01);
                    s11 = L.Fma(a1, g1, s11);
                    s21 = L.Fma(a1, g2, s21);
                    V a2 = L.Select(mask, L.Load(x2 + q), zero);
                    s02 = L.Fma(a2, g0, s02);
                    s12 = L.Fma(a2, g1, s12);
                    s22 = L.Fma(a2, g2, s22);
                }

                x0 += pitch;
                x1 += pitch;
                x2 += pitch;
            }

            L.Store(s00, to + (0 * rowTo) + (0 * Lanes) + lane);
            L.Store(s01, to + (0 * rowTo) + (1 * Lanes) + lane);
            L.Store(s02, to + (0 * rowTo) + (2 * Lanes) + lane);
            L.Store(s10, to + (1 * rowTo) + (0 * Lanes) + lane);
            L.Store(s11, to + (1 * rowTo) + (1 * Lanes) + lane);
            L.Store(s12, to + (1 * rowTo) + (2 * Lanes) + lane);
            L.Store(s20, to + (2 * rowTo) + (0 * Lanes) + lane);
            L.Store(s21, to + (2 * rowTo) + (1 * Lanes) + lane);
            L.Store(s22, to + (2 * rowTo) + (2 * Lanes) + lane);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile3x4<L, V>(float** x, nint pitch, float* g, nint pitchG, nint planeG, nint rowCount, nint columnCount, float* to, nint rowTo, float* places)
        where L : ILanes<V>
        where V : unmanaged
    {
        for (nint lane = 0; lane < Lanes; lane += L.Count)
        {
            nint whole = columnCount < lane + L.Count ? 0 : (columnCount - lane - L.Count) / Lanes + 1, rest = columnCount - lane - (whole * Lanes);
            V mask = L.Less(L.Load(places), L.Create((float)rest)), zero = L.Create(0f);
            V s00 = L.Load(to + (0 * rowTo) + (0 * Lanes) + lane);
            V s01 = L.Load(to + (0 * rowTo) + (1 * Lanes) + lane);
            V s02 = L.Load(to + (0 * rowTo) + (2 * Lanes) + lane);
            V s03 = L.Load(to + (0 * rowTo) + (3 * Lanes) + lane);
            V s10 = L.Load(to + (1 * rowTo) + (0 * Lanes) + lane);
            V s11 = L.Load(to + (1 * rowTo) + (1 * Lanes) + lane);
            V s12 = L.Load(to + (1 * rowTo) + (2 * Lanes) + lane);
            V s13 = L.Load(to + (1 * rowTo) + (3 * Lanes) + lane);
            V s20 = L.Load(to + (2 * rowTo) + (0 * Lanes) + lane);
            V s21 = L.Load(to + (2 * rowTo) + (1 * Lanes) + lane);
            V s22 = L.Load(to + (2 * rowTo) + (2 * Lanes) + lane);
            V s23 = L.Load(to + (2 * rowTo) + (3 * Lanes) + lane);
            float* x0 = x[0] + lane;
            float* x1 = x[1] + lane;
            float* x2 = x[2] + lane;
            float* x3 = x[3] + lane;
            float* row = g + lane;
            for (nint i = 0; i < rowCount; i++, row += pitchG)
            {
                nint q = 0;
                for (nint n = 0; n < whole; n++, q += Lanes)
                {
                    V g0 = L.Load(row + (0 * planeG) + q);
                    V g1 = L.Load(row + (1 * planeG) + q);
                    V g2 = L.Load(row + (2 * planeG) + q);
                    V a0 = L.Load(x0 + q);
                    s00 = L.Fma(a0, g0, s00);
                    s10 = L.Fma(a0, g1, s10);
                    s20 = L.Fma(a0, g2, s20);
                    V a1 = L.Load(x1 + q);
                    s01 = L.Fma(a1, g0, s01);
                    s11 = L.Fma(a1, g1, s11);
                    s21 = L.Fma(a1, g2, s21);
                    V a2 = L.Load(x2 + q);
                    s02 = L.Fma(a2, g0, s02);
                    s12 = L.Fma(a2, g1, s12);
                    s22 = L.Fma(a2, g2, s22);
                    V a3 = L.Load(x3 + q);
                    s03 = L.Fma(a3, g0, s03);
                    s13 = L.Fma(a3, g1, s13);
                    s23 = L.Fma(a3, g2, s23);
                }

                if (rest > 0)
                {
                    V g0 = L.Load(row + (0 * planeG) + q);
                    V g1 = L.Load(row + (1 * planeG) + q);
                    V g2 = L.Load(row + (2 * planeG) + q);
                    V a0 = L.Select(mask, L.Load(x0 + q), zero);
                    s00 = L.Fma(a0, g0, s00);
                    s10 = L.Fma(a0, g1, s10);
                    s20 = L.Fma(a0, g2, s20);
                    V a1 = L.Select(mask, L.Load(x1 + q), zero);
                    s01 = L.Fma(a1, g0, s01);
                    s11 = L.Fma(a1, g1, s11);
                    s21 = L.Fma(a1, g2, s21);
                    V a2 = L.Select(mask, L.Load(x2 + q), zero);
                    s02 = L.Fma(a2, g0, s02);
                    s12 = L.Fma(a2, g1, s12);
                    s22 = L.Fma(a2, g2, s22);
                    V a3 = L.Select(mask, L.Load(x3 + q), zero);
                    s03 = L.Fma(a3, g0, s03);
                    s13 = L.Fma(a3, g1, s13);
                    s23 = L.Fma(a3, g2, s23);
                }

                x0 += pitch;
                x1 += pitch;
                x2 += pitch;
                x3 += pitch;
            }

            L.Store(s00, to + (0 * rowTo) + (0 * Lanes) + lane);
            L.Store(s01, to + (0 * rowTo) + (1 * Lanes) + lane);
            L.Store(s02, to + (0 * rowTo) + (2 * Lanes) + lane);
            L.Store(s03, to + (0 * rowTo) + (3 * Lanes) + lane);
            L.Store(s10, to + (1 * rowTo) + (0 * Lanes) + lane);
            L.Store(s11, to + (1 * rowTo) + (1 * Lanes) + lane);
            L.Store(s12, to + (1 * rowTo) + (2 * Lanes) + lane);
            L.Store(s13, to + (1 * rowTo) + (3 * Lanes) + lane);
            L.Store(s20, to + (2 * rowTo) + (0 * Lanes) + lane);
            L.Store(s21, to + (2 * rowTo) + (1 * Lanes) + lane);
            L.Store(s22, to + (2 * rowTo) + (2 * Lanes) + lane);
            L.Store(s23, to + (2 * rowTo) + (3 * Lanes) + lane);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile3x5<L, V>(float** x, nint pitch, float* g, nint pitchG, nint planeG, nint rowCount, nint columnCount, float* to, nint rowTo, float* places)
        where L : ILanes<V>
        where V : unmanaged
    {
        for (nint lane = 0; lane < Lanes; lane += L.Count)
        {
            nint whole = columnCount < lane + L.Count ? 0 : (columnCount - lane - L.Count) / Lanes + 1, rest = columnCount - lane - (whole * Lanes);
            V mask = L.Less(L.Load(places), L.Create((float)rest)), zero = L.Create(0f);
            V s00 = L.Load(to + (0 * rowTo) + (0 * Lanes) + lane);
            V s01 = L.Load(to + (0 * rowTo) + (1 * Lanes) + lane);
            V s02 = L.Load(to + (0 * rowTo) + (2 * Lanes) + lane);
            V s03 = L.Load(to + (0 * rowTo) + (3 * Lanes) + lane);
            V s04 = L.Load(to + (0 * rowTo) + (4 * Lanes) + lane);
            V s10 = L.Load(to + (1 * rowTo) + (0 * Lanes) + lane);
            V s11 = L.Load(to + (1 * rowTo) + (1 * Lanes) + lane);
            V s12 = L.Load(to + (1 * rowTo) + (2 * Lanes) + lane);
            V s13 = L.Load(to + (1 * rowTo) + (3 * Lanes) + lane);
            V s14 = L.Load(to + (1 * rowTo) + (4 * Lanes) + lane);
            V s20 = L.Load(to + (2 * rowTo) + (0 * Lanes) + lane);
            V s21 = L.Load(to + (2 * rowTo) + (1 * Lanes) + lane);
            V s22 = L.Load(to + (2 * rowTo) + (2 * Lanes) + lane);
            V s23 = L.Load(to + (2 * rowTo) + (3 * Lanes) + lane);
            V s24 = L.Load(to + (2 * rowTo) + (4 * Lanes) + lane);
            float* x0 = x[0] + lane;
            float* x1 = x[1] + lane;
            float* x2 = x[2] + lane;
            float* x3 = x[3] + lane;
            float* x4 = x[4] + lane;
            float* row = g + lane;
            for (nint i = 0; i < rowCount; i++, row += pitchG)
            {
                nint q = 0;
                for (nint n = 0; n < whole; n++, q += Lanes)
                {
                    V g0 = L.Load(row + (0 * planeG) + q);
                    V g1 = L.Load(row + (1 * planeG) + q);
                    V g2 = L.Load(row + (2 * planeG) + q);
                    V a0 = L.Load(x0 + q);
                    s00 = L.Fma(a0, g0, s00);
                    s10 = L.Fma(a0, g1, s10);
                    s20 = L.Fma(a0, g2, s20);
                    V a1 = L.Load(x1 + q);
                    s01 = L.Fma(a1, g0, s01);
                    s11 = L.Fma(a1, g1, s11);
                    s21 = L.Fma(a1, g2, s21);
                    V a2 = L.Load(x2 + q);
                    s02 = L.Fma(a2, g0, s02);
                    s12 = L.Fma(a2, g1, s12);
                    s22 = L.Fma(a2, g2, s22);
                    V a3 = L.Load(x3 + q);
                    s03 = L.Fma(a3, g0, s03);
                    s13 = L.Fma(a3, g1, s13);
                    s23 = L.Fma(a3, g2, s23);
                    V a4 = L.Load(x4 + q);
                    s04 = L.Fma(a4, g0, s04);
                    s14 = L.Fma(a4, g1, s14);
                    s24 = L.Fma(a4, g2, s24);
                }

                if (rest > 0)
                {
                    V g0 = L.Load(row + (0 * planeG) + q);
                    V g1 = L.Load(row + (1 * planeG) + q);
                    V g2 = L.Load(row + (2 * planeG) + q);
                    V a0 = L.Select(mask, L.Load(x0 + q), zero);
                    s00 = L.Fma(a0, g0, s00);
                    s10 = L.Fma(a0, g1, s10);
                    s20 = L.Fma(a0, g2, s20);
                    V a1 = L.Select(mask, L.Load(x1 + q), zero);
                    s01 = L.Fma(a1, g0, s01);
                    s11 = L.Fma(a1, g1, s11);
                    s21 = L.Fma(a1, g2, s21);
                    V a2 = L.Select(mask, L.Load(x2 + q), zero);
                    s02 = L.Fma(a2, g0, s02);
                    s12 = L.Fma(a2, g1, s12);
                    s22 = L.Fma(a2, g2, s22);
                    V a3 = L.Select(mask, L.Load(x3 + q), zero);
                    s03 = L.Fma(a3, g0, s03);
                    s13 = L.Fma(a3, g1, s13);
                    s23 = L.Fma(a3, g2, s23);
                    V a4 = L.Select(mask, L.Load(x4 + q), zero);
                    s04 = L.Fma(a4, g0, s04);
                    s14 = L.Fma(a4, g1, s14);
                    s24 = L.Fma(a4, g2, s24);
                }

                x0 += pitch;
                x1 += pitch;
                x2 += pitch;
                x3 += pitch;
                x4 += pitch;
            }

            L.Store(s00, to + (0 * rowTo) + (0 * Lanes) + lane);
            L.Store(s01, to + (0 * rowTo) + (1 * Lanes) + lane);
            L.Store(s02, to + (0 * rowTo) + (2 * Lanes) + lane);
            L.Store(s03, to + (0 * rowTo) + (3 * Lanes) + lane);
            L.Store(s04, to + (0 * rowTo) + (4 * Lanes) + lane);
            L.Store(s10, to + (1 * rowTo) + (0 * Lanes) + lane);
            L.Store(s11, to + (1 * rowTo) + (1 * Lanes) + lane);
            L.Store(s12, to + (1 * rowTo) + (2 * Lanes) + lane);
            L.Store(s13, to + (1 * rowTo) + (3 * Lanes) + lane);
            L.Store(s14, to + (1 * rowTo) + (4 * Lanes) + lane);
            L.Store(s20, to + (2 * rowTo) + (0 * Lanes) + lane);
            L.Store(s21, to + (2 * rowTo) + (1 * Lanes) + lane);
            L.Store(s22, to + (2 * rowTo) + (2 * Lanes) + lane);
            L.Store(s23, to + (2 * rowTo) + (3 * Lanes) + lane);
            L.Store(s24, to + (2 * rowTo) + (4 * Lanes) + lane);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile4x1<L, V>(float** x, nint pitch, float* g, nint pitchG, nint planeG, nint rowCount, nint columnCount, float* to, nint rowTo, float* places)
        where L : ILanes<V>
        where V : unmanaged
    {
        for (nint lane = 0; lane < Lanes; lane += L.Count)
        {
            nint whole = columnCount < lane + L.Count ? 0 : (columnCount - lane - L.Count) / Lanes + 1, rest = columnCount - lane - (whole * Lanes);
            V mask = L.Less(L.Load(places), L.Create((float)rest)), zero = L.Create(0f);
            V s00 = L.Load(to + (0 * rowTo) + (0 * Lanes) + lane);
            V s10 = L.Load(to + (1 * rowTo) + (0 * Lanes) + lane);
            V s20 = L.Load(to + (2 * rowTo) + (0 * Lanes) + lane);
            V s30 = L.Load(to + (3 * rowTo) + (0 * Lanes) + lane);
            float* x0 = x[0] + lane;
            float* row = g + lane;
            for (nint i = 0; i < rowCount; i++, row += pitchG)
            {
                nint q = 0;
                for (nint n = 0; n < whole; n++, q += Lanes)
                {
                    V g0 = L.Load(row + (0 * planeG) + q);
                    V g1 = L.Load(row + (1 * planeG) + q);
                    V g2 = L.Load(row + (2 * planeG) + q);
                    V g3 = L.Load(row + (3 * planeG) + q);
                    V a0 = L.Load(x0 + q);
                    s00 = L.Fma(a0, g0, s00);
                    s10 = L.Fma(a0, g1, s10);
                    s20 = L.Fma(a0, g2, s20);
                    s30 = L.Fma(a0, g3, s30);
                }

                if (rest > 0)
                {
                    V g0 = L.Load(row + (0 * planeG) + q);
                    V g1 = L.Load(row + (1 * planeG) + q);
                    V g2 = L.Load(row + (2 * planeG) + q);
                    V g3 = L.Load(row + (3 * planeG) + q);
                    V a0 = L.Select(mask, L.Load(x0 + q), zero);
                    s00 = L.Fma(a0, g0, s00);
                    s10 = L.Fma(a0, g1, s10);
                    s20 = L.Fma(a0, g2, s20);
                    s30 = L.Fma(a0, g3, s30);
                }

                x0 += pitch;
            }

            L.Store(s00, to + (0 * rowTo) + (0 * Lanes) + lane);
            L.Store(s10, to + (1 * rowTo) + (0 * Lanes) + lane);
            L.Store(s20, to + (2 * rowTo) + (0 * Lanes) + lane);
            L.Store(s30, to + (3 * rowTo) + (0 * Lanes) + lane);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile4x2<L, V>(float** x, nint pitch, float* g, nint pitchG, nint planeG, nint rowCount, nint columnCount, float* to, nint rowTo, float* places)
        where L : ILanes<V>
        where V : unmanaged
    {
        for (nint lane = 0; lane < Lanes; lane += L.Count)
        {
            nint whole = columnCount < lane + L.Count ? 0 : (columnCount - lane - L.Count) / Lanes + 1, rest = columnCount - lane - (whole * Lanes);
            V mask = L.Less(L.Load(places), L.Create((float)rest)), zero = L.Create(0f);
            V s00 = L.Load(to + (0 * rowTo) + (0 * Lanes) + lane);
            V s01 = L.Load(to + (0 * rowTo) + (1 * Lanes) + lane);
            V s10 = L.Load(to + (1 * rowTo) + (0 * Lanes) + lane);
            V s11 = L.Load(to + (1 * rowTo) + (1 * Lanes) + lane);
            V s20 = L.Load(to + (2 * rowTo) + (0 * Lanes) + lane);
            V s21 = L.Load(to + (2 * rowTo) + (1 * Lanes) + lane);
            V s30 = L.Load(to + (3 * rowTo) + (0 * Lanes) + lane);
            V s31 = L.Load(to + (3 * rowTo) + (1 * Lanes) + lane);
            float* x0 = x[0] + lane;
            float* x1 = x[1] + lane;
            float* row = g + lane;
            for (nint i = 0; i < rowCount; i++, row += pitchG)
            {
                nint q = 0;
                for (nint n = 0; n < whole; n++, q += Lanes)
                {
                    V g0 = L.Load(row + (0 * planeG) + q);
                    V g1 = L.Load(row + (1 * planeG) + q);
                    V g2 = L.Load(row + (2 * planeG) + q);
                    V g3 = L.Load(row + (3 * planeG) + q);
                    V a0 = L.Load(x0 + q);
                    s00 = L.Fma(a0, g0, s00);
                    s10 = L.Fma(a0, g1, s10);
                    s20 = L.Fma(a0, g2, s20);
                    s30 = L.Fma(a0, g3, s30);
                    V a1 = L.Load(x1 + q);
                    s01 = L.Fma(a1, g0, s01);
                    s11 = L.Fma(a1, g1, s11);
                    s21 = L.Fma(a1, g2, s21);
                    s31 = L.Fma(a1, g3, s31);
                }

                if (rest > 0)
                {
                    V g0 = L.Load(row + (0 * planeG) + q);
                    V g1 = L.Load(row + (1 * planeG) + q);
                    V g2 = L.Load(row + (2 * planeG) + q);
                    V g3 = L.Load(row + (3 * planeG) + q);
                    V a0 = L.Select(mask, L.Load(x0 + q), zero);
                    s00 = L.Fma(a0, g0, s00);
                    s10 = L.Fma(a0, g1, s10);
                    s20 = L.Fma(a0, g2, s20);
                    s30 = L.Fma(a0, g3, s30);
                    V a1 = L.Select(mask, L.Load(x1 + q), zero);
                    s01 = L.Fma(a1, g0, s01);
                    s11 = L.Fma(a1, g1, s11);
                    s21 = L.Fma(a1, g2, s21);
                    s31 = L.Fma(a1, g3, s31);
                }

                x0 += pitch;
                x1 += pitch;
            }

            L.Store(s00, to + (0 * rowTo) + (0 * Lanes) + lane);
            L.Store(s01, to + (0 * rowTo) + (1 * Lanes) + lane);
            L.Store(s10, to + (1 * rowTo) + (0 * Lanes) + lane);
            L.Store(s11, to + (1 * rowTo) + (1 * Lanes) + lane);
            L.Store(s20, to + (2 * rowTo) + (0 * Lanes) + lane);
            L.Store(s21, to + (2 * rowTo) + (1 * Lanes) + lane);
            L.Store(s30, to + (3 * rowTo) + (0 * Lanes) + lane);
            L.Store(s31, to + (3 * rowTo) + (1 * Lanes) + lane);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile4x3<L, V>(float** x, nint pitch, float* g, nint pitchG, nint planeG, nint rowCount, nint columnCount, float* to, nint rowTo, float* places)
        where L : ILanes<V>
        where V : unmanaged
    {
        for (nint lane = 0; lane < Lanes; lane += L.Count)
        {
            nint whole = columnCount < lane + L.Count ? 0 : (columnCount - lane - L.Count) / Lanes + 1, rest = columnCount - lane - (whole * Lanes);
            V mask = L.Less(L.Load(places), L.Create((float)rest)), zero = L.Create(0f);
            V s00 = L.Load(to + (0 * rowTo) + (0 * Lanes) + lane);
            V s01 = L.Load(to + (0 * rowTo) + (1 * Lanes) + lane);
            V s02 = L.Load(to + (0 * rowTo) + (2 * Lanes) + lane);
            V s10 = L.Load(to + (1 * rowTo) + (0 * Lanes) + lane);
            V s11 = L.Load(to + (1 * rowTo) + (1 * Lanes) + lane);
            V s12 = L.Load(to + (1 * rowTo) + (2 * Lanes) + lane);
            V s20 = L.Load(to + (2 * rowTo) + (0 * Lanes) + lane);
            V s21 = L.Load(to + (2 * rowTo) + (1 * Lanes) + lane);
            V s22 = L.Load(to + (2 * rowTo) + (2 * Lanes) + lane);
            V s30 = L.Load(to + (3 * rowTo) + (0 * Lanes) + lane);
            V s31 = L.Load(to + (3 * rowTo) + (1 * Lanes) + lane);
            V s32 = L.Load(to + (3 * rowTo) + (2 * Lanes) + lane);
            float* x0 = x[0] + lane;
            float* x1 = x[1] + lane;
            float* x2 = x[2] + lane;
            float* row = g + lane;
            for (nint i = 0; i < rowCount; i++, row += pitchG)
            {
                nint q = 0;
                for (nint n = 0; n < whole; n++, q += Lanes)
                {
                    V g0 = L.Load(row + (0 * planeG) + q);
                    V g1 = L.Load(row + (1 * planeG) + q);
                    V g2 = L.Load(row + (2 * planeG) + q);
                    V g3 = L.Load(row + (3 * planeG) + q);
                    V a0 = L.Load(x0 + q);
                    s00 = L.Fma(a0, g0, s00);
                    s10 = L.Fma(a0, g1, s10);
                    s20 = L.Fma(a0, g2, s20);
                    s30 = L.Fma(a0, g3, s30);
                    V a1 = L.Load(x1 + q);
                    s01 = L.Fma(a1, g0, s01);
                    s11 = L.Fma(a1, g1, s11);
                    s21 = L.Fma(a1, g2, s21);
                    s31 = L.Fma(a1, g3, s31);
                    V a2 = L.Load(x2 + q);
                    s02 = L.Fma(a2, g0, s02);
                    s12 = L.Fma(a2, g1, s12);
                    s22 = L.Fma(a2, g2, s22);
                    s32 = L.Fma(a2, g3, s32);
                }

                if (rest > 0)
                {
                    V g0 = L.Load(row + (0 * planeG) + q);
                    V g1 = L.Load(row + (1 * planeG) + q);
                    V g2 = L.Load(row + (2 * planeG) + q);
                    V g3 = L.Load(row + (3 * planeG) + q);
                    V a0 = L.Select(mask, L.Load(x0 + q), zero);
                    s00 = L.Fma(a0, g0, s00);
                    s10 = L.Fma(a0, g1, s10);
                    s20 = L.Fma(a0, g2, s20);
                    s30 = L.Fma(a0, g3, s30);
                    V a1 = L.Select(mask, L.Load(x1 + q), zero);
                    s01 = L.Fma(a1, g0, s01);
                    s11 = L.Fma(a1, g1, s11);
                    s21 = L.Fma(a1, g2, s21);
                    s31 = L.Fma(a1, g3, s31);
                    V a2 = L.Select(mask, L.Load(x2 + q), zero);
                    s02 = L.Fma(a2, g0, s02);
                    s12 = L.Fma(a2, g1, s12);
                    s22 = L.Fma(a2, g2, s22);
                    s32 = L.Fma(a2, g3, s32);
                }

                x0 += pitch;
                x1 += pitch;
                x2 += pitch;
            }

            L.Store(s00, to + (0 * rowTo) + (0 * Lanes) + lane);
            L.Store(s01, to + (0 * rowTo) + (1 * Lanes) + lane);
            L.Store(s02, to + (0 * rowTo) + (2 * Lanes) + lane);
            L.Store(s10, to + (1 * rowTo) + (0 * Lanes) + lane);
            L.Store(s11, to + (1 * rowTo) + (1 * Lanes) + lane);
            L.Store(s12, to + (1 * rowTo) + (2 * Lanes) + lane);
            L.Store(s20, to + (2 * rowTo) + (0 * Lanes) + lane);
            L.Store(s21, to + (2 * rowTo) + (1 * Lanes) + lane);
            L.Store(s22, to + (2 * rowTo) + (2 * Lanes) + lane);
            L.Store(s30, to + (3 * rowTo) + (0 * Lanes) + lane);
            L.Store(s31, to + (3 * rowTo) + (1 * Lanes) + lane);
            L.Store(s32, to + (3 * rowTo) + (2 * Lanes) + lane);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile4x4<L, V>(float** x, nint pitch, float* g, nint pitchG, nint planeG, nint rowCount, nint columnCount, float* to, nint rowTo, float* places)
        where L : ILanes<V>
        where V : unmanaged
    {
        for (nint lane = 0; lane < Lanes; lane += L.Count)
        {
            nint whole = columnCount < lane + L.Count ? 0 : (columnCount - lane - L.Count) / Lanes + 1, rest = columnCount - lane - (whole * Lanes);
            V mask = L.Less(L.Load(places), L.Create((float)rest)), zero = L.Create(0f);
            V s00 = L.Load(to + (0 * rowTo) + (0 * Lanes) + lane);
            V s01 = L.Load(to + (0 * rowTo) + (1 * Lanes) + lane);
            V s02 = L.Load(to + (0 * rowTo) + (2 * Lanes) + lane);
            V s03 = L.Load(to + (0 * rowTo) + (3 * Lanes) + lane);
            V s10 = L.Load(to + (1 * rowTo) + (0 * Lanes) + lane);
            V s11 = L.Load(to + (1 * rowTo) + (1 * Lanes) + lane);
            V s12 = L.Load(to + (1 * rowTo) + (2 * Lanes) + lane);
            V s13 = L.Load(to + (1 * rowTo) + (3 * Lanes) + lane);
            V s20 = L.Load(to + (2 * rowTo) + (0 * Lanes) + lane);
            V s21 = L.Load(to + (2 * rowTo) + (1 * Lanes) + lane);
            V s22 = L.Load(to + (2 * rowTo) + (2 * Lanes) + lane);
            V s23 = L.Load(to + (2 * rowTo) + (3 * Lanes) + lane);
            V s30 = L.Load(to + (3 * rowTo) + (0 * Lanes) + lane);
            V s31 = L.Load(to + (3 * rowTo) + (1 * Lanes) + lane);
            V s32 = L.Load(to + (3 * rowTo) + (2 * Lanes) + lane);
            V s33 = L.Load(to + (3 * rowTo) + (3 * Lanes) + lane);
            float* x0 = x[0] + lane;
            float* x1 = x[1] + lane;
            float* x2 = x[2] + lane;
            float* x3 = x[3] + lane;
            float* row = g + lane;
            for (nint i = 0; i < rowCount; i++, row += pitchG)
            {
                nint q = 0;
                for (nint n = 0; n < whole; n++, q += Lanes)
                {
                    V g0 = L.Load(row + (0 * planeG) + q);
                    V g1 = L.Load(row + (1 * planeG) + q);
                    V g2 = L.Load(row + (2 * planeG) + q);
                    V g3 = L.Load(row + (3 * planeG) + q);
                    V a0 = L.Load(x0 + q);
                    s00 = L.Fma(a0, g0, s00);
                    s10 = L.Fma(a0, g1, s10);
                    s20 = L.Fma(a0, g2, s20);
                    s30 = L.Fma(a0, g3, s30);
                    V a1 = L.Load(x1 + q);
                    s01 = L.Fma(a1, g0, s01);
                    s11 = L.Fma(a1, g1, s11);
                    s21 = L.Fma(a1, g2, s21);
                    s31 = L.Fma(a1, g3, s31);
                    V a2 = L.Load(x2 + q);
                    s02 = L.Fma(a2, g0, s02);
                    s12 = L.Fma(a2, g1, s12);
                    s22 = L.Fma(a2, g2, s22);
                    s32 = L.Fma(a2, g3, s32);
                    V a3 = L.Load(x3 + q);
                    s03 = L.Fma(a3, g0, s03);
                    s13 = L.Fma(a3, g1, s13);
                    s23 = L.Fma(a3, g2, s23);
                    s33 = L.Fma(a3, g3, s33);
                }

                if (rest > 0)
                {
                    V g0 = L.Load(row + (0 * planeG) + q);
                    V g1 = L.Load(row + (1 * planeG) + q);
                    V g2 = L.Load(row + (2 * planeG) + q);
                    V g3 = L.Load(row + (3 * planeG) + q);
                    V a0 = L.Select(mask, L.Load(x0 + q), zero);
                    s00 = L.Fma(a0, g0, s00);
                    s10 = L.Fma(a0, g1, s10);
                    s20 = L.Fma(a0, g2, s20);
                    s30 = L.Fma(a0, g3, s30);
                    V a1 = L.Select(mask, L.Load(x1 + q), zero);
                    s01 = L.Fma(a1, g0, s01);
                    s11 = L.Fma(a1, g1, s11);
                    s21 = L.Fma(a1, g2, s21);
                    s31 = L.Fma(a1, g3, s31);
                    V a2 = L.Select(mask, L.Load(x2 + q), zero);
                    s02 = L.Fma(a2, g0, s02);
                    s12 = L.Fma(a2, g1, s12);
                    s22 = L.Fma(a2, g2, s22);
                    s32 = L.Fma(a2, g3, s32);
                    V a3 = L.Select(mask, L.Load(x3 + q), zero);
                    s03 = L.Fma(a3, g0, s03);
                    s13 = L.Fma(a3, g1, s13);
                    s23 = L.Fma(a3, g2, s23);
                    s33 = L.Fma(a3, g3, s33);
                }

                x0 += pitch;
                x1 += pitch;
                x2 += pitch;
                x3 += pitch;
            }

            L.Store(s00, to + (0 * rowTo) + (0 * Lanes) + lane);
            L.Store(s01, to + (0 * rowTo) + (1 * Lanes) + lane);
            L.Store(s02, to + (0 * rowTo) + (2 * Lanes) + lane);
            L.Store(s03, to + (0 * rowTo) + (3 * Lanes) + lane);
            L.Store(s10, to + (1 * rowTo) + (0 * Lanes) + lane);
            L.Store(s11, to + (1 * rowTo) + (1 * Lanes) + lane);
            L.Store(s12, to + (1 * rowTo) + (2 * Lanes) + lane);
            L.Store(s13, to + (1 * rowTo) + (3 * Lanes) + lane);
            L.Store(s20, to + (2 * rowTo) + (0 * Lanes) + lane);
            L.Store(s21, to + (2 * rowTo) + (1 * Lanes) + lane);
            L.Store(s22, to + (2 * rowTo) + (2 * Lanes) + lane);
            L.Store(s23, to + (2 * rowTo) + (3 * Lanes) + lane);
            L.Store(s30, to + (3 * rowTo) + (0 * Lanes) + lane);
            L.Store(s31, to + (3 * rowTo) + (1 * Lanes) + lane);
            L.Store(s32, to + (3 * rowTo) + (2 * Lanes) + lane);
            L.Store(s33, to + (3 * rowTo) + (3 * Lanes) + lane);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile4x5<L, V>(float** x, nint pitch, float* g, nint pitchG, nint planeG, nint rowCount, nint columnCount, float* to, nint rowTo, float* places)
        where L : ILanes<V>
        where V : unmanaged
    {
        for (nint lane = 0; lane < Lanes; lane += L.Count)
        {
            nint whole = columnCount < lane + L.Count ? 0 : (columnCount - lane - L.Count) / Lanes + 1, rest = columnCount - lane - (whole * Lanes);
            V mask = L.Less(L.Load(places), L.Create((float)rest)), zero = L.Create(0f);
            V s00 = L.Load(to + (0 * rowTo) + (0 * Lanes) + lane);
            V s01 = L.Load(to + (0 * rowTo) + (1 * Lanes) + lane);
            V s02 = L.Load(to + (0 * rowTo) + (2 * Lanes) + lane);
            V s03 = L.Load(to + (0 * rowTo) + (3 * Lanes) + lane);
            V s04 = L.Load(to + (0 * rowTo) + (4 * Lanes) + lane);
            V s10 = L.Load(to + (1 * rowTo) + (0 * Lanes) + lane);
            V s11 = L.Load(to + (1 * rowTo) + (1 * Lanes) + lane);
            V s12 = L.Load(to + (1 * rowTo) + (2 * Lanes) + lane);
            V s13 = L.Load(to + (1 * rowTo) + (3 * Lanes) + lane);
            V s14 = L.Load(to + (1 * rowTo) + (4 * Lanes) + lane);
            V s20 = L.Load(to + (2 * rowTo) + (0 * Lanes) + lane);
            V s21 = L.Load(to + (2 * rowTo) + (1 * Lanes) + lane);
            V s22 = L.Load(to + (2 * rowTo) + (2 * Lanes) + lane);
            V s23 = L.Load(to + (2 * rowTo) + (3 * Lanes) + lane);
            V s24 = L.Load(to + (2 * rowTo) + (4 * Lanes) + lane);
            V s30 = L.Load(to + (3 * rowTo) + (0 * Lanes) + lane);
            V s31 = L.Load(to + (3 * rowTo) + (1 * Lanes) + lane);
            V s32 = L.Load(to + (3 * rowTo) + (2 * Lanes) + lane);
            V s33 = L.Load(to + (3 * rowTo) + (3 * Lanes) + lane);
            V s34 = L.Load(to + (3 * rowTo) + (4 * Lanes) + lane);
            float* x0 = x[0] + lane;
            float* x1 = x[1] + lane;
            float* x2 = x[2] + lane;
            float* x3 = x[3] + lane;
            float* x4 = x[4] + lane;
            float* row = g + lane;
            for (nint i = 0; i < rowCount; i++, row += pitchG)
            {
                nint q = 0;
                for (nint n = 0; n < whole; n++, q += Lanes)
                {
                    V g0 = L.Load(row + (0 * planeG) + q);
                    V g1 = L.Load(row + (1 * planeG) + q);
                    V g2 = L.Load(row + (2 * planeG) + q);
                    V g3 = L.Load(row + (3 * planeG) + q);
                    V a0 = L.Load(x0 + q);
                    s00 = L.Fma(a0, g0, s00);
                    s10 = L.Fma(a0, g1, s10);
                    s20 = L.Fma(a0, g2, s20);
                    s30 = L.Fma(a0, g3, s30);
                    V a1 = L.Load(x1 + q);
                    s01 = L.Fma(a1, g0, s01);
                    s11 = L.Fma(a1, g1, s11);
                    s21 = L.Fma(a1, g2, s21);
                    s31 = L.Fma(a1, g3, s31);
                    V a2 = L.Load(x2 + q);
                    s02 = L.Fma(a2, g0, s02);
                    s12 = L.Fma(a2, g1, s12);
                    s22 = L.Fma(a2, g2, s22);
                    s32 = L.Fma(a2, g3, s32);
                    V a3 = L.Load(x3 + q);
                    s03 = L.Fma(a3, g0, s03);
                    s13 = L.Fma(a3, g1, s13);
                    s23 = L.Fma(a3, g2, s23);
                    s33 = L.Fma(a3, g3, s33);
                    V a4 = L.Load(x4 + q);
                    s04 = L.Fma(a4, g0, s04);
                    s14 = L.Fma(a4, g1, s14);
                    s24 = L.Fma(a4, g2, s24);
                    s34 = L.Fma(a4, g3, s34);
                }

                if (rest > 0)
                {
                    V g0 = L.Load(row + (0 * planeG) + q);
                    V g1 = L.Load(row + (1 * planeG) + q);
                    V g2 = L.Load(row + (2 * planeG) + q);
                    V g3 = L.Load(row + (3 * planeG) + q);
                    V a0 = L.Select(mask, L.Load(x0 + q), zero);
                    s00 = L.Fma(a0, g0, s00);
                    s10 = L.Fma(a0, g1, s10);
                    s20 = L.Fma(a0, g2, s20);
                    s30 = L.Fma(a0, g3, s30);
                    V a1 = L.Select(mask, L.Load(x1 + q), zero);
                    s01 = L.Fma(a1, g0, s01);
                    s11 = L.Fma(a1, g1, s11);
                    s21 = L.Fma(a1, g2, s21);
                    s31 = L.Fma(a1, g3, s31);
                    V a2 = L.Select(mask, L.Load(x2 + q), zero);
                    s02 = L.Fma(a2, g0, s02);
                    s12 = L.Fma(a2, g1, s12);
                    s22 = L.Fma(a2, g2, s22);
                    s32 = L.Fma(a2, g3, s32);
                    V a3 = L.Select(mask, L.Load(x3 + q), zero);
                    s03 = L.Fma(a3, g0, s03);
                    s13 = L.Fma(a3, g1, s13);
                    s23 = L.Fma(a3, g2, s23);
                    s33 = L.Fma(a3, g3, s33);
                    V a4 = L.Select(mask, L.Load(x4 + q), zero);
                    s04 = L.Fma(a4, g0, s04);
                    s14 = L.Fma(a4, g1, s14);
                    s24 = L.Fma(a4, g2, s24);
                    s34 = L.Fma(a4, g3, s34);
                }

                x0 += pitch;
                x1 += pitch;
                x2 += pitch;
                x3 += pitch;
                x4 += pitch;
            }

            L.Store(s00, to + (0 * rowTo) + (0 * Lanes) + lane);
            L.Store(s01, to + (0 * rowTo) + (1 * Lanes) + lane);
            L.Store(s02, to + (0 * rowTo) + (2 * Lanes) + lane);
            L.Store(s03, to + (0 * rowTo) + (3 * Lanes) + lane);
            L.Store(s04, to + (0 * rowTo) + (4 * Lanes) + lane);
            L.Store(s10, to + (1 * rowTo) + (0 * Lanes) + lane);
            L.Store(s11, to + (1 * rowTo) + (1 * Lanes) + lane);
            L.Store(s12, to + (1 * rowTo) + (2 * Lanes) + lane);
            L.Store(s13, to + (1 * rowTo) + (3 * Lanes) + lane);
            L.Store(s14, to + (1 * rowTo) + (4 * Lanes) + lane);
            L.Store(s20, to + (2 * rowTo) + (0 * Lanes) + lane);
            L.Store(s21, to + (2 * rowTo) + (1 * Lanes) + lane);
            L.Store(s22, to + (2 * rowTo) + (2 * Lanes) + lane);
            L.Store(s23, to + (2 * rowTo) + (3 * Lanes) + lane);
            L.Store(s24, to + (2 * rowTo) + (4 * Lanes) + lane);
            L.Store(s30, to + (3 * rowTo) + (0 * Lanes) + lane);
            L.Store(s31, to + (3 * rowTo) + (1 * Lanes) + lane);
            L.Store(s32, to + (3 * rowTo) + (2 * Lanes) + lane);
            L.Store(s33, to + (3 * rowTo) + (3 * Lanes) + lane);
            L.Store(s34, to + (3 * rowTo) + (4 * Lanes) + lane);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile1x6<L, V>(float** x, nint pitch, float* g, nint pitchG, nint planeG, nint rowCount, nint columnCount, float* to, nint rowTo, float* places)
        where L : ILanes<V>
        where V : unmanaged
    {
        for (nint lane = 0; lane < Lanes; lane += L.Count)
        {
            nint whole = columnCount < lane + L.Count ? 0 : (columnCount - lane - L.Count) / Lanes + 1, rest = columnCount - lane - (whole * Lanes);
            V mask = L.Less(L.Load(places), L.Create((float)rest)), zero = L.Create(0f);
            V s00 = L.Load(to + (0 * rowTo) + (0 * Lanes) + lane);
            V s01 = L.Load(to + (0 * rowTo) + (1 * Lanes) + lane);
            V s02 = L.Load(to + (0 * rowTo) + (2 * Lanes) + lane);
            V s03 = L.Load(to + (0 * rowTo) + (3 * Lanes) + lane);
            V s04 = L.Load(to + (0 * rowTo) + (4 * Lanes) + lane);
            V s05 = L.Load(to + (0 * rowTo) + (5 * Lanes) + lane);
            float* x0 = x[0] + lane;
            float* x1 = x[1] + lane;
            float* x2 = x[2] + lane;
            float* x3 = x[3] + lane;
            float* x4 = x[4] + lane;
            float* x5 = x[5] + lane;
            float* row = g + lane;
            for (nint i = 0; i < rowCount; i++, row += pitchG)
            {
                nint q = 0;
                for (nint n = 0; n < whole; n++, q += Lanes)
                {
                    V g0 = L.Load(row + (0 * planeG) + q);
                    V a0 = L.Load(x0 + q);
                    s00 = L.Fma(a0, g0, s00);
                    V a1 = L.Load(x1 + q);
                    s01 = L.Fma(a1, g0, s01);
                    V a2 = L.Load(x2 + q);
                    s02 = L.Fma(a2, g0, s02);
                    V a3 = L.Load(x3 + q);
                    s03 = L.Fma(a3, g0, s03);
                    V a4 = L.Load(x4 + q);
                    s04 = L.Fma(a4, g0, s04);
                    V a5 = L.Load(x5 + q);
                    s05 = L.Fma(a5, g0, s05);
                }

                if (rest > 0)
                {
                    V g0 = L.Load(row + (0 * planeG) + q);
                    V a0 = L.Select(mask, L.Load(x0 + q), zero);
                    s00 = L.Fma(a0, g0, s00);
                    V a1 = L.Select(mask, L.Load(x1 + q), zero);
                    s01 = L.Fma(a1, g0, s01);
                    V a2 = L.Select(mask, L.Load(x2 + q), zero);
                    s02 = L.Fma(a2, g0, s02);
                    V a3 = L.Select(mask, L.Load(x3 + q), zero);
                    s03 = L.Fma(a3, g0, s03);
                    V a4 = L.Select(mask, L.Load(x4 + q), zero);
                    s04 = L.Fma(a4, g0, s04);
                    V a5 = L.Select(mask, L.Load(x5 + q), zero);
                    s05 = L.Fma(a5, g0, s05);
                }

                x0 += pitch;
                x1 += pitch;
                x2 += pitch;
                x3 += pitch;
                x4 += pitch;
                x5 += pitch;
            }

            L.Store(s00, to + (0 * rowTo) + (0 * Lanes) + lane);
            L.Store(s01, to + (0 * rowTo) + (1 * Lanes) + lane);
            L.Store(s02, to + (0 * rowTo) + (2 * Lanes) + lane);
            L.Store(s03, to + (0 * rowTo) + (3 * Lanes) + lane);
            L.Store(s04, to + (0 * rowTo) + (4 * Lanes) + lane);
            L.Store(s05, to + (0 * rowTo) + (5 * Lanes) + lane);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile1x7<L, V>(float** x, nint pitch, float* g, nint pitchG, nint planeG, nint rowCount, nint columnCount, float* to, nint rowTo, float* places)
        where L : ILanes<V>
        where V : unmanaged
    {
        for (nint lane = 0; lane < Lanes; lane += L.Count)
        {
            nint whole = columnCount < lane + L.Count ? 0 : (columnCount - lane - L.Count) / Lanes + 1, rest = columnCount - lane - (whole * Lanes);
            V mask = L.Less(L.Load(places), L.Create((float)rest)), zero = L.Create(0f);
            V s00 = L.Load(to + (0 * rowTo) + (0 * Lanes) + lane);
            V s01 = L.Load(to + (0 * rowTo) + (1 * Lanes) + lane);
            V s02 = L.Load(to + (0 * rowTo) + (2 * Lanes) + lane);
            V s03 = L.Load(to + (0 * rowTo) + (3 * Lanes) + lane);
            V s04 = L.Load(to + (0 * rowTo) + (4 * Lanes) + lane);
            V s05 = L.Load(to + (0 * rowTo) + (5 * Lanes) + lane);
            V s06 = L.Load(to + (0 * rowTo) + (6 * Lanes) + lane);
            float* x0 = x[0] + lane;
            float* x1 = x[1] + lane;
            float* x2 = x[2] + lane;
            float* x3 = x[3] + lane;
            float* x4 = x[4] + lane;
            float* x5 = x[5] + lane;
            float* x6 = x[6] + lane;
            float* row = g + lane;
            for (nint i = 0; i < rowCount; i++, row += pitchG)
            {
                nint q = 0;
                for (nint n = 0; n < whole; n++, q += Lanes)
                {
                    V g0 = L.Load(row + (0 * planeG) + q);
                    V a0 = L.Load(x0 + q);
                    s00 = L.Fma(a0, g0, s00);
                    V a1 = L.Load(x1 + q);
                    s01 = L.Fma(a1, g0, s01);
                    V a2 = L.Load(x2 + q);
                    s02 = L.Fma(a2, g0, s02);
                    V a3 = L.Load(x3 + q);
                    s03 = L.Fma(a3, g0, s03);
                    V a4 = L.Load(x4 + q);
                    s04 = L.Fma(a4, g0, s04);
                    V a5 = L.Load(x5 + q);
                    s05 = L.Fma(a5, g0, s05);
                    V a6 = L.Load(x6 + q);
                    s06 = L.Fma(a6, g0, s06);
                }

                if (rest > 0)
                {
                    V g0 = L.Load(row + (0 * planeG) + q);
                    V a0 = L.Select(mask, L.Load(x0 + q), zero);
                    s00 = L.Fma(a0, g0, s00);
                    V a1 = L.Select(mask, L.Load(x1 + q), zero);
                    s01 = L.Fma(a1, g0, s01);
                    V a2 = L.Select(mask, L.Load(x2 + q), zero);
                    s02 = L.Fma(a2, g0, s02);
                    V a3 = L.Select(mask, L.Load(x3 + q), zero);
                    s03 = L.Fma(a3, g0, s03);
                    V a4 = L.Select(mask, L.Load(x4 + q), zero);
                    s04 = L.Fma(a4, g0, s04);
                    V a5 = L.Select(mask, L.Load(x5 + q), zero);
                    s05 = L.Fma(a5, g0, s05);
                    V a6 = L.Select(mask, L.Load(x6 + q), zero);
                    s06 = L.Fma(a6, g0, s06);
                }

                x0 += pitch;
                x1 += pitch;
                x2 += pitch;
                x3 += pitch;
                x4 += pitch;
                x5 += pitch;
                x6 += pitch;
            }

            L.Store(s00, to + (0 * rowTo) + (0 * Lanes) + lane);
            L.Store(s01, to + (0 * rowTo) + (1 * Lanes) + lane);
            L.Store(s02, to + (0 * rowTo) + (2 * Lanes) + lane);
            L.Store(s03, to + (0 * rowTo) + (3 * Lanes) + lane);
            L.Store(s04, to + (0 * rowTo) + (4 * Lanes) + lane);
            L.Store(s05, to + (0 * rowTo) + (5 * Lanes) + lane);
            L.Store(s06, to + (0 * rowTo) + (6 * Lanes) + lane);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile1x8<L, V>(float** x, nint pitch, float* g, nint pitchG, nint planeG, nint rowCount, nint columnCount, float* to, nint rowTo, float* places)
        where L : ILanes<V>
        where V : unmanaged
    {
        for (nint lane = 0; lane < Lanes; lane += L.Count)
        {
            nint whole = columnCount < lane + L.Count ? 0 : (columnCount - lane - L.Count) / Lanes + 1, rest = columnCount - lane - (whole * Lanes);
            V mask = L.Less(L.Load(places), L.Create((float)rest)), zero = L.Create(0f);
            V s00 = L.Load(to + (0 * rowTo) + (0 * Lanes) + lane);
            V s01 = L.Load(to + (0 * rowTo) + (1 * Lanes) + lane);
            V s02 = L.Load(to + (0 * rowTo) + (2 * Lanes) + lane);
            V s03 = L.Load(to + (0 * rowTo) + (3 * Lanes) + lane);
            V s04 = L.Load(to + (0 * rowTo) + (4 * Lanes) + lane);
            V s05 = L.Load(to + (0 * rowTo) + (5 * Lanes) + lane);
            V s06 = L.Load(to + (0 * rowTo) + (6 * Lanes) + lane);
            V s07 = L.Load(to + (0 * rowTo) + (7 * Lanes) + lane);
            float* x0 = x[0] + lane;
            float* x1 = x[1] + lane;
            float* x2 = x[2] + lane;
            float* x3 = x[3] + lane;
            float* x4 = x[4] + lane;
            float* x5 = x[5] + lane;
            float* x6 = x[6] + lane;
            float* x7 = x[7] + lane;
            float* row = g + lane;
            for (nint i = 0; i < rowCount; i++, row += pitchG)
            {
                nint q = 0;
                for (nint n = 0; n < whole; n++, q += Lanes)
                {
                    V g0 = L.Load(row + (0 * planeG) + q);
                    V a0 = L.Load(x0 + q);
                    s00 = L.Fma(a0, g0, s00);
                    V a1 = L.Load(x1 + q);
                    s01 = L.Fma(a1, g0, s01);
                    V a2 = L.Load(x2 + q);
                    s02 = L.Fma(a2, g0, s02);
                    V a3 = L.Load(x3 + q);
                    s03 = L.Fma(a3, g0, s03);
                    V a4 = L.Load(x4 + q);
                    s04 = L.Fma(a4, g0, s04);
                    V a5 = L.Load(x5 + q);
                    s05 = L.Fma(a5, g0, s05);
                    V a6 = L.Load(x6 + q);
                    s06 = L.Fma(a6, g0, s06);
                    V a7 = L.Load(x7 + q);
                    s07 = L.Fma(a7, g0, s07);
                }

                if (rest > 0)
                {
                    V g0 = L.Load(row + (0 * planeG) + q);
                    V a0 = L.Select(mask, L.Load(x0 + q), zero);
                    s00 = L.Fma(a0, g0, s00);
                    V a1 = L.Select(mask, L.Load(x1 + q), zero);
                    s01 = L.Fma(a1, g0, s01);
                    V a2 = L.Select(mask, L.Load(x2 + q), zero);
                    s02 = L.Fma(a2, g0, s02);
                    V a3 = L.Select(mask, L.Load(x3 + q), zero);
                    s03 = L.Fma(a3, g0, s03);
                    V a4 = L.Select(mask, L.Load(x4 + q), zero);
                    s04 = L.Fma(a4, g0, s04);
                    V a5 = L.Select(mask, L.Load(x5 + q), zero);
                    s05 = L.Fma(a5, g0, s05);
                    V a6 = L.Select(mask, L.Load(x6 + q), zero);
                    s06 = L.Fma(a6, g0, s06);
                    V a7 = L.Select(mask, L.Load(x7 + q), zero);
                    s07 = L.Fma(a7, g0, s07);
                }

                x0 += pitch;
                x1 += pitch;
                x2 += pitch;
                x3 += pitch;
                x4 += pitch;
                x5 += pitch;
                x6 += pitch;
                x7 += pitch;
            }

            L.Store(s00, to + (0 * rowTo) + (0 * Lanes) + lane);
            L.Store(s01, to + (0 * rowTo) + (1 * Lanes) + lane);
            L.Store(s02, to + (0 * rowTo) + (2 * Lanes) + lane);
            L.Store(s03, to + (0 * rowTo) + (3 * Lanes) + lane);
            L.Store(s04, to + (0 * rowTo) + (4 * Lanes) + lane);
            L.Store(s05, to + (0 * rowTo) + (5 * Lanes) + lane);
            L.Store(s06, to + (0 * rowTo) + (6 * Lanes) + lane);
            L.Store(s07, to + (0 * rowTo) + (7 * Lanes) + lane);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile1x9<L, V>(float** x, nint pitch, float* g, nint pitchG, nint planeG, nint rowCount, nint columnCount, float* to, nint rowTo, float* places)
        where L : ILanes<V>
        where V : unmanaged
    {
        for (nint lane = 0; lane < Lanes; lane += L.Count)
        {
            nint whole = columnCount < lane + L.Count ? 0 : (columnCount - lane - L.Count) / Lanes + 1, rest = columnCount - lane - (whole * Lanes);
            V mask = L.Less(L.Load(places), L.Create((float)rest)), zero = L.Create(0f);
            V s00 = L.Load(to + (0 * rowTo) + (0 * Lanes) + lane);
            V s01 = L.Load(to + (0 * rowTo) + (1 * Lanes) + lane);
            V s02 = L.Load(to + (0 * rowTo) + (2 * Lanes) + lane);
            V s03 = L.Load(to + (0 * rowTo) + (3 * Lanes) + lane);
            V s04 = L.Load(to + (0 * rowTo) + (4 * Lanes) + lane);
            V s05 = L.Load(to + (0 * rowTo) + (5 * Lanes) + lane);
            V s06 = L.Load(to + (0 * rowTo) + (6 * Lanes) + lane);
            V s07 = L.Load(to + (0 * rowTo) + (7 * Lanes) + lane);
            V s08 = L.Load(to + (0 * rowTo) + (8 * Lanes) + lane);
            float* x0 = x[0] + lane;
            float* x1 = x[1] + lane;
            float* x2 = x[2] + lane;
            float* x3 = x[3] + lane;
            float* x4 = x[4] + lane;
            float* x5 = x[5] + lane;
            float* x6 = x[6] + lane;
            float* x7 = x[7] + lane;
            float* x8 = x[8] + lane;
            float* row = g + lane;
            for (nint i = 0; i < rowCount; i++, row += pitchG)
            {
                nint q = 0;
                for (nint n = 0; n < whole; n++, q += Lanes)
                {
                    V g0 = L.Load(row + (0 * planeG) + q);
                    V a0 = L.Load(x0 + q);
                    s00 = L.Fma(a0, g0, s00);
                    V a1 = L.Load(x1 + q);
                    s01 = L.Fma(a1, g0, s01);
                    V a2 = L.Load(x2 + q);
                    s02 = L.Fma(a2, g0, s02);
                    V a3 = L.Load(x3 + q);
                    s03 = L.Fma(a3, g0, s03);
                    V a4 = L.Load(x4 + q);
                    s04 = L.Fma(a4, g0, s04);
                    V a5 = L.Load(x5 + q);
                    s05 = L.Fma(a5, g0, s05);
                    V a6 = L.Load(x6 + q);
                    s06 = L.Fma(a6, g0, s06);
                    V a7 = L.Load(x7 + q);
                    s07 = L.Fma(a7, g0, s07);
                    V a8 = L.Load(x8 + q);
                    s08 = L.Fma(a8, g0, s08);
                }

                if (rest > 0)
                {
                    V g0 = L.Load(row + (0 * planeG) + q);
                    V a0 = L.Select(mask, L.Load(x0 + q), zero);
                    s00 = L.Fma(a0, g0, s00);
                    V a1 = L.Select(mask, L.Load(x1 + q), zero);
                    s01 = L.Fma(a1, g0, s01);
                    V a2 = L.Select(mask, L.Load(x2 + q), zero);
                    s02 = L.Fma(a2, g0, s02);
                    V a3 = L.Select(mask, L.Load(x3 + q), zero);
                    s03 = L.Fma(a3, g0, s03);
                    V a4 = L.Select(mask, L.Load(x4 + q), zero);
                    s04 = L.Fma(a4, g0, s04);
                    V a5 = L.Select(mask, L.Load(x5 + q), zero);
                    s05 = L.Fma(a5, g0, s05);
                    V a6 = L.Select(mask, L.Load(x6 + q), zero);
                    s06 = L.Fma(a6, g0, s06);
                    V a7 = L.Select(mask, L.Load(x7 + q), zero);
                    s07 = L.Fma(a7, g0, s07);
                    V a8 = L.Select(mask, L.Load(x8 + q), zero);
                    s08 = L.Fma(a8, g0, s08);
                }

                x0 += pitch;
                x1 += pitch;
                x2 += pitch;
                x3 += pitch;
                x4 += pitch;
                x5 += pitch;
                x6 += pitch;
                x7 += pitch;
                x8 += pitch;
            }

            L.Store(s00, to + (0 * rowTo) + (0 * Lanes) + lane);
            L.Store(s01, to + (0 * rowTo) + (1 * Lanes) + lane);
            L.Store(s02, to + (0 * rowTo) + (2 * Lanes) + lane);
            L.Store(s03, to + (0 * rowTo) + (3 * Lanes) + lane);
            L.Store(s04, to + (0 * rowTo) + (4 * Lanes) + lane);
            L.Store(s05, to + (0 * rowTo) + (5 * Lanes) + lane);
            L.Store(s06, to + (0 * rowTo) + (6 * Lanes) + lane);
            L.Store(s07, to + (0 * rowTo) + (7 * Lanes) + lane);
            L.Store(s08, to + (0 * rowTo) + (8 * Lanes) + lane);
        }
    }
}
