// Written by CorrelationTiles.template.py; change that and run it.
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Gradus.Tensors.Kernels.Lanes;

namespace Gradus.Tensors.Kernels.Convolution;

/// <summary>
/// Tiles of the direct convolution: R filters by C vectors of places stay in registers while the taps run. Row k of the column matrix is never built; it lies at offsets[k] from where a
/// vector begins. Each lane is one element, summed from its bias in ascending order of the taps by fused multiply-adds, so that every tile and width gives the same bits.
/// </summary>
internal static unsafe class CorrelationTiles
{
    /// <summary>The most vectors of a tile.</summary>
    internal const int MostVectors = 8;

    /// <summary>Runs the tile of a size. The first half of the slots says where vectors are read from the source, the second where their first row is written to.</summary>
    internal static void Run<L, V>(int rows, int vectors, float* weights, nint* offsets, nint k, float* source, float* to, nint* slots, float* bias, nint rowTo, bool relu)
        where L : ILanes<V>
        where V : unmanaged
    {
        switch ((rows * 16) + vectors)
        {
            case 17:
                Tile1x1<L, V>(weights, offsets, k, source, to, slots, bias, rowTo, relu);
                break;
            case 18:
                Tile1x2<L, V>(weights, offsets, k, source, to, slots, bias, rowTo, relu);
                break;
            case 19:
                Tile1x3<L, V>(weights, offsets, k, source, to, slots, bias, rowTo, relu);
                break;
            case 20:
                Tile1x4<L, V>(weights, offsets, k, source, to, slots, bias, rowTo, relu);
                break;
            case 21:
                Tile1x5<L, V>(weights, offsets, k, source, to, slots, bias, rowTo, relu);
                break;
            case 22:
                Tile1x6<L, V>(weights, offsets, k, source, to, slots, bias, rowTo, relu);
                break;
            case 23:
                Tile1x7<L, V>(weights, offsets, k, source, to, slots, bias, rowTo, relu);
                break;
            case 24:
                Tile1x8<L, V>(weights, offsets, k, source, to, slots, bias, rowTo, relu);
                break;
            case 33:
                Tile2x1<L, V>(weights, offsets, k, source, to, slots, bias, rowTo, relu);
                break;
            case 34:
                Tile2x2<L, V>(weights, offsets, k, source, to, slots, bias, rowTo, relu);
                break;
            case 35:
                Tile2x3<L, V>(weights, offsets, k, source, to, slots, bias, rowTo, relu);
                break;
            case 49:
                Tile3x1<L, V>(weights, offsets, k, source, to, slots, bias, rowTo, relu);
                break;
            case 50:
                Tile3x2<L, V>(weights, offsets, k, source, to, slots, bias, rowTo, relu);
                break;
            case 51:
                Tile3x3<L, V>(weights, offsets, k, source, to, slots, bias, rowTo, relu);
                break;
            case 65:
                Tile4x1<L, V>(weights, offsets, k, source, to, slots, bias, rowTo, relu);
                break;
            case 66:
                Tile4x2<L, V>(weights, offsets, k, source, to, slots, bias, rowTo, relu);
                break;
            case 67:
                Tile4x3<L, V>(weights, offsets, k, source, to, slots, bias, rowTo, relu);
                break;
            case 81:
                Tile5x1<L, V>(weights, offsets, k, source, to, slots, bias, rowTo, relu);
                break;
            case 82:
                Tile5x2<L, V>(weights, offsets, k, source, to, slots, bias, rowTo, relu);
                break;
            case 83:
                Tile5x3<L, V>(weights, offsets, k, source, to, slots, bias, rowTo, relu);
                break;
            case 97:
                Tile6x1<L, V>(weights, offsets, k, source, to, slots, bias, rowTo, relu);
                break;
            case 98:
                Tile6x2<L, V>(weights, offsets, k, source, to, slots, bias, rowTo, relu);
                break;
            case 99:
                Tile6x3<L, V>(weights, offsets, k, source, to, slots, bias, rowTo, relu);
                break;
            case 113:
                Tile7x1<L, V>(weights, offsets, k, source, to, slots, bias, rowTo, relu);
                break;
            case 114:
                Tile7x2<L, V>(weights, offsets, k, source, to, slots, bias, rowTo, relu);
                break;
            case 115:
                Tile7x3<L, V>(weights, offsets, k, source, to, slots, bias, rowTo, relu);
                break;
            case 129:
                Tile8x1<L, V>(weights, offsets, k, source, to, slots, bias, rowTo, relu);
                break;
            case 130:
                Tile8x2<L, V>(weights, offsets, k, source, to, slots, bias, rowTo, relu);
                break;
            case 131:
                Tile8x3<L, V>(weights, offsets, k, source, to, slots, bias, rowTo, relu);
                break;
        }
    }

    /// <summary>Runs a tile of three vectors of AVX-512, of which the first has its upper half apart: where it is read and written stands behind the three in each half of the slots.</summary>
    internal static void RunHalves(int rows, float* weights, nint* offsets, nint k, float* source, float* to, nint* slots, float* bias, nint rowTo, bool relu)
    {
        switch (rows)
        {
            case 1:
                Halves1(weights, offsets, k, source, to, slots, bias, rowTo, relu);
                break;
            case 2:
                Halves2(weights, offsets, k, source, to, slots, bias, rowTo, relu);
                break;
            case 3:
                Halves3(weights, offsets, k, source, to, slots, bias, rowTo, relu);
                break;
            case 4:
                Halves4(weights, offsets, k, source, to, slots, bias, rowTo, relu);
                break;
            case 5:
                Halves5(weights, offsets, k, source, to, slots, bias, rowTo, relu);
                break;
            case 6:
                Halves6(weights, offsets, k, source, to, slots, bias, rowTo, relu);
                break;
            case 7:
                Halves7(weights, offsets, k, source, to, slots, bias, rowTo, relu);
                break;
            case 8:
                Halves8(weights, offsets, k, source, to, slots, bias, rowTo, relu);
                break;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile1x1<L, V>(float* weights, nint* offsets, nint k, float* source, float* to, nint* slots, float* bias, nint rowTo, bool relu)
        where L : ILanes<V>
        where V : unmanaged
    {
        float* p0 = source + slots[0];
        V s00 = L.Create(bias[0]);
        for (nint p = 0; p < k; p++)
        {
            nint at = offsets[p];
            V b0 = L.Load(p0 + at);
            V x0 = L.Create(weights[0]);
            s00 = L.Fma(x0, b0, s00);
            weights += 1;
        }

        if (relu)
        {
            V zero = L.Create(0f);
            s00 = L.Select(L.Less(s00, zero), zero, s00);
        }

        float* c0 = to + slots[8];
        L.Store(s00, c0 + (0 * rowTo));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile1x2<L, V>(float* weights, nint* offsets, nint k, float* source, float* to, nint* slots, float* bias, nint rowTo, bool relu)
        where L : ILanes<V>
        where V : unmanaged
    {
        float* p0 = source + slots[0];
        float* p1 = source + slots[1];
        V s00 = L.Create(bias[0]), s01 = s00;
        for (nint p = 0; p < k; p++)
        {
            nint at = offsets[p];
            V b0 = L.Load(p0 + at);
            V b1 = L.Load(p1 + at);
            V x0 = L.Create(weights[0]);
            s00 = L.Fma(x0, b0, s00);
            s01 = L.Fma(x0, b1, s01);
            weights += 1;
        }

        if (relu)
        {
            V zero = L.Create(0f);
            s00 = L.Select(L.Less(s00, zero), zero, s00);
            s01 = L.Select(L.Less(s01, zero), zero, s01);
        }

        float* c0 = to + slots[8];
        float* c1 = to + slots[9];
        L.Store(s00, c0 + (0 * rowTo));
        L.Store(s01, c1 + (0 * rowTo));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile1x3<L, V>(float* weights, nint* offsets, nint k, float* source, float* to, nint* slots, float* bias, nint rowTo, bool relu)
        where L : ILanes<V>
        where V : unmanaged
    {
        float* p0 = source + slots[0];
        float* p1 = source + slots[1];
        float* p2 = source + slots[2];
        V s00 = L.Create(bias[0]), s01 = s00, s02 = s00;
        for (nint p = 0; p < k; p++)
        {
            nint at = offsets[p];
            V b0 = L.Load(p0 + at);
            V b1 = L.Load(p1 + at);
            V b2 = L.Load(p2 + at);
            V x0 = L.Create(weights[0]);
            s00 = L.Fma(x0, b0, s00);
            s01 = L.Fma(x0, b1, s01);
            s02 = L.Fma(x0, b2, s02);
            weights += 1;
        }

        if (relu)
        {
            V zero = L.Create(0f);
            s00 = L.Select(L.Less(s00, zero), zero, s00);
            s01 = L.Select(L.Less(s01, zero), zero, s01);
            s02 = L.Select(L.Less(s02, zero), zero, s02);
        }

        float* c0 = to + slots[8];
        float* c1 = to + slots[9];
        float* c2 = to + slots[10];
        L.Store(s00, c0 + (0 * rowTo));
        L.Store(s01, c1 + (0 * rowTo));
        L.Store(s02, c2 + (0 * rowTo));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile1x4<L, V>(float* weights, nint* offsets, nint k, float* source, float* to, nint* slots, float* bias, nint rowTo, bool relu)
        where L : ILanes<V>
        where V : unmanaged
    {
        float* p0 = source + slots[0];
        float* p1 = source + slots[1];
        float* p2 = source + slots[2];
        float* p3 = source + slots[3];
        V s00 = L.Create(bias[0]), s01 = s00, s02 = s00, s03 = s00;
        for (nint p = 0; p < k; p++)
        {
            nint at = offsets[p];
            V b0 = L.Load(p0 + at);
            V b1 = L.Load(p1 + at);
            V b2 = L.Load(p2 + at);
            V b3 = L.Load(p3 + at);
            V x0 = L.Create(weights[0]);
            s00 = L.Fma(x0, b0, s00);
            s01 = L.Fma(x0, b1, s01);
            s02 = L.Fma(x0, b2, s02);
            s03 = L.Fma(x0, b3, s03);
            weights += 1;
        }

        if (relu)
        {
            V zero = L.Create(0f);
            s00 = L.Select(L.Less(s00, zero), zero, s00);
            s01 = L.Select(L.Less(s01, zero), zero, s01);
            s02 = L.Select(L.Less(s02, zero), zero, s02);
            s03 = L.Select(L.Less(s03, zero), zero, s03);
        }

        float* c0 = to + slots[8];
        float* c1 = to + slots[9];
        float* c2 = to + slots[10];
        float* c3 = to + slots[11];
        L.Store(s00, c0 + (0 * rowTo));
        L.Store(s01, c1 + (0 * rowTo));
        L.Store(s02, c2 + (0 * rowTo));
        L.Store(s03, c3 + (0 * rowTo));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile1x5<L, V>(float* weights, nint* offsets, nint k, float* source, float* to, nint* slots, float* bias, nint rowTo, bool relu)
        where L : ILanes<V>
        where V : unmanaged
    {
        float* p0 = source + slots[0];
        float* p1 = source + slots[1];
        float* p2 = source + slots[2];
        float* p3 = source + slots[3];
        float* p4 = source + slots[4];
        V s00 = L.Create(bias[0]), s01 = s00, s02 = s00, s03 = s00, s04 = s00;
        for (nint p = 0; p < k; p++)
        {
            nint at = offsets[p];
            V b0 = L.Load(p0 + at);
            V b1 = L.Load(p1 + at);
            V b2 = L.Load(p2 + at);
            V b3 = L.Load(p3 + at);
            V b4 = L.Load(p4 + at);
            V x0 = L.Create(weights[0]);
            s00 = L.Fma(x0, b0, s00);
            s01 = L.Fma(x0, b1, s01);
            s02 = L.Fma(x0, b2, s02);
            s03 = L.Fma(x0, b3, s03);
            s04 = L.Fma(x0, b4, s04);
            weights += 1;
        }

        if (relu)
        {
            V zero = L.Create(0f);
            s00 = L.Select(L.Less(s00, zero), zero, s00);
            s01 = L.Select(L.Less(s01, zero), zero, s01);
            s02 = L.Select(L.Less(s02, zero), zero, s02);
            s03 = L.Select(L.Less(s03, zero), zero, s03);
            s04 = L.Select(L.Less(s04, zero), zero, s04);
        }

        float* c0 = to + slots[8];
        float* c1 = to + slots[9];
        float* c2 = to + slots[10];
        float* c3 = to + slots[11];
        float* c4 = to + slots[12];
        L.Store(s00, c0 + (0 * rowTo));
        L.Store(s01, c1 + (0 * rowTo));
        L.Store(s02, c2 + (0 * rowTo));
        L.Store(s03, c3 + (0 * rowTo));
        L.Store(s04, c4 + (0 * rowTo));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile1x6<L, V>(float* weights, nint* offsets, nint k, float* source, float* to, nint* slots, float* bias, nint rowTo, bool relu)
        where L : ILanes<V>
        where V : unmanaged
    {
        float* p0 = source + slots[0];
        float* p1 = source + slots[1];
        float* p2 = source + slots[2];
        float* p3 = source + slots[3];
        float* p4 = source + slots[4];
        float* p5 = source + slots[5];
        V s00 = L.Create(bias[0]), s01 = s00, s02 = s00, s03 = s00, s04 = s00, s05 = s00;
        for (nint p = 0; p < k; p++)
        {
            nint at = offsets[p];
            V b0 = L.Load(p0 + at);
            V b1 = L.Load(p1 + at);
            V b2 = L.Load(p2 + at);
            V b3 = L.Load(p3 + at);
            V b4 = L.Load(p4 + at);
            V b5 = L.Load(p5 + at);
            V x0 = L.Create(weights[0]);
            s00 = L.Fma(x0, b0, s00);
            s01 = L.Fma(x0, b1, s01);
            s02 = L.Fma(x0, b2, s02);
            s03 = L.Fma(x0, b3, s03);
            s04 = L.Fma(x0, b4, s04);
            s05 = L.Fma(x0, b5, s05);
            weights += 1;
        }

        if (relu)
        {
            V zero = L.Create(0f);
            s00 = L.Select(L.Less(s00, zero), zero, s00);
            s01 = L.Select(L.Less(s01, zero), zero, s01);
            s02 = L.Select(L.Less(s02, zero), zero, s02);
            s03 = L.Select(L.Less(s03, zero), zero, s03);
            s04 = L.Select(L.Less(s04, zero), zero, s04);
            s05 = L.Select(L.Less(s05, zero), zero, s05);
        }

        float* c0 = to + slots[8];
        float* c1 = to + slots[9];
        float* c2 = to + slots[10];
        float* c3 = to + slots[11];
        float* c4 = to + slots[12];
        float* c5 = to + slots[13];
        L.Store(s00, c0 + (0 * rowTo));
        L.Store(s01, c1 + (0 * rowTo));
        L.Store(s02, c2 + (0 * rowTo));
        L.Store(s03, c3 + (0 * rowTo));
        L.Store(s04, c4 + (0 * rowTo));
        L.Store(s05, c5 + (0 * rowTo));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile1x7<L, V>(float* weights, nint* offsets, nint k, float* source, float* to, nint* slots, float* bias, nint rowTo, bool relu)
        where L : ILanes<V>
        where V : unmanaged
    {
        float* p0 = source + slots[0];
        float* p1 = source + slots[1];
        float* p2 = source + slots[2];
        float* p3 = source + slots[3];
        float* p4 = source + slots[4];
        float* p5 = source + slots[5];
        float* p6 = source + slots[6];
        V s00 = L.Create(bias[0]), s01 = s00, s02 = s00, s03 = s00, s04 = s00, s05 = s00, s06 = s00;
        for (nint p = 0; p < k; p++)
        {
            nint at = offsets[p];
            V b0 = L.Load(p0 + at);
            V b1 = L.Load(p1 + at);
            V b2 = L.Load(p2 + at);
            V b3 = L.Load(p3 + at);
            V b4 = L.Load(p4 + at);
            V b5 = L.Load(p5 + at);
            V b6 = L.Load(p6 + at);
            V x0 = L.Create(weights[0]);
            s00 = L.Fma(x0, b0, s00);
            s01 = L.Fma(x0, b1, s01);
            s02 = L.Fma(x0, b2, s02);
            s03 = L.Fma(x0, b3, s03);
            s04 = L.Fma(x0, b4, s04);
            s05 = L.Fma(x0, b5, s05);
            s06 = L.Fma(x0, b6, s06);
            weights += 1;
        }

        if (relu)
        {
            V zero = L.Create(0f);
            s00 = L.Select(L.Less(s00, zero), zero, s00);
            s01 = L.Select(L.Less(s01, zero), zero, s01);
            s02 = L.Select(L.Less(s02, zero), zero, s02);
            s03 = L.Select(L.Less(s03, zero), zero, s03);
            s04 = L.Select(L.Less(s04, zero), zero, s04);
            s05 = L.Select(L.Less(s05, zero), zero, s05);
            s06 = L.Select(L.Less(s06, zero), zero, s06);
        }

        float* c0 = to + slots[8];
        float* c1 = to + slots[9];
        float* c2 = to + slots[10];
        float* c3 = to + slots[11];
        float* c4 = to + slots[12];
        float* c5 = to + slots[13];
        float* c6 = to + slots[14];
        L.Store(s00, c0 + (0 * rowTo));
        L.Store(s01, c1 + (0 * rowTo));
        L.Store(s02, c2 + (0 * rowTo));
        L.Store(s03, c3 + (0 * rowTo));
        L.Store(s04, c4 + (0 * rowTo));
        L.Store(s05, c5 + (0 * rowTo));
        L.Store(s06, c6 + (0 * rowTo));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile1x8<L, V>(float* weights, nint* offsets, nint k, float* source, float* to, nint* slots, float* bias, nint rowTo, bool relu)
        where L : ILanes<V>
        where V : unmanaged
    {
        float* p0 = source + slots[0];
        float* p1 = source + slots[1];
        float* p2 = source + slots[2];
        float* p3 = source + slots[3];
        float* p4 = source + slots[4];
        float* p5 = source + slots[5];
        float* p6 = source + slots[6];
        float* p7 = source + slots[7];
        V s00 = L.Create(bias[0]), s01 = s00, s02 = s00, s03 = s00, s04 = s00, s05 = s00, s06 = s00, s07 = s00;
        for (nint p = 0; p < k; p++)
        {
            nint at = offsets[p];
            V b0 = L.Load(p0 + at);
            V b1 = L.Load(p1 + at);
            V b2 = L.Load(p2 + at);
            V b3 = L.Load(p3 + at);
            V b4 = L.Load(p4 + at);
            V b5 = L.Load(p5 + at);
            V b6 = L.Load(p6 + at);
            V b7 = L.Load(p7 + at);
            V x0 = L.Create(weights[0]);
            s00 = L.Fma(x0, b0, s00);
            s01 = L.Fma(x0, b1, s01);
            s02 = L.Fma(x0, b2, s02);
            s03 = L.Fma(x0, b3, s03);
            s04 = L.Fma(x0, b4, s04);
            s05 = L.Fma(x0, b5, s05);
            s06 = L.Fma(x0, b6, s06);
            s07 = L.Fma(x0, b7, s07);
            weights += 1;
        }

        if (relu)
        {
            V zero = L.Create(0f);
            s00 = L.Select(L.Less(s00, zero), zero, s00);
            s01 = L.Select(L.Less(s01, zero), zero, s01);
            s02 = L.Select(L.Less(s02, zero), zero, s02);
            s03 = L.Select(L.Less(s03, zero), zero, s03);
            s04 = L.Select(L.Less(s04, zero), zero, s04);
            s05 = L.Select(L.Less(s05, zero), zero, s05);
            s06 = L.Select(L.Less(s06, zero), zero, s06);
            s07 = L.Select(L.Less(s07, zero), zero, s07);
        }

        float* c0 = to + slots[8];
        float* c1 = to + slots[9];
        float* c2 = to + slots[10];
        float* c3 = to + slots[11];
        float* c4 = to + slots[12];
        float* c5 = to + slots[13];
        float* c6 = to + slots[14];
        float* c7 = to + slots[15];
        L.Store(s00, c0 + (0 * rowTo));
        L.Store(s01, c1 + (0 * rowTo));
        L.Store(s02, c2 + (0 * rowTo));
        L.Store(s03, c3 + (0 * rowTo));
        L.Store(s04, c4 + (0 * rowTo));
        L.Store(s05, c5 + (0 * rowTo));
        L.Store(s06, c6 + (0 * rowTo));
        L.Store(s07, c7 + (0 * rowTo));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile2x1<L, V>(float* weights, nint* offsets, nint k, float* source, float* to, nint* slots, float* bias, nint rowTo, bool relu)
        where L : ILanes<V>
        where V : unmanaged
    {
        float* p0 = source + slots[0];
        V s00 = L.Create(bias[0]);
        V s10 = L.Create(bias[1]);
        for (nint p = 0; p < k; p++)
        {
            nint at = offsets[p];
            V b0 = L.Load(p0 + at);
            V x0 = L.Create(weights[0]);
            s00 = L.Fma(x0, b0, s00);
            V x1 = L.Create(weights[1]);
            s10 = L.Fma(x1, b0, s10);
            weights += 2;
        }

        if (relu)
        {
            V zero = L.Create(0f);
            s00 = L.Select(L.Less(s00, zero), zero, s00);
            s10 = L.Select(L.Less(s10, zero), zero, s10);
        }

        float* c0 = to + slots[8];
        L.Store(s00, c0 + (0 * rowTo));
        L.Store(s10, c0 + (1 * rowTo));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile2x2<L, V>(float* weights, nint* offsets, nint k, float* source, float* to, nint* slots, float* bias, nint rowTo, bool relu)
        where L : ILanes<V>
        where V : unmanaged
    {
        float* p0 = source + slots[0];
        float* p1 = source + slots[1];
        V s00 = L.Create(bias[0]), s01 = s00;
        V s10 = L.Create(bias[1]), s11 = s10;
        for (nint p = 0; p < k; p++)
        {
            nint at = offsets[p];
            V b0 = L.Load(p0 + at);
            V b1 = L.Load(p1 + at);
            V x0 = L.Create(weights[0]);
            s00 = L.Fma(x0, b0, s00);
            s01 = L.Fma(x0, b1, s01);
            V x1 = L.Create(weights[1]);
            s10 = L.Fma(x1, b0, s10);
            s11 = L.Fma(x1, b1, s11);
            weights += 2;
        }

        if (relu)
        {
            V zero = L.Create(0f);
            s00 = L.Select(L.Less(s00, zero), zero, s00);
            s01 = L.Select(L.Less(s01, zero), zero, s01);
            s10 = L.Select(L.Less(s10, zero), zero, s10);
            s11 = L.Select(L.Less(s11, zero), zero, s11);
        }

        float* c0 = to + slots[8];
        float* c1 = to + slots[9];
        L.Store(s00, c0 + (0 * rowTo));
        L.Store(s01, c1 + (0 * rowTo));
        L.Store(s10, c0 + (1 * rowTo));
        L.Store(s11, c1 + (1 * rowTo));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile2x3<L, V>(float* weights, nint* offsets, nint k, float* source, float* to, nint* slots, float* bias, nint rowTo, bool relu)
        where L : ILanes<V>
        where V : unmanaged
    {
        float* p0 = source + slots[0];
        float* p1 = source + slots[1];
        float* p2 = source + slots[2];
        V s00 = L.Create(bias[0]), s01 = s00, s02 = s00;
        V s10 = L.Create(bias[1]), s11 = s10, s12 = s10;
        for (nint p = 0; p < k; p++)
        {
            nint at = offsets[p];
            V b0 = L.Load(p0 + at);
            V b1 = L.Load(p1 + at);
            V b2 = L.Load(p2 + at);
            V x0 = L.Create(weights[0]);
            s00 = L.Fma(x0, b0, s00);
            s01 = L.Fma(x0, b1, s01);
            s02 = L.Fma(x0, b2, s02);
            V x1 = L.Create(weights[1]);
            s10 = L.Fma(x1, b0, s10);
            s11 = L.Fma(x1, b1, s11);
            s12 = L.Fma(x1, b2, s12);
            weights += 2;
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

        float* c0 = to + slots[8];
        float* c1 = to + slots[9];
        float* c2 = to + slots[10];
        L.Store(s00, c0 + (0 * rowTo));
        L.Store(s01, c1 + (0 * rowTo));
        L.Store(s02, c2 + (0 * rowTo));
        L.Store(s10, c0 + (1 * rowTo));
        L.Store(s11, c1 + (1 * rowTo));
        L.Store(s12, c2 + (1 * rowTo));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile3x1<L, V>(float* weights, nint* offsets, nint k, float* source, float* to, nint* slots, float* bias, nint rowTo, bool relu)
        where L : ILanes<V>
        where V : unmanaged
    {
        float* p0 = source + slots[0];
        V s00 = L.Create(bias[0]);
        V s10 = L.Create(bias[1]);
        V s20 = L.Create(bias[2]);
        for (nint p = 0; p < k; p++)
        {
            nint at = offsets[p];
            V b0 = L.Load(p0 + at);
            V x0 = L.Create(weights[0]);
            s00 = L.Fma(x0, b0, s00);
            V x1 = L.Create(weights[1]);
            s10 = L.Fma(x1, b0, s10);
            V x2 = L.Create(weights[2]);
            s20 = L.Fma(x2, b0, s20);
            weights += 3;
        }

        if (relu)
        {
            V zero = L.Create(0f);
            s00 = L.Select(L.Less(s00, zero), zero, s00);
            s10 = L.Select(L.Less(s10, zero), zero, s10);
            s20 = L.Select(L.Less(s20, zero), zero, s20);
        }

        float* c0 = to + slots[8];
        L.Store(s00, c0 + (0 * rowTo));
        L.Store(s10, c0 + (1 * rowTo));
        L.Store(s20, c0 + (2 * rowTo));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile3x2<L, V>(float* weights, nint* offsets, nint k, float* source, float* to, nint* slots, float* bias, nint rowTo, bool relu)
        where L : ILanes<V>
        where V : unmanaged
    {
        float* p0 = source + slots[0];
        float* p1 = source + slots[1];
        V s00 = L.Create(bias[0]), s01 = s00;
        V s10 = L.Create(bias[1]), s11 = s10;
        V s20 = L.Create(bias[2]), s21 = s20;
        for (nint p = 0; p < k; p++)
        {
            nint at = offsets[p];
            V b0 = L.Load(p0 + at);
            V b1 = L.Load(p1 + at);
            V x0 = L.Create(weights[0]);
            s00 = L.Fma(x0, b0, s00);
            s01 = L.Fma(x0, b1, s01);
            V x1 = L.Create(weights[1]);
            s10 = L.Fma(x1, b0, s10);
            s11 = L.Fma(x1, b1, s11);
            V x2 = L.Create(weights[2]);
            s20 = L.Fma(x2, b0, s20);
            s21 = L.Fma(x2, b1, s21);
            weights += 3;
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

        float* c0 = to + slots[8];
        float* c1 = to + slots[9];
        L.Store(s00, c0 + (0 * rowTo));
        L.Store(s01, c1 + (0 * rowTo));
        L.Store(s10, c0 + (1 * rowTo));
        L.Store(s11, c1 + (1 * rowTo));
        L.Store(s20, c0 + (2 * rowTo));
        L.Store(s21, c1 + (2 * rowTo));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile3x3<L, V>(float* weights, nint* offsets, nint k, float* source, float* to, nint* slots, float* bias, nint rowTo, bool relu)
        where L : ILanes<V>
        where V : unmanaged
    {
        float* p0 = source + slots[0];
        float* p1 = source + slots[1];
        float* p2 = source + slots[2];
        V s00 = L.Create(bias[0]), s01 = s00, s02 = s00;
        V s10 = L.Create(bias[1]), s11 = s10, s12 = s10;
        V s20 = L.Create(bias[2]), s21 = s20, s22 = s20;
        for (nint p = 0; p < k; p++)
        {
            nint at = offsets[p];
            V b0 = L.Load(p0 + at);
            V b1 = L.Load(p1 + at);
            V b2 = L.Load(p2 + at);
            V x0 = L.Create(weights[0]);
            s00 = L.Fma(x0, b0, s00);
            s01 = L.Fma(x0, b1, s01);
            s02 = L.Fma(x0, b2, s02);
            V x1 = L.Create(weights[1]);
            s10 = L.Fma(x1, b0, s10);
            s11 = L.Fma(x1, b1, s11);
            s12 = L.Fma(x1, b2, s12);
            V x2 = L.Create(weights[2]);
            s20 = L.Fma(x2, b0, s20);
            s21 = L.Fma(x2, b1, s21);
            s22 = L.Fma(x2, b2, s22);
            weights += 3;
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

        float* c0 = to + slots[8];
        float* c1 = to + slots[9];
        float* c2 = to + slots[10];
        L.Store(s00, c0 + (0 * rowTo));
        L.Store(s01, c1 + (0 * rowTo));
        L.Store(s02, c2 + (0 * rowTo));
        L.Store(s10, c0 + (1 * rowTo));
        L.Store(s11, c1 + (1 * rowTo));
        L.Store(s12, c2 + (1 * rowTo));
        L.Store(s20, c0 + (2 * rowTo));
        L.Store(s21, c1 + (2 * rowTo));
        L.Store(s22, c2 + (2 * rowTo));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile4x1<L, V>(float* weights, nint* offsets, nint k, float* source, float* to, nint* slots, float* bias, nint rowTo, bool relu)
        where L : ILanes<V>
        where V : unmanaged
    {
        float* p0 = source + slots[0];
        V s00 = L.Create(bias[0]);
        V s10 = L.Create(bias[1]);
        V s20 = L.Create(bias[2]);
        V s30 = L.Create(bias[3]);
        for (nint p = 0; p < k; p++)
        {
            nint at = offsets[p];
            V b0 = L.Load(p0 + at);
            V x0 = L.Create(weights[0]);
            s00 = L.Fma(x0, b0, s00);
            V x1 = L.Create(weights[1]);
            s10 = L.Fma(x1, b0, s10);
            V x2 = L.Create(weights[2]);
            s20 = L.Fma(x2, b0, s20);
            V x3 = L.Create(weights[3]);
            s30 = L.Fma(x3, b0, s30);
            weights += 4;
        }

        if (relu)
        {
            V zero = L.Create(0f);
            s00 = L.Select(L.Less(s00, zero), zero, s00);
            s10 = L.Select(L.Less(s10, zero), zero, s10);
            s20 = L.Select(L.Less(s20, zero), zero, s20);
            s30 = L.Select(L.Less(s30, zero), zero, s30);
        }

        float* c0 = to + slots[8];
        L.Store(s00, c0 + (0 * rowTo));
        L.Store(s10, c0 + (1 * rowTo));
        L.Store(s20, c0 + (2 * rowTo));
        L.Store(s30, c0 + (3 * rowTo));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile4x2<L, V>(float* weights, nint* offsets, nint k, float* source, float* to, nint* slots, float* bias, nint rowTo, bool relu)
        where L : ILanes<V>
        where V : unmanaged
    {
        float* p0 = source + slots[0];
        float* p1 = source + slots[1];
        V s00 = L.Create(bias[0]), s01 = s00;
        V s10 = L.Create(bias[1]), s11 = s10;
        V s20 = L.Create(bias[2]), s21 = s20;
        V s30 = L.Create(bias[3]), s31 = s30;
        for (nint p = 0; p < k; p++)
        {
            nint at = offsets[p];
            V b0 = L.Load(p0 + at);
            V b1 = L.Load(p1 + at);
            V x0 = L.Create(weights[0]);
            s00 = L.Fma(x0, b0, s00);
            s01 = L.Fma(x0, b1, s01);
            V x1 = L.Create(weights[1]);
            s10 = L.Fma(x1, b0, s10);
            s11 = L.Fma(x1, b1, s11);
            V x2 = L.Create(weights[2]);
            s20 = L.Fma(x2, b0, s20);
            s21 = L.Fma(x2, b1, s21);
            V x3 = L.Create(weights[3]);
            s30 = L.Fma(x3, b0, s30);
            s31 = L.Fma(x3, b1, s31);
            weights += 4;
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

        float* c0 = to + slots[8];
        float* c1 = to + slots[9];
        L.Store(s00, c0 + (0 * rowTo));
        L.Store(s01, c1 + (0 * rowTo));
        L.Store(s10, c0 + (1 * rowTo));
        L.Store(s11, c1 + (1 * rowTo));
        L.Store(s20, c0 + (2 * rowTo));
        L.Store(s21, c1 + (2 * rowTo));
        L.Store(s30, c0 + (3 * rowTo));
        L.Store(s31, c1 + (3 * rowTo));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile4x3<L, V>(float* weights, nint* offsets, nint k, float* source, float* to, nint* slots, float* bias, nint rowTo, bool relu)
        where L : ILanes<V>
        where V : unmanaged
    {
        float* p0 = source + slots[0];
        float* p1 = source + slots[1];
        float* p2 = source + slots[2];
        V s00 = L.Create(bias[0]), s01 = s00, s02 = s00;
        V s10 = L.Create(bias[1]), s11 = s10, s12 = s10;
        V s20 = L.Create(bias[2]), s21 = s20, s22 = s20;
        V s30 = L.Create(bias[3]), s31 = s30, s32 = s30;
        for (nint p = 0; p < k; p++)
        {
            nint at = offsets[p];
            V b0 = L.Load(p0 + at);
            V b1 = L.Load(p1 + at);
            V b2 = L.Load(p2 + at);
            V x0 = L.Create(weights[0]);
            s00 = L.Fma(x0, b0, s00);
            s01 = L.Fma(x0, b1, s01);
            s02 = L.Fma(x0, b2, s02);
            V x1 = L.Create(weights[1]);
            s10 = L.Fma(x1, b0, s10);
            s11 = L.Fma(x1, b1, s11);
            s12 = L.Fma(x1, b2, s12);
            V x2 = L.Create(weights[2]);
            s20 = L.Fma(x2, b0, s20);
            s21 = L.Fma(x2, b1, s21);
            s22 = L.Fma(x2, b2, s22);
            V x3 = L.Create(weights[3]);
            s30 = L.Fma(x3, b0, s30);
            s31 = L.Fma(x3, b1, s31);
            s32 = L.Fma(x3, b2, s32);
            weights += 4;
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

        float* c0 = to + slots[8];
        float* c1 = to + slots[9];
        float* c2 = to + slots[10];
        L.Store(s00, c0 + (0 * rowTo));
        L.Store(s01, c1 + (0 * rowTo));
        L.Store(s02, c2 + (0 * rowTo));
        L.Store(s10, c0 + (1 * rowTo));
        L.Store(s11, c1 + (1 * rowTo));
        L.Store(s12, c2 + (1 * rowTo));
        L.Store(s20, c0 + (2 * rowTo));
        L.Store(s21, c1 + (2 * rowTo));
        L.Store(s22, c2 + (2 * rowTo));
        L.Store(s30, c0 + (3 * rowTo));
        L.Store(s31, c1 + (3 * rowTo));
        L.Store(s32, c2 + (3 * rowTo));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile5x1<L, V>(float* weights, nint* offsets, nint k, float* source, float* to, nint* slots, float* bias, nint rowTo, bool relu)
        where L : ILanes<V>
        where V : unmanaged
    {
        float* p0 = source + slots[0];
        V s00 = L.Create(bias[0]);
        V s10 = L.Create(bias[1]);
        V s20 = L.Create(bias[2]);
        V s30 = L.Create(bias[3]);
        V s40 = L.Create(bias[4]);
        for (nint p = 0; p < k; p++)
        {
            nint at = offsets[p];
            V b0 = L.Load(p0 + at);
            V x0 = L.Create(weights[0]);
            s00 = L.Fma(x0, b0, s00);
            V x1 = L.Create(weights[1]);
            s10 = L.Fma(x1, b0, s10);
            V x2 = L.Create(weights[2]);
            s20 = L.Fma(x2, b0, s20);
            V x3 = L.Create(weights[3]);
            s30 = L.Fma(x3, b0, s30);
            V x4 = L.Create(weights[4]);
            s40 = L.Fma(x4, b0, s40);
            weights += 5;
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

        float* c0 = to + slots[8];
        L.Store(s00, c0 + (0 * rowTo));
        L.Store(s10, c0 + (1 * rowTo));
        L.Store(s20, c0 + (2 * rowTo));
        L.Store(s30, c0 + (3 * rowTo));
        L.Store(s40, c0 + (4 * rowTo));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile5x2<L, V>(float* weights, nint* offsets, nint k, float* source, float* to, nint* slots, float* bias, nint rowTo, bool relu)
        where L : ILanes<V>
        where V : unmanaged
    {
        float* p0 = source + slots[0];
        float* p1 = source + slots[1];
        V s00 = L.Create(bias[0]), s01 = s00;
        V s10 = L.Create(bias[1]), s11 = s10;
        V s20 = L.Create(bias[2]), s21 = s20;
        V s30 = L.Create(bias[3]), s31 = s30;
        V s40 = L.Create(bias[4]), s41 = s40;
        for (nint p = 0; p < k; p++)
        {
            nint at = offsets[p];
            V b0 = L.Load(p0 + at);
            V b1 = L.Load(p1 + at);
            V x0 = L.Create(weights[0]);
            s00 = L.Fma(x0, b0, s00);
            s01 = L.Fma(x0, b1, s01);
            V x1 = L.Create(weights[1]);
            s10 = L.Fma(x1, b0, s10);
            s11 = L.Fma(x1, b1, s11);
            V x2 = L.Create(weights[2]);
            s20 = L.Fma(x2, b0, s20);
            s21 = L.Fma(x2, b1, s21);
            V x3 = L.Create(weights[3]);
            s30 = L.Fma(x3, b0, s30);
            s31 = L.Fma(x3, b1, s31);
            V x4 = L.Create(weights[4]);
            s40 = L.Fma(x4, b0, s40);
            s41 = L.Fma(x4, b1, s41);
            weights += 5;
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

        float* c0 = to + slots[8];
        float* c1 = to + slots[9];
        L.Store(s00, c0 + (0 * rowTo));
        L.Store(s01, c1 + (0 * rowTo));
        L.Store(s10, c0 + (1 * rowTo));
        L.Store(s11, c1 + (1 * rowTo));
        L.Store(s20, c0 + (2 * rowTo));
        L.Store(s21, c1 + (2 * rowTo));
        L.Store(s30, c0 + (3 * rowTo));
        L.Store(s31, c1 + (3 * rowTo));
        L.Store(s40, c0 + (4 * rowTo));
        L.Store(s41, c1 + (4 * rowTo));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile5x3<L, V>(float* weights, nint* offsets, nint k, float* source, float* to, nint* slots, float* bias, nint rowTo, bool relu)
        where L : ILanes<V>
        where V : unmanaged
    {
        float* p0 = source + slots[0];
        float* p1 = source + slots[1];
        float* p2 = source + slots[2];
        V s00 = L.Create(bias[0]), s01 = s00, s02 = s00;
        V s10 = L.Create(bias[1]), s11 = s10, s12 = s10;
        V s20 = L.Create(bias[2]), s21 = s20, s22 = s20;
        V s30 = L.Create(bias[3]), s31 = s30, s32 = s30;
        V s40 = L.Create(bias[4]), s41 = s40, s42 = s40;
        for (nint p = 0; p < k; p++)
        {
            nint at = offsets[p];
            V b0 = L.Load(p0 + at);
            V b1 = L.Load(p1 + at);
            V b2 = L.Load(p2 + at);
            V x0 = L.Create(weights[0]);
            s00 = L.Fma(x0, b0, s00);
            s01 = L.Fma(x0, b1, s01);
            s02 = L.Fma(x0, b2, s02);
            V x1 = L.Create(weights[1]);
            s10 = L.Fma(x1, b0, s10);
            s11 = L.Fma(x1, b1, s11);
            s12 = L.Fma(x1, b2, s12);
            V x2 = L.Create(weights[2]);
            s20 = L.Fma(x2, b0, s20);
            s21 = L.Fma(x2, b1, s21);
            s22 = L.Fma(x2, b2, s22);
            V x3 = L.Create(weights[3]);
            s30 = L.Fma(x3, b0, s30);
            s31 = L.Fma(x3, b1, s31);
            s32 = L.Fma(x3, b2, s32);
            V x4 = L.Create(weights[4]);
            s40 = L.Fma(x4, b0, s40);
            s41 = L.Fma(x4, b1, s41);
            s42 = L.Fma(x4, b2, s42);
            weights += 5;
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

        float* c0 = to + slots[8];
        float* c1 = to + slots[9];
        float* c2 = to + slots[10];
        L.Store(s00, c0 + (0 * rowTo));
        L.Store(s01, c1 + (0 * rowTo));
        L.Store(s02, c2 + (0 * rowTo));
        L.Store(s10, c0 + (1 * rowTo));
        L.Store(s11, c1 + (1 * rowTo));
        L.Store(s12, c2 + (1 * rowTo));
        L.Store(s20, c0 + (2 * rowTo));
        L.Store(s21, c1 + (2 * rowTo));
        L.Store(s22, c2 + (2 * rowTo));
        L.Store(s30, c0 + (3 * rowTo));
        L.Store(s31, c1 + (3 * rowTo));
        L.Store(s32, c2 + (3 * rowTo));
        L.Store(s40, c0 + (4 * rowTo));
        L.Store(s41, c1 + (4 * rowTo));
        L.Store(s42, c2 + (4 * rowTo));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile6x1<L, V>(float* weights, nint* offsets, nint k, float* source, float* to, nint* slots, float* bias, nint rowTo, bool relu)
        where L : ILanes<V>
        where V : unmanaged
    {
        float* p0 = source + slots[0];
        V s00 = L.Create(bias[0]);
        V s10 = L.Create(bias[1]);
        V s20 = L.Create(bias[2]);
        V s30 = L.Create(bias[3]);
        V s40 = L.Create(bias[4]);
        V s50 = L.Create(bias[5]);
        for (nint p = 0; p < k; p++)
        {
            nint at = offsets[p];
            V b0 = L.Load(p0 + at);
            V x0 = L.Create(weights[0]);
            s00 = L.Fma(x0, b0, s00);
            V x1 = L.Create(weights[1]);
            s10 = L.Fma(x1, b0, s10);
            V x2 = L.Create(weights[2]);
            s20 = L.Fma(x2, b0, s20);
            V x3 = L.Create(weights[3]);
            s30 = L.Fma(x3, b0, s30);
            V x4 = L.Create(weights[4]);
            s40 = L.Fma(x4, b0, s40);
            V x5 = L.Create(weights[5]);
            s50 = L.Fma(x5, b0, s50);
            weights += 6;
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

        float* c0 = to + slots[8];
        L.Store(s00, c0 + (0 * rowTo));
        L.Store(s10, c0 + (1 * rowTo));
        L.Store(s20, c0 + (2 * rowTo));
        L.Store(s30, c0 + (3 * rowTo));
        L.Store(s40, c0 + (4 * rowTo));
        L.Store(s50, c0 + (5 * rowTo));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile6x2<L, V>(float* weights, nint* offsets, nint k, float* source, float* to, nint* slots, float* bias, nint rowTo, bool relu)
        where L : ILanes<V>
        where V : unmanaged
    {
        float* p0 = source + slots[0];
        float* p1 = source + slots[1];
        V s00 = L.Create(bias[0]), s01 = s00;
        V s10 = L.Create(bias[1]), s11 = s10;
        V s20 = L.Create(bias[2]), s21 = s20;
        V s30 = L.Create(bias[3]), s31 = s30;
        V s40 = L.Create(bias[4]), s41 = s40;
        V s50 = L.Create(bias[5]), s51 = s50;
        for (nint p = 0; p < k; p++)
        {
            nint at = offsets[p];
            V b0 = L.Load(p0 + at);
            V b1 = L.Load(p1 + at);
            V x0 = L.Create(weights[0]);
            s00 = L.Fma(x0, b0, s00);
            s01 = L.Fma(x0, b1, s01);
            V x1 = L.Create(weights[1]);
            s10 = L.Fma(x1, b0, s10);
            s11 = L.Fma(x1, b1, s11);
            V x2 = L.Create(weights[2]);
            s20 = L.Fma(x2, b0, s20);
            s21 = L.Fma(x2, b1, s21);
            V x3 = L.Create(weights[3]);
            s30 = L.Fma(x3, b0, s30);
            s31 = L.Fma(x3, b1, s31);
            V x4 = L.Create(weights[4]);
            s40 = L.Fma(x4, b0, s40);
            s41 = L.Fma(x4, b1, s41);
            V x5 = L.Create(weights[5]);
            s50 = L.Fma(x5, b0, s50);
            s51 = L.Fma(x5, b1, s51);
            weights += 6;
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

        float* c0 = to + slots[8];
        float* c1 = to + slots[9];
        L.Store(s00, c0 + (0 * rowTo));
        L.Store(s01, c1 + (0 * rowTo));
        L.Store(s10, c0 + (1 * rowTo));
        L.Store(s11, c1 + (1 * rowTo));
        L.Store(s20, c0 + (2 * rowTo));
        L.Store(s21, c1 + (2 * rowTo));
        L.Store(s30, c0 + (3 * rowTo));
        L.Store(s31, c1 + (3 * rowTo));
        L.Store(s40, c0 + (4 * rowTo));
        L.Store(s41, c1 + (4 * rowTo));
        L.Store(s50, c0 + (5 * rowTo));
        L.Store(s51, c1 + (5 * rowTo));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile6x3<L, V>(float* weights, nint* offsets, nint k, float* source, float* to, nint* slots, float* bias, nint rowTo, bool relu)
        where L : ILanes<V>
        where V : unmanaged
    {
        float* p0 = source + slots[0];
        float* p1 = source + slots[1];
        float* p2 = source + slots[2];
        V s00 = L.Create(bias[0]), s01 = s00, s02 = s00;
        V s10 = L.Create(bias[1]), s11 = s10, s12 = s10;
        V s20 = L.Create(bias[2]), s21 = s20, s22 = s20;
        V s30 = L.Create(bias[3]), s31 = s30, s32 = s30;
        V s40 = L.Create(bias[4]), s41 = s40, s42 = s40;
        V s50 = L.Create(bias[5]), s51 = s50, s52 = s50;
        for (nint p = 0; p < k; p++)
        {
            nint at = offsets[p];
            V b0 = L.Load(p0 + at);
            V b1 = L.Load(p1 + at);
            V b2 = L.Load(p2 + at);
            V x0 = L.Create(weights[0]);
            s00 = L.Fma(x0, b0, s00);
            s01 = L.Fma(x0, b1, s01);
            s02 = L.Fma(x0, b2, s02);
            V x1 = L.Create(weights[1]);
            s10 = L.Fma(x1, b0, s10);
            s11 = L.Fma(x1, b1, s11);
            s12 = L.Fma(x1, b2, s12);
            V x2 = L.Create(weights[2]);
            s20 = L.Fma(x2, b0, s20);
            s21 = L.Fma(x2, b1, s21);
            s22 = L.Fma(x2, b2, s22);
            V x3 = L.Create(weights[3]);
            s30 = L.Fma(x3, b0, s30);
            s31 = L.Fma(x3, b1, s31);
            s32 = L.Fma(x3, b2, s32);
            V x4 = L.Create(weights[4]);
            s40 = L.Fma(x4, b0, s40);
            s41 = L.Fma(x4, b1, s41);
            s42 = L.Fma(x4, b2, s42);
            V x5 = L.Create(weights[5]);
            s50 = L.Fma(x5, b0, s50);
            s51 = L.Fma(x5, b1, s51);
            s52 = L.Fma(x5, b2, s52);
            weights += 6;
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

        float* c0 = to + slots[8];
        float* c1 = to + slots[9];
        float* c2 = to + slots[10];
        L.Store(s00, c0 + (0 * rowTo));
        L.Store(s01, c1 + (0 * rowTo));
        L.Store(s02, c2 + (0 * rowTo));
        L.Store(s10, c0 + (1 * rowTo));
        L.Store(s11, c1 + (1 * rowTo));
        L.Store(s12, c2 + (1 * rowTo));
        L.Store(s20, c0 + (2 * rowTo));
        L.Store(s21, c1 + (2 * rowTo));
        L.Store(s22, c2 + (2 * rowTo));
        L.Store(s30, c0 + (3 * rowTo));
        L.Store(s31, c1 + (3 * rowTo));
        L.Store(s32, c2 + (3 * rowTo));
        L.Store(s40, c0 + (4 * rowTo));
        L.Store(s41, c1 + (4 * rowTo));
        L.Store(s42, c2 + (4 * rowTo));
        L.Store(s50, c0 + (5 * rowTo));
        L.Store(s51, c1 + (5 * rowTo));
        L.Store(s52, c2 + (5 * rowTo));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile7x1<L, V>(float* weights, nint* offsets, nint k, float* source, float* to, nint* slots, float* bias, nint rowTo, bool relu)
        where L : ILanes<V>
        where V : unmanaged
    {
        float* p0 = source + slots[0];
        V s00 = L.Create(bias[0]);
        V s10 = L.Create(bias[1]);
        V s20 = L.Create(bias[2]);
        V s30 = L.Create(bias[3]);
        V s40 = L.Create(bias[4]);
        V s50 = L.Create(bias[5]);
        V s60 = L.Create(bias[6]);
        for (nint p = 0; p < k; p++)
        {
            nint at = offsets[p];
            V b0 = L.Load(p0 + at);
            V x0 = L.Create(weights[0]);
            s00 = L.Fma(x0, b0, s00);
            V x1 = L.Create(weights[1]);
            s10 = L.Fma(x1, b0, s10);
            V x2 = L.Create(weights[2]);
            s20 = L.Fma(x2, b0, s20);
            V x3 = L.Create(weights[3]);
            s30 = L.Fma(x3, b0, s30);
            V x4 = L.Create(weights[4]);
            s40 = L.Fma(x4, b0, s40);
            V x5 = L.Create(weights[5]);
            s50 = L.Fma(x5, b0, s50);
            V x6 = L.Create(weights[6]);
            s60 = L.Fma(x6, b0, s60);
            weights += 7;
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

        float* c0 = to + slots[8];
        L.Store(s00, c0 + (0 * rowTo));
        L.Store(s10, c0 + (1 * rowTo));
        L.Store(s20, c0 + (2 * rowTo));
        L.Store(s30, c0 + (3 * rowTo));
        L.Store(s40, c0 + (4 * rowTo));
        L.Store(s50, c0 + (5 * rowTo));
        L.Store(s60, c0 + (6 * rowTo));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile7x2<L, V>(float* weights, nint* offsets, nint k, float* source, float* to, nint* slots, float* bias, nint rowTo, bool relu)
        where L : ILanes<V>
        where V : unmanaged
    {
        float* p0 = source + slots[0];
        float* p1 = source + slots[1];
        V s00 = L.Create(bias[0]), s01 = s00;
        V s10 = L.Create(bias[1]), s11 = s10;
        V s20 = L.Create(bias[2]), s21 = s20;
        V s30 = L.Create(bias[3]), s31 = s30;
        V s40 = L.Create(bias[4]), s41 = s40;
        V s50 = L.Create(bias[5]), s51 = s50;
        V s60 = L.Create(bias[6]), s61 = s60;
        for (nint p = 0; p < k; p++)
        {
            nint at = offsets[p];
            V b0 = L.Load(p0 + at);
            V b1 = L.Load(p1 + at);
            V x0 = L.Create(weights[0]);
            s00 = L.Fma(x0, b0, s00);
            s01 = L.Fma(x0, b1, s01);
            V x1 = L.Create(weights[1]);
            s10 = L.Fma(x1, b0, s10);
            s11 = L.Fma(x1, b1, s11);
            V x2 = L.Create(weights[2]);
            s20 = L.Fma(x2, b0, s20);
            s21 = L.Fma(x2, b1, s21);
            V x3 = L.Create(weights[3]);
            s30 = L.Fma(x3, b0, s30);
            s31 = L.Fma(x3, b1, s31);
            V x4 = L.Create(weights[4]);
            s40 = L.Fma(x4, b0, s40);
            s41 = L.Fma(x4, b1, s41);
            V x5 = L.Create(weights[5]);
            s50 = L.Fma(x5, b0, s50);
            s51 = L.Fma(x5, b1, s51);
            V x6 = L.Create(weights[6]);
            s60 = L.Fma(x6, b0, s60);
            s61 = L.Fma(x6, b1, s61);
            weights += 7;
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

        float* c0 = to + slots[8];
        float* c1 = to + slots[9];
        L.Store(s00, c0 + (0 * rowTo));
        L.Store(s01, c1 + (0 * rowTo));
        L.Store(s10, c0 + (1 * rowTo));
        L.Store(s11, c1 + (1 * rowTo));
        L.Store(s20, c0 + (2 * rowTo));
        L.Store(s21, c1 + (2 * rowTo));
        L.Store(s30, c0 + (3 * rowTo));
        L.Store(s31, c1 + (3 * rowTo));
        L.Store(s40, c0 + (4 * rowTo));
        L.Store(s41, c1 + (4 * rowTo));
        L.Store(s50, c0 + (5 * rowTo));
        L.Store(s51, c1 + (5 * rowTo));
        L.Store(s60, c0 + (6 * rowTo));
        L.Store(s61, c1 + (6 * rowTo));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile7x3<L, V>(float* weights, nint* offsets, nint k, float* source, float* to, nint* slots, float* bias, nint rowTo, bool relu)
        where L : ILanes<V>
        where V : unmanaged
    {
        float* p0 = source + slots[0];
        float* p1 = source + slots[1];
        float* p2 = source + slots[2];
        V s00 = L.Create(bias[0]), s01 = s00, s02 = s00;
        V s10 = L.Create(bias[1]), s11 = s10, s12 = s10;
        V s20 = L.Create(bias[2]), s21 = s20, s22 = s20;
        V s30 = L.Create(bias[3]), s31 = s30, s32 = s30;
        V s40 = L.Create(bias[4]), s41 = s40, s42 = s40;
        V s50 = L.Create(bias[5]), s51 = s50, s52 = s50;
        V s60 = L.Create(bias[6]), s61 = s60, s62 = s60;
        for (nint p = 0; p < k; p++)
        {
            nint at = offsets[p];
            V b0 = L.Load(p0 + at);
            V b1 = L.Load(p1 + at);
            V b2 = L.Load(p2 + at);
            V x0 = L.Create(weights[0]);
            s00 = L.Fma(x0, b0, s00);
            s01 = L.Fma(x0, b1, s01);
            s02 = L.Fma(x0, b2, s02);
            V x1 = L.Create(weights[1]);
            s10 = L.Fma(x1, b0, s10);
            s11 = L.Fma(x1, b1, s11);
            s12 = L.Fma(x1, b2, s12);
            V x2 = L.Create(weights[2]);
            s20 = L.Fma(x2, b0, s20);
            s21 = L.Fma(x2, b1, s21);
            s22 = L.Fma(x2, b2, s22);
            V x3 = L.Create(weights[3]);
            s30 = L.Fma(x3, b0, s30);
            s31 = L.Fma(x3, b1, s31);
            s32 = L.Fma(x3, b2, s32);
            V x4 = L.Create(weights[4]);
            s40 = L.Fma(x4, b0, s40);
            s41 = L.Fma(x4, b1, s41);
            s42 = L.Fma(x4, b2, s42);
            V x5 = L.Create(weights[5]);
            s50 = L.Fma(x5, b0, s50);
            s51 = L.Fma(x5, b1, s51);
            s52 = L.Fma(x5, b2, s52);
            V x6 = L.Create(weights[6]);
            s60 = L.Fma(x6, b0, s60);
            s61 = L.Fma(x6, b1, s61);
            s62 = L.Fma(x6, b2, s62);
            weights += 7;
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

        float* c0 = to + slots[8];
        float* c1 = to + slots[9];
        float* c2 = to + slots[10];
        L.Store(s00, c0 + (0 * rowTo));
        L.Store(s01, c1 + (0 * rowTo));
        L.Store(s02, c2 + (0 * rowTo));
        L.Store(s10, c0 + (1 * rowTo));
        L.Store(s11, c1 + (1 * rowTo));
        L.Store(s12, c2 + (1 * rowTo));
        L.Store(s20, c0 + (2 * rowTo));
        L.Store(s21, c1 + (2 * rowTo));
        L.Store(s22, c2 + (2 * rowTo));
        L.Store(s30, c0 + (3 * rowTo));
        L.Store(s31, c1 + (3 * rowTo));
        L.Store(s32, c2 + (3 * rowTo));
        L.Store(s40, c0 + (4 * rowTo));
        L.Store(s41, c1 + (4 * rowTo));
        L.Store(s42, c2 + (4 * rowTo));
        L.Store(s50, c0 + (5 * rowTo));
        L.Store(s51, c1 + (5 * rowTo));
        L.Store(s52, c2 + (5 * rowTo));
        L.Store(s60, c0 + (6 * rowTo));
        L.Store(s61, c1 + (6 * rowTo));
        L.Store(s62, c2 + (6 * rowTo));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile8x1<L, V>(float* weights, nint* offsets, nint k, float* source, float* to, nint* slots, float* bias, nint rowTo, bool relu)
        where L : ILanes<V>
        where V : unmanaged
    {
        float* p0 = source + slots[0];
        V s00 = L.Create(bias[0]);
        V s10 = L.Create(bias[1]);
        V s20 = L.Create(bias[2]);
        V s30 = L.Create(bias[3]);
        V s40 = L.Create(bias[4]);
        V s50 = L.Create(bias[5]);
        V s60 = L.Create(bias[6]);
        V s70 = L.Create(bias[7]);
        for (nint p = 0; p < k; p++)
        {
            nint at = offsets[p];
            V b0 = L.Load(p0 + at);
            V x0 = L.Create(weights[0]);
            s00 = L.Fma(x0, b0, s00);
            V x1 = L.Create(weights[1]);
            s10 = L.Fma(x1, b0, s10);
            V x2 = L.Create(weights[2]);
            s20 = L.Fma(x2, b0, s20);
            V x3 = L.Create(weights[3]);
            s30 = L.Fma(x3, b0, s30);
            V x4 = L.Create(weights[4]);
            s40 = L.Fma(x4, b0, s40);
            V x5 = L.Create(weights[5]);
            s50 = L.Fma(x5, b0, s50);
            V x6 = L.Create(weights[6]);
            s60 = L.Fma(x6, b0, s60);
            V x7 = L.Create(weights[7]);
            s70 = L.Fma(x7, b0, s70);
            weights += 8;
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

        float* c0 = to + slots[8];
        L.Store(s00, c0 + (0 * rowTo));
        L.Store(s10, c0 + (1 * rowTo));
        L.Store(s20, c0 + (2 * rowTo));
        L.Store(s30, c0 + (3 * rowTo));
        L.Store(s40, c0 + (4 * rowTo));
        L.Store(s50, c0 + (5 * rowTo));
        L.Store(s60, c0 + (6 * rowTo));
        L.Store(s70, c0 + (7 * rowTo));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile8x2<L, V>(float* weights, nint* offsets, nint k, float* source, float* to, nint* slots, float* bias, nint rowTo, bool relu)
        where L : ILanes<V>
        where V : unmanaged
    {
        float* p0 = source + slots[0];
        float* p1 = source + slots[1];
        V s00 = L.Create(bias[0]), s01 = s00;
        V s10 = L.Create(bias[1]), s11 = s10;
        V s20 = L.Create(bias[2]), s21 = s20;
        V s30 = L.Create(bias[3]), s31 = s30;
        V s40 = L.Create(bias[4]), s41 = s40;
        V s50 = L.Create(bias[5]), s51 = s50;
        V s60 = L.Create(bias[6]), s61 = s60;
        V s70 = L.Create(bias[7]), s71 = s70;
        for (nint p = 0; p < k; p++)
        {
            nint at = offsets[p];
            V b0 = L.Load(p0 + at);
            V b1 = L.Load(p1 + at);
            V x0 = L.Create(weights[0]);
            s00 = L.Fma(x0, b0, s00);
            s01 = L.Fma(x0, b1, s01);
            V x1 = L.Create(weights[1]);
            s10 = L.Fma(x1, b0, s10);
            s11 = L.Fma(x1, b1, s11);
            V x2 = L.Create(weights[2]);
            s20 = L.Fma(x2, b0, s20);
            s21 = L.Fma(x2, b1, s21);
            V x3 = L.Create(weights[3]);
            s30 = L.Fma(x3, b0, s30);
            s31 = L.Fma(x3, b1, s31);
            V x4 = L.Create(weights[4]);
            s40 = L.Fma(x4, b0, s40);
            s41 = L.Fma(x4, b1, s41);
            V x5 = L.Create(weights[5]);
            s50 = L.Fma(x5, b0, s50);
            s51 = L.Fma(x5, b1, s51);
            V x6 = L.Create(weights[6]);
            s60 = L.Fma(x6, b0, s60);
            s61 = L.Fma(x6, b1, s61);
            V x7 = L.Create(weights[7]);
            s70 = L.Fma(x7, b0, s70);
            s71 = L.Fma(x7, b1, s71);
            weights += 8;
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

        float* c0 = to + slots[8];
        float* c1 = to + slots[9];
        L.Store(s00, c0 + (0 * rowTo));
        L.Store(s01, c1 + (0 * rowTo));
        L.Store(s10, c0 + (1 * rowTo));
        L.Store(s11, c1 + (1 * rowTo));
        L.Store(s20, c0 + (2 * rowTo));
        L.Store(s21, c1 + (2 * rowTo));
        L.Store(s30, c0 + (3 * rowTo));
        L.Store(s31, c1 + (3 * rowTo));
        L.Store(s40, c0 + (4 * rowTo));
        L.Store(s41, c1 + (4 * rowTo));
        L.Store(s50, c0 + (5 * rowTo));
        L.Store(s51, c1 + (5 * rowTo));
        L.Store(s60, c0 + (6 * rowTo));
        L.Store(s61, c1 + (6 * rowTo));
        L.Store(s70, c0 + (7 * rowTo));
        L.Store(s71, c1 + (7 * rowTo));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile8x3<L, V>(float* weights, nint* offsets, nint k, float* source, float* to, nint* slots, float* bias, nint rowTo, bool relu)
        where L : ILanes<V>
        where V : unmanaged
    {
        float* p0 = source + slots[0];
        float* p1 = source + slots[1];
        float* p2 = source + slots[2];
        V s00 = L.Create(bias[0]), s01 = s00, s02 = s00;
        V s10 = L.Create(bias[1]), s11 = s10, s12 = s10;
        V s20 = L.Create(bias[2]), s21 = s20, s22 = s20;
        V s30 = L.Create(bias[3]), s31 = s30, s32 = s30;
        V s40 = L.Create(bias[4]), s41 = s40, s42 = s40;
        V s50 = L.Create(bias[5]), s51 = s50, s52 = s50;
        V s60 = L.Create(bias[6]), s61 = s60, s62 = s60;
        V s70 = L.Create(bias[7]), s71 = s70, s72 = s70;
        for (nint p = 0; p < k; p++)
        {
            nint at = offsets[p];
            V b0 = L.Load(p0 + at);
            V b1 = L.Load(p1 + at);
            V b2 = L.Load(p2 + at);
            V x0 = L.Create(weights[0]);
            s00 = L.Fma(x0, b0, s00);
            s01 = L.Fma(x0, b1, s01);
            s02 = L.Fma(x0, b2, s02);
            V x1 = L.Create(weights[1]);
            s10 = L.Fma(x1, b0, s10);
            s11 = L.Fma(x1, b1, s11);
            s12 = L.Fma(x1, b2, s12);
            V x2 = L.Create(weights[2]);
            s20 = L.Fma(x2, b0, s20);
            s21 = L.Fma(x2, b1, s21);
            s22 = L.Fma(x2, b2, s22);
            V x3 = L.Create(weights[3]);
            s30 = L.Fma(x3, b0, s30);
            s31 = L.Fma(x3, b1, s31);
            s32 = L.Fma(x3, b2, s32);
            V x4 = L.Create(weights[4]);
            s40 = L.Fma(x4, b0, s40);
            s41 = L.Fma(x4, b1, s41);
            s42 = L.Fma(x4, b2, s42);
            V x5 = L.Create(weights[5]);
            s50 = L.Fma(x5, b0, s50);
            s51 = L.Fma(x5, b1, s51);
            s52 = L.Fma(x5, b2, s52);
            V x6 = L.Create(weights[6]);
            s60 = L.Fma(x6, b0, s60);
            s61 = L.Fma(x6, b1, s61);
            s62 = L.Fma(x6, b2, s62);
            V x7 = L.Create(weights[7]);
            s70 = L.Fma(x7, b0, s70);
            s71 = L.Fma(x7, b1, s71);
            s72 = L.Fma(x7, b2, s72);
            weights += 8;
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

        float* c0 = to + slots[8];
        float* c1 = to + slots[9];
        float* c2 = to + slots[10];
        L.Store(s00, c0 + (0 * rowTo));
        L.Store(s01, c1 + (0 * rowTo));
        L.Store(s02, c2 + (0 * rowTo));
        L.Store(s10, c0 + (1 * rowTo));
        L.Store(s11, c1 + (1 * rowTo));
        L.Store(s12, c2 + (1 * rowTo));
        L.Store(s20, c0 + (2 * rowTo));
        L.Store(s21, c1 + (2 * rowTo));
        L.Store(s22, c2 + (2 * rowTo));
        L.Store(s30, c0 + (3 * rowTo));
        L.Store(s31, c1 + (3 * rowTo));
        L.Store(s32, c2 + (3 * rowTo));
        L.Store(s40, c0 + (4 * rowTo));
        L.Store(s41, c1 + (4 * rowTo));
        L.Store(s42, c2 + (4 * rowTo));
        L.Store(s50, c0 + (5 * rowTo));
        L.Store(s51, c1 + (5 * rowTo));
        L.Store(s52, c2 + (5 * rowTo));
        L.Store(s60, c0 + (6 * rowTo));
        L.Store(s61, c1 + (6 * rowTo));
        L.Store(s62, c2 + (6 * rowTo));
        L.Store(s70, c0 + (7 * rowTo));
        L.Store(s71, c1 + (7 * rowTo));
        L.Store(s72, c2 + (7 * rowTo));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Halves1(float* weights, nint* offsets, nint k, float* source, float* to, nint* slots, float* bias, nint rowTo, bool relu)
    {
        float* p0 = source + slots[0];
        float* p1 = source + slots[1];
        float* p2 = source + slots[2];
        float* p3 = source + slots[3];
        Vector512<float> s00 = Lanes512.Create(bias[0]), s01 = s00, s02 = s00;
        for (nint p = 0; p < k; p++)
        {
            nint at = offsets[p];
            Vector512<float> b0 = Vector512.Create(Vector256.Load(p0 + at), Vector256.Load(p3 + at));
            Vector512<float> b1 = Lanes512.Load(p1 + at);
            Vector512<float> b2 = Lanes512.Load(p2 + at);
            Vector512<float> x0 = Lanes512.Create(weights[0]);
            s00 = Lanes512.Fma(x0, b0, s00);
            s01 = Lanes512.Fma(x0, b1, s01);
            s02 = Lanes512.Fma(x0, b2, s02);
            weights += 1;
        }

        if (relu)
        {
            Vector512<float> zero = Lanes512.Create(0f);
            s00 = Lanes512.Select(Lanes512.Less(s00, zero), zero, s00);
            s01 = Lanes512.Select(Lanes512.Less(s01, zero), zero, s01);
            s02 = Lanes512.Select(Lanes512.Less(s02, zero), zero, s02);
        }

        float* c0 = to + slots[8];
        float* c1 = to + slots[9];
        float* c2 = to + slots[10];
        float* c3 = to + slots[11];
        s00.GetLower().Store(c0 + (0 * rowTo));
        s00.GetUpper().Store(c3 + (0 * rowTo));
        Lanes512.Store(s01, c1 + (0 * rowTo));
        Lanes512.Store(s02, c2 + (0 * rowTo));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Halves2(float* weights, nint* offsets, nint k, float* source, float* to, nint* slots, float* bias, nint rowTo, bool relu)
    {
        float* p0 = source + slots[0];
        float* p1 = source + slots[1];
        float* p2 = source + slots[2];
        float* p3 = source + slots[3];
        Vector512<float> s00 = Lanes512.Create(bias[0]), s01 = s00, s02 = s00;
        Vector512<float> s10 = Lanes512.Create(bias[1]), s11 = s10, s12 = s10;
        for (nint p = 0; p < k; p++)
        {
            nint at = offsets[p];
            Vector512<float> b0 = Vector512.Create(Vector256.Load(p0 + at), Vector256.Load(p3 + at));
            Vector512<float> b1 = Lanes512.Load(p1 + at);
            Vector512<float> b2 = Lanes512.Load(p2 + at);
            Vector512<float> x0 = Lanes512.Create(weights[0]);
            s00 = Lanes512.Fma(x0, b0, s00);
            s01 = Lanes512.Fma(x0, b1, s01);
            s02 = Lanes512.Fma(x0, b2, s02);
            Vector512<float> x1 = Lanes512.Create(weights[1]);
            s10 = Lanes512.Fma(x1, b0, s10);
            s11 = Lanes512.Fma(x1, b1, s11);
            s12 = Lanes512.Fma(x1, b2, s12);
            weights += 2;
        }

        if (relu)
        {
            Vector512<float> zero = Lanes512.Create(0f);
            s00 = Lanes512.Select(Lanes512.Less(s00, zero), zero, s00);
            s01 = Lanes512.Select(Lanes512.Less(s01, zero), zero, s01);
            s02 = Lanes512.Select(Lanes512.Less(s02, zero), zero, s02);
            s10 = Lanes512.Select(Lanes512.Less(s10, zero), zero, s10);
            s11 = Lanes512.Select(Lanes512.Less(s11, zero), zero, s11);
            s12 = Lanes512.Select(Lanes512.Less(s12, zero), zero, s12);
        }

        float* c0 = to + slots[8];
        float* c1 = to + slots[9];
        float* c2 = to + slots[10];
        float* c3 = to + slots[11];
        s00.GetLower().Store(c0 + (0 * rowTo));
        s00.GetUpper().Store(c3 + (0 * rowTo));
        Lanes512.Store(s01, c1 + (0 * rowTo));
        Lanes512.Store(s02, c2 + (0 * rowTo));
        s10.GetLower().Store(c0 + (1 * rowTo));
        s10.GetUpper().Store(c3 + (1 * rowTo));
        Lanes512.Store(s11, c1 + (1 * rowTo));
        Lanes512.Store(s12, c2 + (1 * rowTo));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Halves3(float* weights, nint* offsets, nint k, float* source, float* to, nint* slots, float* bias, nint rowTo, bool relu)
    {
        float* p0 = source + slots[0];
        float* p1 = source + slots[1];
        float* p2 = source + slots[2];
        float* p3 = source + slots[3];
        Vector512<float> s00 = Lanes512.Create(bias[0]), s01 = s00, s02 = s00;
        Vector512<float> s10 = Lanes512.Create(bias[1]), s11 = s10, s12 = s10;
        Vector512<float> s20 = Lanes512.Create(bias[2]), s21 = s20, s22 = s20;
        for (nint p = 0; p < k; p++)
        {
            nint at = offsets[p];
            Vector512<float> b0 = Vector512.Create(Vector256.Load(p0 + at), Vector256.Load(p3 + at));
            Vector512<float> b1 = Lanes512.Load(p1 + at);
            Vector512<float> b2 = Lanes512.Load(p2 + at);
            Vector512<float> x0 = Lanes512.Create(weights[0]);
            s00 = Lanes512.Fma(x0, b0, s00);
            s01 = Lanes512.Fma(x0, b1, s01);
            s02 = Lanes512.Fma(x0, b2, s02);
            Vector512<float> x1 = Lanes512.Create(weights[1]);
            s10 = Lanes512.Fma(x1, b0, s10);
            s11 = Lanes512.Fma(x1, b1, s11);
            s12 = Lanes512.Fma(x1, b2, s12);
            Vector512<float> x2 = Lanes512.Create(weights[2]);
            s20 = Lanes512.Fma(x2, b0, s20);
            s21 = Lanes512.Fma(x2, b1, s21);
            s22 = Lanes512.Fma(x2, b2, s22);
            weights += 3;
        }

        if (relu)
        {
            Vector512<float> zero = Lanes512.Create(0f);
            s00 = Lanes512.Select(Lanes512.Less(s00, zero), zero, s00);
            s01 = Lanes512.Select(Lanes512.Less(s01, zero), zero, s01);
            s02 = Lanes512.Select(Lanes512.Less(s02, zero), zero, s02);
            s10 = Lanes512.Select(Lanes512.Less(s10, zero), zero, s10);
            s11 = Lanes512.Select(Lanes512.Less(s11, zero), zero, s11);
            s12 = Lanes512.Select(Lanes512.Less(s12, zero), zero, s12);
            s20 = Lanes512.Select(Lanes512.Less(s20, zero), zero, s20);
            s21 = Lanes512.Select(Lanes512.Less(s21, zero), zero, s21);
            s22 = Lanes512.Select(Lanes512.Less(s22, zero), zero, s22);
        }

        float* c0 = to + slots[8];
        float* c1 = to + slots[9];
        float* c2 = to + slots[10];
        float* c3 = to + slots[11];
        s00.GetLower().Store(c0 + (0 * rowTo));
        s00.GetUpper().Store(c3 + (0 * rowTo));
        Lanes512.Store(s01, c1 + (0 * rowTo));
        Lanes512.Store(s02, c2 + (0 * rowTo));
        s10.GetLower().Store(c0 + (1 * rowTo));
        s10.GetUpper().Store(c3 + (1 * rowTo));
        Lanes512.Store(s11, c1 + (1 * rowTo));
        Lanes512.Store(s12, c2 + (1 * rowTo));
        s20.GetLower().Store(c0 + (2 * rowTo));
        s20.GetUpper().Store(c3 + (2 * rowTo));
        Lanes512.Store(s21, c1 + (2 * rowTo));
        Lanes512.Store(s22, c2 + (2 * rowTo));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Halves4(float* weights, nint* offsets, nint k, float* source, float* to, nint* slots, float* bias, nint rowTo, bool relu)
    {
        float* p0 = source + slots[0];
        float* p1 = source + slots[1];
        float* p2 = source + slots[2];
        float* p3 = source + slots[3];
        Vector512<float> s00 = Lanes512.Create(bias[0]), s01 = s00, s02 = s00;
        Vector512<float> s10 = Lanes512.Create(bias[1]), s11 = s10, s12 = s10;
        Vector512<float> s20 = Lanes512.Create(bias[2]), s21 = s20, s22 = s20;
        Vector512<float> s30 = Lanes512.Create(bias[3]), s31 = s30, s32 = s30;
        for (nint p = 0; p < k; p++)
        {
            nint at = offsets[p];
            Vector512<float> b0 = Vector512.Create(Vector256.Load(p0 + at), Vector256.Load(p3 + at));
            Vector512<float> b1 = Lanes512.Load(p1 + at);
            Vector512<float> b2 = Lanes512.Load(p2 + at);
            Vector512<float> x0 = Lanes512.Create(weights[0]);
            s00 = Lanes512.Fma(x0, b0, s00);
            s01 = Lanes512.Fma(x0, b1, s01);
            s02 = Lanes512.Fma(x0, b2, s02);
            Vector512<float> x1 = Lanes512.Create(weights[1]);
            s10 = Lanes512.Fma(x1, b0, s10);
            s11 = Lanes512.Fma(x1, b1, s11);
            s12 = Lanes512.Fma(x1, b2, s12);
            Vector512<float> x2 = Lanes512.Create(weights[2]);
            s20 = Lanes512.Fma(x2, b0, s20);
            s21 = Lanes512.Fma(x2, b1, s21);
            s22 = Lanes512.Fma(x2, b2, s22);
            Vector512<float> x3 = Lanes512.Create(weights[3]);
            s30 = Lanes512.Fma(x3, b0, s30);
            s31 = Lanes512.Fma(x3, b1, s31);
            s32 = Lanes512.Fma(x3, b2, s32);
            weights += 4;
        }

        if (relu)
        {
            Vector512<float> zero = Lanes512.Create(0f);
            s00 = Lanes512.Select(Lanes512.Less(s00, zero), zero, s00);
            s01 = Lanes512.Select(Lanes512.Less(s01, zero), zero, s01);
            s02 = Lanes512.Select(Lanes512.Less(s02, zero), zero, s02);
            s10 = Lanes512.Select(Lanes512.Less(s10, zero), zero, s10);
            s11 = Lanes512.Select(Lanes512.Less(s11, zero), zero, s11);
            s12 = Lanes512.Select(Lanes512.Less(s12, zero), zero, s12);
            s20 = Lanes512.Select(Lanes512.Less(s20, zero), zero, s20);
            s21 = Lanes512.Select(Lanes512.Less(s21, zero), zero, s21);
            s22 = Lanes512.Select(Lanes512.Less(s22, zero), zero, s22);
            s30 = Lanes512.Select(Lanes512.Less(s30, zero), zero, s30);
            s31 = Lanes512.Select(Lanes512.Less(s31, zero), zero, s31);
            s32 = Lanes512.Select(Lanes512.Less(s32, zero), zero, s32);
        }

        float* c0 = to + slots[8];
        float* c1 = to + slots[9];
        float* c2 = to + slots[10];
        float* c3 = to + slots[11];
        s00.GetLower().Store(c0 + (0 * rowTo));
        s00.GetUpper().Store(c3 + (0 * rowTo));
        Lanes512.Store(s01, c1 + (0 * rowTo));
        Lanes512.Store(s02, c2 + (0 * rowTo));
        s10.GetLower().Store(c0 + (1 * rowTo));
        s10.GetUpper().Store(c3 + (1 * rowTo));
        Lanes512.Store(s11, c1 + (1 * rowTo));
        Lanes512.Store(s12, c2 + (1 * rowTo));
        s20.GetLower().Store(c0 + (2 * rowTo));
        s20.GetUpper().Store(c3 + (2 * rowTo));
        Lanes512.Store(s21, c1 + (2 * rowTo));
        Lanes512.Store(s22, c2 + (2 * rowTo));
        s30.GetLower().Store(c0 + (3 * rowTo));
        s30.GetUpper().Store(c3 + (3 * rowTo));
        Lanes512.Store(s31, c1 + (3 * rowTo));
        Lanes512.Store(s32, c2 + (3 * rowTo));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Halves5(float* weights, nint* offsets, nint k, float* source, float* to, nint* slots, float* bias, nint rowTo, bool relu)
    {
        float* p0 = source + slots[0];
        float* p1 = source + slots[1];
        float* p2 = source + slots[2];
        float* p3 = source + slots[3];
        Vector512<float> s00 = Lanes512.Create(bias[0]), s01 = s00, s02 = s00;
        Vector512<float> s10 = Lanes512.Create(bias[1]), s11 = s10, s12 = s10;
        Vector512<float> s20 = Lanes512.Create(bias[2]), s21 = s20, s22 = s20;
        Vector512<float> s30 = Lanes512.Create(bias[3]), s31 = s30, s32 = s30;
        Vector512<float> s40 = Lanes512.Create(bias[4]), s41 = s40, s42 = s40;
        for (nint p = 0; p < k; p++)
        {
            nint at = offsets[p];
            Vector512<float> b0 = Vector512.Create(Vector256.Load(p0 + at), Vector256.Load(p3 + at));
            Vector512<float> b1 = Lanes512.Load(p1 + at);
            Vector512<float> b2 = Lanes512.Load(p2 + at);
            Vector512<float> x0 = Lanes512.Create(weights[0]);
            s00 = Lanes512.Fma(x0, b0, s00);
            s01 = Lanes512.Fma(x0, b1, s01);
            s02 = Lanes512.Fma(x0, b2, s02);
            Vector512<float> x1 = Lanes512.Create(weights[1]);
            s10 = Lanes512.Fma(x1, b0, s10);
            s11 = Lanes512.Fma(x1, b1, s11);
            s12 = Lanes512.Fma(x1, b2, s12);
            Vector512<float> x2 = Lanes512.Create(weights[2]);
            s20 = Lanes512.Fma(x2, b0, s20);
            s21 = Lanes512.Fma(x2, b1, s21);
            s22 = Lanes512.Fma(x2, b2, s22);
            Vector512<float> x3 = Lanes512.Create(weights[3]);
            s30 = Lanes512.Fma(x3, b0, s30);
            s31 = Lanes512.Fma(x3, b1, s31);
            s32 = Lanes512.Fma(x3, b2, s32);
            Vector512<float> x4 = Lanes512.Create(weights[4]);
            s40 = Lanes512.Fma(x4, b0, s40);
            s41 = Lanes512.Fma(x4, b1, s41);
            s42 = Lanes512.Fma(x4, b2, s42);
            weights += 5;
        }

        if (relu)
        {
            Vector512<float> zero = Lanes512.Create(0f);
            s00 = Lanes512.Select(Lanes512.Less(s00, zero), zero, s00);
            s01 = Lanes512.Select(Lanes512.Less(s01, zero), zero, s01);
            s02 = Lanes512.Select(Lanes512.Less(s02, zero), zero, s02);
            s10 = Lanes512.Select(Lanes512.Less(s10, zero), zero, s10);
            s11 = Lanes512.Select(Lanes512.Less(s11, zero), zero, s11);
            s12 = Lanes512.Select(Lanes512.Less(s12, zero), zero, s12);
            s20 = Lanes512.Select(Lanes512.Less(s20, zero), zero, s20);
            s21 = Lanes512.Select(Lanes512.Less(s21, zero), zero, s21);
            s22 = Lanes512.Select(Lanes512.Less(s22, zero), zero, s22);
            s30 = Lanes512.Select(Lanes512.Less(s30, zero), zero, s30);
            s31 = Lanes512.Select(Lanes512.Less(s31, zero), zero, s31);
            s32 = Lanes512.Select(Lanes512.Less(s32, zero), zero, s32);
            s40 = Lanes512.Select(Lanes512.Less(s40, zero), zero, s40);
            s41 = Lanes512.Select(Lanes512.Less(s41, zero), zero, s41);
            s42 = Lanes512.Select(Lanes512.Less(s42, zero), zero, s42);
        }

        float* c0 = to + slots[8];
        float* c1 = to + slots[9];
        float* c2 = to + slots[10];
        float* c3 = to + slots[11];
        s00.GetLower().Store(c0 + (0 * rowTo));
        s00.GetUpper().Store(c3 + (0 * rowTo));
        Lanes512.Store(s01, c1 + (0 * rowTo));
        Lanes512.Store(s02, c2 + (0 * rowTo));
        s10.GetLower().Store(c0 + (1 * rowTo));
        s10.GetUpper().Store(c3 + (1 * rowTo));
        Lanes512.Store(s11, c1 + (1 * rowTo));
        Lanes512.Store(s12, c2 + (1 * rowTo));
        s20.GetLower().Store(c0 + (2 * rowTo));
        s20.GetUpper().Store(c3 + (2 * rowTo));
        Lanes512.Store(s21, c1 + (2 * rowTo));
        Lanes512.Store(s22, c2 + (2 * rowTo));
        s30.GetLower().Store(c0 + (3 * rowTo));
        s30.GetUpper().Store(c3 + (3 * rowTo));
        Lanes512.Store(s31, c1 + (3 * rowTo));
        Lanes512.Store(s32, c2 + (3 * rowTo));
        s40.GetLower().Store(c0 + (4 * rowTo));
        s40.GetUpper().Store(c3 + (4 * rowTo));
        Lanes512.Store(s41, c1 + (4 * rowTo));
        Lanes512.Store(s42, c2 + (4 * rowTo));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Halves6(float* weights, nint* offsets, nint k, float* source, float* to, nint* slots, float* bias, nint rowTo, bool relu)
    {
        float* p0 = source + slots[0];
        float* p1 = source + slots[1];
        float* p2 = source + slots[2];
        float* p3 = source + slots[3];
        Vector512<float> s00 = Lanes512.Create(bias[0]), s01 = s00, s02 = s00;
        Vector512<float> s10 = Lanes512.Create(bias[1]), s11 = s10, s12 = s10;
        Vector512<float> s20 = Lanes512.Create(bias[2]), s21 = s20, s22 = s20;
        Vector512<float> s30 = Lanes512.Create(bias[3]), s31 = s30, s32 = s30;
        Vector512<float> s40 = Lanes512.Create(bias[4]), s41 = s40, s42 = s40;
        Vector512<float> s50 = Lanes512.Create(bias[5]), s51 = s50, s52 = s50;
        for (nint p = 0; p < k; p++)
        {
            nint at = offsets[p];
            Vector512<float> b0 = Vector512.Create(Vector256.Load(p0 + at), Vector256.Load(p3 + at));
            Vector512<float> b1 = Lanes512.Load(p1 + at);
            Vector512<float> b2 = Lanes512.Load(p2 + at);
            Vector512<float> x0 = Lanes512.Create(weights[0]);
            s00 = Lanes512.Fma(x0, b0, s00);
            s01 = Lanes512.Fma(x0, b1, s01);
            s02 = Lanes512.Fma(x0, b2, s02);
            Vector512<float> x1 = Lanes512.Create(weights[1]);
            s10 = Lanes512.Fma(x1, b0, s10);
            s11 = Lanes512.Fma(x1, b1, s11);
            s12 = Lanes512.Fma(x1, b2, s12);
            Vector512<float> x2 = Lanes512.Create(weights[2]);
            s20 = Lanes512.Fma(x2, b0, s20);
            s21 = Lanes512.Fma(x2, b1, s21);
            s22 = Lanes512.Fma(x2, b2, s22);
            Vector512<float> x3 = Lanes512.Create(weights[3]);
            s30 = Lanes512.Fma(x3, b0, s30);
            s31 = Lanes512.Fma(x3, b1, s31);
            s32 = Lanes512.Fma(x3, b2, s32);
            Vector512<float> x4 = Lanes512.Create(weights[4]);
            s40 = Lanes512.Fma(x4, b0, s40);
            s41 = Lanes512.Fma(x4, b1, s41);
            s42 = Lanes512.Fma(x4, b2, s42);
            Vector512<float> x5 = Lanes512.Create(weights[5]);
            s50 = Lanes512.Fma(x5, b0, s50);
            s51 = Lanes512.Fma(x5, b1, s51);
            s52 = Lanes512.Fma(x5, b2, s52);
            weights += 6;
        }

        if (relu)
        {
            Vector512<float> zero = Lanes512.Create(0f);
            s00 = Lanes512.Select(Lanes512.Less(s00, zero), zero, s00);
            s01 = Lanes512.Select(Lanes512.Less(s01, zero), zero, s01);
            s02 = Lanes512.Select(Lanes512.Less(s02, zero), zero, s02);
            s10 = Lanes512.Select(Lanes512.Less(s10, zero), zero, s10);
            s11 = Lanes512.Select(Lanes512.Less(s11, zero), zero, s11);
            s12 = Lanes512.Select(Lanes512.Less(s12, zero), zero, s12);
            s20 = Lanes512.Select(Lanes512.Less(s20, zero), zero, s20);
            s21 = Lanes512.Select(Lanes512.Less(s21, zero), zero, s21);
            s22 = Lanes512.Select(Lanes512.Less(s22, zero), zero, s22);
            s30 = Lanes512.Select(Lanes512.Less(s30, zero), zero, s30);
            s31 = Lanes512.Select(Lanes512.Less(s31, zero), zero, s31);
            s32 = Lanes512.Select(Lanes512.Less(s32, zero), zero, s32);
            s40 = Lanes512.Select(Lanes512.Less(s40, zero), zero, s40);
            s41 = Lanes512.Select(Lanes512.Less(s41, zero), zero, s41);
            s42 = Lanes512.Select(Lanes512.Less(s42, zero), zero, s42);
            s50 = Lanes512.Select(Lanes512.Less(s50, zero), zero, s50);
            s51 = Lanes512.Select(Lanes512.Less(s51, zero), zero, s51);
            s52 = Lanes512.Select(Lanes512.Less(s52, zero), zero, s52);
        }

        float* c0 = to + slots[8];
        float* c1 = to + slots[9];
        float* c2 = to + slots[10];
        float* c3 = to + slots[11];
        s00.GetLower().Store(c0 + (0 * rowTo));
        s00.GetUpper().Store(c3 + (0 * rowTo));
        Lanes512.Store(s01, c1 + (0 * rowTo));
        Lanes512.Store(s02, c2 + (0 * rowTo));
        s10.GetLower().Store(c0 + (1 * rowTo));
        s10.GetUpper().Store(c3 + (1 * rowTo));
        Lanes512.Store(s11, c1 + (1 * rowTo));
        Lanes512.Store(s12, c2 + (1 * rowTo));
        s20.GetLower().Store(c0 + (2 * rowTo));
        s20.GetUpper().Store(c3 + (2 * rowTo));
        Lanes512.Store(s21, c1 + (2 * rowTo));
        Lanes512.Store(s22, c2 + (2 * rowTo));
        s30.GetLower().Store(c0 + (3 * rowTo));
        s30.GetUpper().Store(c3 + (3 * rowTo));
        Lanes512.Store(s31, c1 + (3 * rowTo));
        Lanes512.Store(s32, c2 + (3 * rowTo));
        s40.GetLower().Store(c0 + (4 * rowTo));
        s40.GetUpper().Store(c3 + (4 * rowTo));
        Lanes512.Store(s41, c1 + (4 * rowTo));
        Lanes512.Store(s42, c2 + (4 * rowTo));
        s50.GetLower().Store(c0 + (5 * rowTo));
        s50.GetUpper().Store(c3 + (5 * rowTo));
        Lanes512.Store(s51, c1 + (5 * rowTo));
        Lanes512.Store(s52, c2 + (5 * rowTo));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Halves7(float* weights, nint* offsets, nint k, float* source, float* to, nint* slots, float* bias, nint rowTo, bool relu)
    {
        float* p0 = source + slots[0];
        float* p1 = source + slots[1];
        float* p2 = source + slots[2];
        float* p3 = source + slots[3];
        Vector512<float> s00 = Lanes512.Create(bias[0]), s01 = s00, s02 = s00;
        Vector512<float> s10 = Lanes512.Create(bias[1]), s11 = s10, s12 = s10;
        Vector512<float> s20 = Lanes512.Create(bias[2]), s21 = s20, s22 = s20;
        Vector512<float> s30 = Lanes512.Create(bias[3]), s31 = s30, s32 = s30;
        Vector512<float> s40 = Lanes512.Create(bias[4]), s41 = s40, s42 = s40;
        Vector512<float> s50 = Lanes512.Create(bias[5]), s51 = s50, s52 = s50;
        Vector512<float> s60 = Lanes512.Create(bias[6]), s61 = s60, s62 = s60;
        for (nint p = 0; p < k; p++)
        {
            nint at = offsets[p];
            Vector512<float> b0 = Vector512.Create(Vector256.Load(p0 + at), Vector256.Load(p3 + at));
            Vector512<float> b1 = Lanes512.Load(p1 + at);
            Vector512<float> b2 = Lanes512.Load(p2 + at);
            Vector512<float> x0 = Lanes512.Create(weights[0]);
            s00 = Lanes512.Fma(x0, b0, s00);
            s01 = Lanes512.Fma(x0, b1, s01);
            s02 = Lanes512.Fma(x0, b2, s02);
            Vector512<float> x1 = Lanes512.Create(weights[1]);
            s10 = Lanes512.Fma(x1, b0, s10);
            s11 = Lanes512.Fma(x1, b1, s11);
            s12 = Lanes512.Fma(x1, b2, s12);
            Vector512<float> x2 = Lanes512.Create(weights[2]);
            s20 = Lanes512.Fma(x2, b0, s20);
            s21 = Lanes512.Fma(x2, b1, s21);
            s22 = Lanes512.Fma(x2, b2, s22);
            Vector512<float> x3 = Lanes512.Create(weights[3]);
            s30 = Lanes512.Fma(x3, b0, s30);
            s31 = Lanes512.Fma(x3, b1, s31);
            s32 = Lanes512.Fma(x3, b2, s32);
            Vector512<float> x4 = Lanes512.Create(weights[4]);
            s40 = Lanes512.Fma(x4, b0, s40);
            s41 = Lanes512.Fma(x4, b1, s41);
            s42 = Lanes512.Fma(x4, b2, s42);
            Vector512<float> x5 = Lanes512.Create(weights[5]);
            s50 = Lanes512.Fma(x5, b0, s50);
            s51 = Lanes512.Fma(x5, b1, s51);
            s52 = Lanes512.Fma(x5, b2, s52);
            Vector512<float> x6 = Lanes512.Create(weights[6]);
            s60 = Lanes512.Fma(x6, b0, s60);
            s61 = Lanes512.Fma(x6, b1, s61);
            s62 = Lanes512.Fma(x6, b2, s62);
            weights += 7;
        }

        if (relu)
        {
            Vector512<float> zero = Lanes512.Create(0f);
            s00 = Lanes512.Select(Lanes512.Less(s00, zero), zero, s00);
            s01 = Lanes512.Select(Lanes512.Less(s01, zero), zero, s01);
            s02 = Lanes512.Select(Lanes512.Less(s02, zero), zero, s02);
            s10 = Lanes512.Select(Lanes512.Less(s10, zero), zero, s10);
            s11 = Lanes512.Select(Lanes512.Less(s11, zero), zero, s11);
            s12 = Lanes512.Select(Lanes512.Less(s12, zero), zero, s12);
            s20 = Lanes512.Select(Lanes512.Less(s20, zero), zero, s20);
            s21 = Lanes512.Select(Lanes512.Less(s21, zero), zero, s21);
            s22 = Lanes512.Select(Lanes512.Less(s22, zero), zero, s22);
            s30 = Lanes512.Select(Lanes512.Less(s30, zero), zero, s30);
            s31 = Lanes512.Select(Lanes512.Less(s31, zero), zero, s31);
            s32 = Lanes512.Select(Lanes512.Less(s32, zero), zero, s32);
            s40 = Lanes512.Select(Lanes512.Less(s40, zero), zero, s40);
            s41 = Lanes512.Select(Lanes512.Less(s41, zero), zero, s41);
            s42 = Lanes512.Select(Lanes512.Less(s42, zero), zero, s42);
            s50 = Lanes512.Select(Lanes512.Less(s50, zero), zero, s50);
            s51 = Lanes512.Select(Lanes512.Less(s51, zero), zero, s51);
            s52 = Lanes512.Select(Lanes512.Less(s52, zero), zero, s52);
            s60 = Lanes512.Select(Lanes512.Less(s60, zero), zero, s60);
            s61 = Lanes512.Select(Lanes512.Less(s61, zero), zero, s61);
            s62 = Lanes512.Select(Lanes512.Less(s62, zero), zero, s62);
        }

        float* c0 = to + slots[8];
        float* c1 = to + slots[9];
        float* c2 = to + slots[10];
        float* c3 = to + slots[11];
        s00.GetLower().Store(c0 + (0 * rowTo));
        s00.GetUpper().Store(c3 + (0 * rowTo));
        Lanes512.Store(s01, c1 + (0 * rowTo));
        Lanes512.Store(s02, c2 + (0 * rowTo));
        s10.GetLower().Store(c0 + (1 * rowTo));
        s10.GetUpper().Store(c3 + (1 * rowTo));
        Lanes512.Store(s11, c1 + (1 * rowTo));
        Lanes512.Store(s12, c2 + (1 * rowTo));
        s20.GetLower().Store(c0 + (2 * rowTo));
        s20.GetUpper().Store(c3 + (2 * rowTo));
        Lanes512.Store(s21, c1 + (2 * rowTo));
        Lanes512.Store(s22, c2 + (2 * rowTo));
        s30.GetLower().Store(c0 + (3 * rowTo));
        s30.GetUpper().Store(c3 + (3 * rowTo));
        Lanes512.Store(s31, c1 + (3 * rowTo));
        Lanes512.Store(s32, c2 + (3 * rowTo));
        s40.GetLower().Store(c0 + (4 * rowTo));
        s40.GetUpper().Store(c3 + (4 * rowTo));
        Lanes512.Store(s41, c1 + (4 * rowTo));
        Lanes512.Store(s42, c2 + (4 * rowTo));
        s50.GetLower().Store(c0 + (5 * rowTo));
        s50.GetUpper().Store(c3 + (5 * rowTo));
        Lanes512.Store(s51, c1 + (5 * rowTo));
        Lanes512.Store(s52, c2 + (5 * rowTo));
        s60.GetLower().Store(c0 + (6 * rowTo));
        s60.GetUpper().Store(c3 + (6 * rowTo));
        Lanes512.Store(s61, c1 + (6 * rowTo));
        Lanes512.Store(s62, c2 + (6 * rowTo));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Halves8(float* weights, nint* offsets, nint k, float* source, float* to, nint* slots, float* bias, nint rowTo, bool relu)
    {
        float* p0 = source + slots[0];
        float* p1 = source + slots[1];
        float* p2 = source + slots[2];
        float* p3 = source + slots[3];
        Vector512<float> s00 = Lanes512.Create(bias[0]), s01 = s00, s02 = s00;
        Vector512<float> s10 = Lanes512.Create(bias[1]), s11 = s10, s12 = s10;
        Vector512<float> s20 = Lanes512.Create(bias[2]), s21 = s20, s22 = s20;
        Vector512<float> s30 = Lanes512.Create(bias[3]), s31 = s30, s32 = s30;
        Vector512<float> s40 = Lanes512.Create(bias[4]), s41 = s40, s42 = s40;
        Vector512<float> s50 = Lanes512.Create(bias[5]), s51 = s50, s52 = s50;
        Vector512<float> s60 = Lanes512.Create(bias[6]), s61 = s60, s62 = s60;
        Vector512<float> s70 = Lanes512.Create(bias[7]), s71 = s70, s72 = s70;
        for (nint p = 0; p < k; p++)
        {
            nint at = offsets[p];
            Vector512<float> b0 = Vector512.Create(Vector256.Load(p0 + at), Vector256.Load(p3 + at));
            Vector512<float> b1 = Lanes512.Load(p1 + at);
            Vector512<float> b2 = Lanes512.Load(p2 + at);
            Vector512<float> x0 = Lanes512.Create(weights[0]);
            s00 = Lanes512.Fma(x0, b0, s00);
            s01 = Lanes512.Fma(x0, b1, s01);
            s02 = Lanes512.Fma(x0, b2, s02);
            Vector512<float> x1 = Lanes512.Create(weights[1]);
            s10 = Lanes512.Fma(x1, b0, s10);
            s11 = Lanes512.Fma(x1, b1, s11);
            s12 = Lanes512.Fma(x1, b2, s12);
            Vector512<float> x2 = Lanes512.Create(weights[2]);
            s20 = Lanes512.Fma(x2, b0, s20);
            s21 = Lanes512.Fma(x2, b1, s21);
            s22 = Lanes512.Fma(x2, b2, s22);
            Vector512<float> x3 = Lanes512.Create(weights[3]);
            s30 = Lanes512.Fma(x3, b0, s30);
            s31 = Lanes512.Fma(x3, b1, s31);
            s32 = Lanes512.Fma(x3, b2, s32);
            Vector512<float> x4 = Lanes512.Create(weights[4]);
            s40 = Lanes512.Fma(x4, b0, s40);
            s41 = Lanes512.Fma(x4, b1, s41);
            s42 = Lanes512.Fma(x4, b2, s42);
            Vector512<float> x5 = Lanes512.Create(weights[5]);
            s50 = Lanes512.Fma(x5, b0, s50);
            s51 = Lanes512.Fma(x5, b1, s51);
            s52 = Lanes512.Fma(x5, b2, s52);
            Vector512<float> x6 = Lanes512.Create(weights[6]);
            s60 = Lanes512.Fma(x6, b0, s60);
            s61 = Lanes512.Fma(x6, b1, s61);
            s62 = Lanes512.Fma(x6, b2, s62);
            Vector512<float> x7 = Lanes512.Create(weights[7]);
            s70 = Lanes512.Fma(x7, b0, s70);
            s71 = Lanes512.Fma(x7, b1, s71);
            s72 = Lanes512.Fma(x7, b2, s72);
            weights += 8;
        }

        if (relu)
        {
            Vector512<float> zero = Lanes512.Create(0f);
            s00 = Lanes512.Select(Lanes512.Less(s00, zero), zero, s00);
            s01 = Lanes512.Select(Lanes512.Less(s01, zero), zero, s01);
            s02 = Lanes512.Select(Lanes512.Less(s02, zero), zero, s02);
            s10 = Lanes512.Select(Lanes512.Less(s10, zero), zero, s10);
            s11 = Lanes512.Select(Lanes512.Less(s11, zero), zero, s11);
            s12 = Lanes512.Select(Lanes512.Less(s12, zero), zero, s12);
            s20 = Lanes512.Select(Lanes512.Less(s20, zero), zero, s20);
            s21 = Lanes512.Select(Lanes512.Less(s21, zero), zero, s21);
            s22 = Lanes512.Select(Lanes512.Less(s22, zero), zero, s22);
            s30 = Lanes512.Select(Lanes512.Less(s30, zero), zero, s30);
            s31 = Lanes512.Select(Lanes512.Less(s31, zero), zero, s31);
            s32 = Lanes512.Select(Lanes512.Less(s32, zero), zero, s32);
            s40 = Lanes512.Select(Lanes512.Less(s40, zero), zero, s40);
            s41 = Lanes512.Select(Lanes512.Less(s41, zero), zero, s41);
            s42 = Lanes512.Select(Lanes512.Less(s42, zero), zero, s42);
            s50 = Lanes512.Select(Lanes512.Less(s50, zero), zero, s50);
            s51 = Lanes512.Select(Lanes512.Less(s51, zero), zero, s51);
            s52 = Lanes512.Select(Lanes512.Less(s52, zero), zero, s52);
            s60 = Lanes512.Select(Lanes512.Less(s60, zero), zero, s60);
            s61 = Lanes512.Select(Lanes512.Less(s61, zero), zero, s61);
            s62 = Lanes512.Select(Lanes512.Less(s62, zero), zero, s62);
            s70 = Lanes512.Select(Lanes512.Less(s70, zero), zero, s70);
            s71 = Lanes512.Select(Lanes512.Less(s71, zero), zero, s71);
            s72 = Lanes512.Select(Lanes512.Less(s72, zero), zero, s72);
        }

        float* c0 = to + slots[8];
        float* c1 = to + slots[9];
        float* c2 = to + slots[10];
        float* c3 = to + slots[11];
        s00.GetLower().Store(c0 + (0 * rowTo));
        s00.GetUpper().Store(c3 + (0 * rowTo));
        Lanes512.Store(s01, c1 + (0 * rowTo));
        Lanes512.Store(s02, c2 + (0 * rowTo));
        s10.GetLower().Store(c0 + (1 * rowTo));
        s10.GetUpper().Store(c3 + (1 * rowTo));
        Lanes512.Store(s11, c1 + (1 * rowTo));
        Lanes512.Store(s12, c2 + (1 * rowTo));
        s20.GetLower().Store(c0 + (2 * rowTo));
        s20.GetUpper().Store(c3 + (2 * rowTo));
        Lanes512.Store(s21, c1 + (2 * rowTo));
        Lanes512.Store(s22, c2 + (2 * rowTo));
        s30.GetLower().Store(c0 + (3 * rowTo));
        s30.GetUpper().Store(c3 + (3 * rowTo));
        Lanes512.Store(s31, c1 + (3 * rowTo));
        Lanes512.Store(s32, c2 + (3 * rowTo));
        s40.GetLower().Store(c0 + (4 * rowTo));
        s40.GetUpper().Store(c3 + (4 * rowTo));
        Lanes512.Store(s41, c1 + (4 * rowTo));
        Lanes512.Store(s42, c2 + (4 * rowTo));
        s50.GetLower().Store(c0 + (5 * rowTo));
        s50.GetUpper().Store(c3 + (5 * rowTo));
        Lanes512.Store(s51, c1 + (5 * rowTo));
        Lanes512.Store(s52, c2 + (5 * rowTo));
        s60.GetLower().Store(c0 + (6 * rowTo));
        s60.GetUpper().Store(c3 + (6 * rowTo));
        Lanes512.Store(s61, c1 + (6 * rowTo));
        Lanes512.Store(s62, c2 + (6 * rowTo));
        s70.GetLower().Store(c0 + (7 * rowTo));
        s70.GetUpper().Store(c3 + (7 * rowTo));
        Lanes512.Store(s71, c1 + (7 * rowTo));
        Lanes512.Store(s72, c2 + (7 * rowTo));
    }
}
