// Written by TurnedTiles.template.py; change that and run it.
using System.Runtime.CompilerServices;
using Gradus.Tensors.Kernels.Lanes;

namespace Gradus.Tensors.Kernels.Convolution;

/// <summary>
/// Tiles of the direct convolution for rows shorter than a vector: R places a step apart, by C vectors of filters. Each lane is one element, summed from where it starts in ascending
/// order of the taps by fused multiply-adds: the same bits as <see cref="CorrelationTiles"/> gives.
/// </summary>
internal static unsafe class TurnedTiles
{
    /// <summary>The most places of a tile.</summary>
    internal const int MostPlaces = 8;

    /// <summary>Runs the tile of a size.</summary>
    internal static void Run<L, V>(int rows, int vectors, float* x, nint step, nint* offsets, nint k, float* weights, float* start, nint rowStart, float* to, nint rowTo, bool relu)
        where L : ILanes<V>
        where V : unmanaged
    {
        switch ((rows * 16) + vectors)
        {
            case 17:
                Tile1x1<L, V>(x, step, offsets, k, weights, start, rowStart, to, rowTo, relu);
                break;
            case 18:
                Tile1x2<L, V>(x, step, offsets, k, weights, start, rowStart, to, rowTo, relu);
                break;
            case 19:
                Tile1x3<L, V>(x, step, offsets, k, weights, start, rowStart, to, rowTo, relu);
                break;
            case 33:
                Tile2x1<L, V>(x, step, offsets, k, weights, start, rowStart, to, rowTo, relu);
                break;
            case 34:
                Tile2x2<L, V>(x, step, offsets, k, weights, start, rowStart, to, rowTo, relu);
                break;
            case 35:
                Tile2x3<L, V>(x, step, offsets, k, weights, start, rowStart, to, rowTo, relu);
                break;
            case 49:
                Tile3x1<L, V>(x, step, offsets, k, weights, start, rowStart, to, rowTo, relu);
                break;
            case 50:
                Tile3x2<L, V>(x, step, offsets, k, weights, start, rowStart, to, rowTo, relu);
                break;
            case 51:
                Tile3x3<L, V>(x, step, offsets, k, weights, start, rowStart, to, rowTo, relu);
                break;
            case 65:
                Tile4x1<L, V>(x, step, offsets, k, weights, start, rowStart, to, rowTo, relu);
                break;
            case 66:
                Tile4x2<L, V>(x, step, offsets, k, weights, start, rowStart, to, rowTo, relu);
                break;
            case 67:
                Tile4x3<L, V>(x, step, offsets, k, weights, start, rowStart, to, rowTo, relu);
                break;
            case 81:
                Tile5x1<L, V>(x, step, offsets, k, weights, start, rowStart, to, rowTo, relu);
                break;
            case 82:
                Tile5x2<L, V>(x, step, offsets, k, weights, start, rowStart, to, rowTo, relu);
                break;
            case 83:
                Tile5x3<L, V>(x, step, offsets, k, weights, start, rowStart, to, rowTo, relu);
                break;
            case 97:
                Tile6x1<L, V>(x, step, offsets, k, weights, start, rowStart, to, rowTo, relu);
                break;
            case 98:
                Tile6x2<L, V>(x, step, offsets, k, weights, start, rowStart, to, rowTo, relu);
                break;
            case 99:
                Tile6x3<L, V>(x, step, offsets, k, weights, start, rowStart, to, rowTo, relu);
                break;
            case 113:
                Tile7x1<L, V>(x, step, offsets, k, weights, start, rowStart, to, rowTo, relu);
                break;
            case 114:
                Tile7x2<L, V>(x, step, offsets, k, weights, start, rowStart, to, rowTo, relu);
                break;
            case 115:
                Tile7x3<L, V>(x, step, offsets, k, weights, start, rowStart, to, rowTo, relu);
                break;
            case 129:
                Tile8x1<L, V>(x, step, offsets, k, weights, start, rowStart, to, rowTo, relu);
                break;
            case 130:
                Tile8x2<L, V>(x, step, offsets, k, weights, start, rowStart, to, rowTo, relu);
                break;
            case 131:
                Tile8x3<L, V>(x, step, offsets, k, weights, start, rowStart, to, rowTo, relu);
                break;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile1x1<L, V>(float* x, nint step, nint* offsets, nint k, float* weights, float* start, nint rowStart, float* to, nint rowTo, bool relu)
        where L : ILanes<V>
        where V : unmanaged
    {
        V s00 = L.Load(start + (0 * rowStart) + (0 * L.Count));
        for (nint p = 0; p < k; p++)
        {
            float* at = x + offsets[p];
            V b0 = L.Load(weights + (0 * L.Count));
            V x0 = L.Create(at[0 * step]);
            s00 = L.Fma(x0, b0, s00);
            weights += 1 * L.Count;
        }

        if (relu)
        {
            V zero = L.Create(0f);
            s00 = L.Select(L.Less(s00, zero), zero, s00);
        }

        L.Store(s00, to + (0 * rowTo) + (0 * L.Count));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile1x2<L, V>(float* x, nint step, nint* offsets, nint k, float* weights, float* start, nint rowStart, float* to, nint rowTo, bool relu)
        where L : ILanes<V>
        where V : unmanaged
    {
        V s00 = L.Load(start + (0 * rowStart) + (0 * L.Count));
        V s01 = L.Load(start + (0 * rowStart) + (1 * L.Count));
        for (nint p = 0; p < k; p++)
        {
            float* at = x + offsets[p];
            V b0 = L.Load(weights + (0 * L.Count));
            V b1 = L.Load(weights + (1 * L.Count));
            V x0 = L.Create(at[0 * step]);
            s00 = L.Fma(x0, b0, s00);
            s01 = L.Fma(x0, b1, s01);
            weights += 2 * L.Count;
        }

        if (relu)
        {
            V zero = L.Create(0f);
            s00 = L.Select(L.Less(s00, zero), zero, s00);
            s01 = L.Select(L.Less(s01, zero), zero, s01);
        }

        L.Store(s00, to + (0 * rowTo) + (0 * L.Count));
        L.Store(s01, to + (0 * rowTo) + (1 * L.Count));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile1x3<L, V>(float* x, nint step, nint* offsets, nint k, float* weights, float* start, nint rowStart, float* to, nint rowTo, bool relu)
        where L : ILanes<V>
        where V : unmanaged
    {
        V s00 = L.Load(start + (0 * rowStart) + (0 * L.Count));
        V s01 = L.Load(start + (0 * rowStart) + (1 * L.Count));
        V s02 = L.Load(start + (0 * rowStart) + (2 * L.Count));
        for (nint p = 0; p < k; p++)
        {
            float* at = x + offsets[p];
            V b0 = L.Load(weights + (0 * L.Count));
            V b1 = L.Load(weights + (1 * L.Count));
            V b2 = L.Load(weights + (2 * L.Count));
            V x0 = L.Create(at[0 * step]);
            s00 = L.Fma(x0, b0, s00);
            s01 = L.Fma(x0, b1, s01);
            s02 = L.Fma(x0, b2, s02);
            weights += 3 * L.Count;
        }

        if (relu)
        {
            V zero = L.Create(0f);
            s00 = L.Select(L.Less(s00, zero), zero, s00);
            s01 = L.Select(L.Less(s01, zero), zero, s01);
            s02 = L.Select(L.Less(s02, zero), zero, s02);
        }

        L.Store(s00, to + (0 * rowTo) + (0 * L.Count));
        L.Store(s01, to + (0 * rowTo) + (1 * L.Count));
        L.Store(s02, to + (0 * rowTo) + (2 * L.Count));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile2x1<L, V>(float* x, nint step, nint* offsets, nint k, float* weights, float* start, nint rowStart, float* to, nint rowTo, bool relu)
        where L : ILanes<V>
        where V : unmanaged
    {
        V s00 = L.Load(start + (0 * rowStart) + (0 * L.Count));
        V s10 = L.Load(start + (1 * rowStart) + (0 * L.Count));
        for (nint p = 0; p < k; p++)
        {
            float* at = x + offsets[p];
            V b0 = L.Load(weights + (0 * L.Count));
            V x0 = L.Create(at[0 * step]);
            s00 = L.Fma(x0, b0, s00);
            V x1 = L.Create(at[1 * step]);
            s10 = L.Fma(x1, b0, s10);
            weights += 1 * L.Count;
        }

        if (relu)
        {
            V zero = L.Create(0f);
            s00 = L.Select(L.Less(s00, zero), zero, s00);
            s10 = L.Select(L.Less(s10, zero), zero, s10);
        }

        L.Store(s00, to + (0 * rowTo) + (0 * L.Count));
        L.Store(s10, to + (1 * rowTo) + (0 * L.Count));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile2x2<L, V>(float* x, nint step, nint* offsets, nint k, float* weights, float* start, nint rowStart, float* to, nint rowTo, bool relu)
        where L : ILanes<V>
        where V : unmanaged
    {
        V s00 = L.Load(start + (0 * rowStart) + (0 * L.Count));
        V s01 = L.Load(start + (0 * rowStart) + (1 * L.Count));
        V s10 = L.Load(start + (1 * rowStart) + (0 * L.Count));
        V s11 = L.Load(start + (1 * rowStart) + (1 * L.Count));
        for (nint p = 0; p < k; p++)
        {
            float* at = x + offsets[p];
            V b0 = L.Load(weights + (0 * L.Count));
            V b1 = L.Load(weights + (1 * L.Count));
            V x0 = L.Create(at[0 * step]);
            s00 = L.Fma(x0, b0, s00);
            s01 = L.Fma(x0, b1, s01);
            V x1 = L.Create(at[1 * step]);
            s10 = L.Fma(x1, b0, s10);
            s11 = L.Fma(x1, b1, s11);
            weights += 2 * L.Count;
        }

        if (relu)
        {
            V zero = L.Create(0f);
            s00 = L.Select(L.Less(s00, zero), zero, s00);
            s01 = L.Select(L.Less(s01, zero), zero, s01);
            s10 = L.Select(L.Less(s10, zero), zero, s10);
            s11 = L.Select(L.Less(s11, zero), zero, s11);
        }

        L.Store(s00, to + (0 * rowTo) + (0 * L.Count));
        L.Store(s01, to + (0 * rowTo) + (1 * L.Count));
        L.Store(s10, to + (1 * rowTo) + (0 * L.Count));
        L.Store(s11, to + (1 * rowTo) + (1 * L.Count));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile2x3<L, V>(float* x, nint step, nint* offsets, nint k, float* weights, float* start, nint rowStart, float* to, nint rowTo, bool relu)
        where L : ILanes<V>
        where V : unmanaged
    {
        V s00 = L.Load(start + (0 * rowStart) + (0 * L.Count));
        V s01 = L.Load(start + (0 * rowStart) + (1 * L.Count));
        V s02 = L.Load(start + (0 * rowStart) + (2 * L.Count));
        V s10 = L.Load(start + (1 * rowStart) + (0 * L.Count));
        V s11 = L.Load(start + (1 * rowStart) + (1 * L.Count));
        V s12 = L.Load(start + (1 * rowStart) + (2 * L.Count));
        for (nint p = 0; p < k; p++)
        {
            float* at = x + offsets[p];
            V b0 = L.Load(weights + (0 * L.Count));
            V b1 = L.Load(weights + (1 * L.Count));
            V b2 = L.Load(weights + (2 * L.Count));
            V x0 = L.Create(at[0 * step]);
            s00 = L.Fma(x0, b0, s00);
            s01 = L.Fma(x0, b1, s01);
            s02 = L.Fma(x0, b2, s02);
            V x1 = L.Create(at[1 * step]);
            s10 = L.Fma(x1, b0, s10);
            s11 = L.Fma(x1, b1, s11);
            s12 = L.Fma(x1, b2, s12);
            weights += 3 * L.Count;
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

        L.Store(s00, to + (0 * rowTo) + (0 * L.Count));
        L.Store(s01, to + (0 * rowTo) + (1 * L.Count));
        L.Store(s02, to + (0 * rowTo) + (2 * L.Count));
        L.Store(s10, to + (1 * rowTo) + (0 * L.Count));
        L.Store(s11, to + (1 * rowTo) + (1 * L.Count));
        L.Store(s12, to + (1 * rowTo) + (2 * L.Count));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile3x1<L, V>(float* x, nint step, nint* offsets, nint k, float* weights, float* start, nint rowStart, float* to, nint rowTo, bool relu)
        where L : ILanes<V>
        where V : unmanaged
    {
        V s00 = L.Load(start + (0 * rowStart) + (0 * L.Count));
        V s10 = L.Load(start + (1 * rowStart) + (0 * L.Count));
        V s20 = L.Load(start + (2 * rowStart) + (0 * L.Count));
        for (nint p = 0; p < k; p++)
        {
            float* at = x + offsets[p];
            V b0 = L.Load(weights + (0 * L.Count));
            V x0 = L.Create(at[0 * step]);
            s00 = L.Fma(x0, b0, s00);
            V x1 = L.Create(at[1 * step]);
            s10 = L.Fma(x1, b0, s10);
            V x2 = L.Create(at[2 * step]);
            s20 = L.Fma(x2, b0, s20);
            weights += 1 * L.Count;
        }

        if (relu)
        {
            V zero = L.Create(0f);
            s00 = L.Select(L.Less(s00, zero), zero, s00);
            s10 = L.Select(L.Less(s10, zero), zero, s10);
            s20 = L.Select(L.Less(s20, zero), zero, s20);
        }

        L.Store(s00, to + (0 * rowTo) + (0 * L.Count));
        L.Store(s10, to + (1 * rowTo) + (0 * L.Count));
        L.Store(s20, to + (2 * rowTo) + (0 * L.Count));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile3x2<L, V>(float* x, nint step, nint* offsets, nint k, float* weights, float* start, nint rowStart, float* to, nint rowTo, bool relu)
        where L : ILanes<V>
        where V : unmanaged
    {
        V s00 = L.Load(start + (0 * rowStart) + (0 * L.Count));
        V s01 = L.Load(start + (0 * rowStart) + (1 * L.Count));
        V s10 = L.Load(start + (1 * rowStart) + (0 * L.Count));
        V s11 = L.Load(start + (1 * rowStart) + (1 * L.Count));
        V s20 = L.Load(start + (2 * rowStart) + (0 * L.Count));
        V s21 = L.Load(start + (2 * rowStart) + (1 * L.Count));
        for (nint p = 0; p < k; p++)
        {
            float* at = x + offsets[p];
            V b0 = L.Load(weights + (0 * L.Count));
            V b1 = L.Load(weights + (1 * L.Count));
            V x0 = L.Create(at[0 * step]);
            s00 = L.Fma(x0, b0, s00);
            s01 = L.Fma(x0, b1, s01);
            V x1 = L.Create(at[1 * step]);
            s10 = L.Fma(x1, b0, s10);
            s11 = L.Fma(x1, b1, s11);
            V x2 = L.Create(at[2 * step]);
            s20 = L.Fma(x2, b0, s20);
            s21 = L.Fma(x2, b1, s21);
            weights += 2 * L.Count;
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

        L.Store(s00, to + (0 * rowTo) + (0 * L.Count));
        L.Store(s01, to + (0 * rowTo) + (1 * L.Count));
        L.Store(s10, to + (1 * rowTo) + (0 * L.Count));
        L.Store(s11, to + (1 * rowTo) + (1 * L.Count));
        L.Store(s20, to + (2 * rowTo) + (0 * L.Count));
        L.Store(s21, to + (2 * rowTo) + (1 * L.Count));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile3x3<L, V>(float* x, nint step, nint* offsets, nint k, float* weights, float* start, nint rowStart, float* to, nint rowTo, bool relu)
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
        for (nint p = 0; p < k; p++)
        {
            float* at = x + offsets[p];
            V b0 = L.Load(weights + (0 * L.Count));
            V b1 = L.Load(weights + (1 * L.Count));
            V b2 = L.Load(weights + (2 * L.Count));
            V x0 = L.Create(at[0 * step]);
            s00 = L.Fma(x0, b0, s00);
            s01 = L.Fma(x0, b1, s01);
            s02 = L.Fma(x0, b2, s02);
            V x1 = L.Create(at[1 * step]);
            s10 = L.Fma(x1, b0, s10);
            s11 = L.Fma(x1, b1, s11);
            s12 = L.Fma(x1, b2, s12);
            V x2 = L.Create(at[2 * step]);
            s20 = L.Fma(x2, b0, s20);
            s21 = L.Fma(x2, b1, s21);
            s22 = L.Fma(x2, b2, s22);
            weights += 3 * L.Count;
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

        L.Store(s00, to + (0 * rowTo) + (0 * L.Count));
        L.Store(s01, to + (0 * rowTo) + (1 * L.Count));
        L.Store(s02, to + (0 * rowTo) + (2 * L.Count));
        L.Store(s10, to + (1 * rowTo) + (0 * L.Count));
        L.Store(s11, to + (1 * rowTo) + (1 * L.Count));
        L.Store(s12, to + (1 * rowTo) + (2 * L.Count));
        L.Store(s20, to + (2 * rowTo) + (0 * L.Count));
        L.Store(s21, to + (2 * rowTo) + (1 * L.Count));
        L.Store(s22, to + (2 * rowTo) + (2 * L.Count));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile4x1<L, V>(float* x, nint step, nint* offsets, nint k, float* weights, float* start, nint rowStart, float* to, nint rowTo, bool relu)
        where L : ILanes<V>
        where V : unmanaged
    {
        V s00 = L.Load(start + (0 * rowStart) + (0 * L.Count));
        V s10 = L.Load(start + (1 * rowStart) + (0 * L.Count));
        V s20 = L.Load(start + (2 * rowStart) + (0 * L.Count));
        V s30 = L.Load(start + (3 * rowStart) + (0 * L.Count));
        for (nint p = 0; p < k; p++)
        {
            float* at = x + offsets[p];
            V b0 = L.Load(weights + (0 * L.Count));
            V x0 = L.Create(at[0 * step]);
            s00 = L.Fma(x0, b0, s00);
            V x1 = L.Create(at[1 * step]);
            s10 = L.Fma(x1, b0, s10);
            V x2 = L.Create(at[2 * step]);
            s20 = L.Fma(x2, b0, s20);
            V x3 = L.Create(at[3 * step]);
            s30 = L.Fma(x3, b0, s30);
            weights += 1 * L.Count;
        }

        if (relu)
        {
            V zero = L.Create(0f);
            s00 = L.Select(L.Less(s00, zero), zero, s00);
            s10 = L.Select(L.Less(s10, zero), zero, s10);
            s20 = L.Select(L.Less(s20, zero), zero, s20);
            s30 = L.Select(L.Less(s30, zero), zero, s30);
        }

        L.Store(s00, to + (0 * rowTo) + (0 * L.Count));
        L.Store(s10, to + (1 * rowTo) + (0 * L.Count));
        L.Store(s20, to + (2 * rowTo) + (0 * L.Count));
        L.Store(s30, to + (3 * rowTo) + (0 * L.Count));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile4x2<L, V>(float* x, nint step, nint* offsets, nint k, float* weights, float* start, nint rowStart, float* to, nint rowTo, bool relu)
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
        for (nint p = 0; p < k; p++)
        {
            float* at = x + offsets[p];
            V b0 = L.Load(weights + (0 * L.Count));
            V b1 = L.Load(weights + (1 * L.Count));
            V x0 = L.Create(at[0 * step]);
            s00 = L.Fma(x0, b0, s00);
            s01 = L.Fma(x0, b1, s01);
            V x1 = L.Create(at[1 * step]);
            s10 = L.Fma(x1, b0, s10);
            s11 = L.Fma(x1, b1, s11);
            V x2 = L.Create(at[2 * step]);
            s20 = L.Fma(x2, b0, s20);
            s21 = L.Fma(x2, b1, s21);
            V x3 = L.Create(at[3 * step]);
            s30 = L.Fma(x3, b0, s30);
            s31 = L.Fma(x3, b1, s31);
            weights += 2 * L.Count;
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

        L.Store(s00, to + (0 * rowTo) + (0 * L.Count));
        L.Store(s01, to + (0 * rowTo) + (1 * L.Count));
        L.Store(s10, to + (1 * rowTo) + (0 * L.Count));
        L.Store(s11, to + (1 * rowTo) + (1 * L.Count));
        L.Store(s20, to + (2 * rowTo) + (0 * L.Count));
        L.Store(s21, to + (2 * rowTo) + (1 * L.Count));
        L.Store(s30, to + (3 * rowTo) + (0 * L.Count));
        L.Store(s31, to + (3 * rowTo) + (1 * L.Count));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile4x3<L, V>(float* x, nint step, nint* offsets, nint k, float* weights, float* start, nint rowStart, float* to, nint rowTo, bool relu)
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
        for (nint p = 0; p < k; p++)
        {
            float* at = x + offsets[p];
            V b0 = L.Load(weights + (0 * L.Count));
            V b1 = L.Load(weights + (1 * L.Count));
            V b2 = L.Load(weights + (2 * L.Count));
            V x0 = L.Create(at[0 * step]);
            s00 = L.Fma(x0, b0, s00);
            s01 = L.Fma(x0, b1, s01);
            s02 = L.Fma(x0, b2, s02);
            V x1 = L.Create(at[1 * step]);
            s10 = L.Fma(x1, b0, s10);
            s11 = L.Fma(x1, b1, s11);
            s12 = L.Fma(x1, b2, s12);
            V x2 = L.Create(at[2 * step]);
            s20 = L.Fma(x2, b0, s20);
            s21 = L.Fma(x2, b1, s21);
            s22 = L.Fma(x2, b2, s22);
            V x3 = L.Create(at[3 * step]);
            s30 = L.Fma(x3, b0, s30);
            s31 = L.Fma(x3, b1, s31);
            s32 = L.Fma(x3, b2, s32);
            weights += 3 * L.Count;
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

        L.Store(s00, to + (0 * rowTo) + (0 * L.Count));
        L.Store(s01, to + (0 * rowTo) + (1 * L.Count));
        L.Store(s02, to + (0 * rowTo) + (2 * L.Count));
        L.Store(s10, to + (1 * rowTo) + (0 * L.Count));
        L.Store(s11, to + (1 * rowTo) + (1 * L.Count));
        L.Store(s12, to + (1 * rowTo) + (2 * L.Count));
        L.Store(s20, to + (2 * rowTo) + (0 * L.Count));
        L.Store(s21, to + (2 * rowTo) + (1 * L.Count));
        L.Store(s22, to + (2 * rowTo) + (2 * L.Count));
        L.Store(s30, to + (3 * rowTo) + (0 * L.Count));
        L.Store(s31, to + (3 * rowTo) + (1 * L.Count));
        L.Store(s32, to + (3 * rowTo) + (2 * L.Count));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile5x1<L, V>(float* x, nint step, nint* offsets, nint k, float* weights, float* start, nint rowStart, float* to, nint rowTo, bool relu)
        where L : ILanes<V>
        where V : unmanaged
    {
        V s00 = L.Load(start + (0 * rowStart) + (0 * L.Count));
        V s10 = L.Load(start + (1 * rowStart) + (0 * L.Count));
        V s20 = L.Load(start + (2 * rowStart) + (0 * L.Count));
        V s30 = L.Load(start + (3 * rowStart) + (0 * L.Count));
        V s40 = L.Load(start + (4 * rowStart) + (0 * L.Count));
        for (nint p = 0; p < k; p++)
        {
            float* at = x + offsets[p];
            V b0 = L.Load(weights + (0 * L.Count));
            V x0 = L.Create(at[0 * step]);
            s00 = L.Fma(x0, b0, s00);
            V x1 = L.Create(at[1 * step]);
            s10 = L.Fma(x1, b0, s10);
            V x2 = L.Create(at[2 * step]);
            s20 = L.Fma(x2, b0, s20);
            V x3 = L.Create(at[3 * step]);
            s30 = L.Fma(x3, b0, s30);
            V x4 = L.Create(at[4 * step]);
            s40 = L.Fma(x4, b0, s40);
            weights += 1 * L.Count;
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

        L.Store(s00, to + (0 * rowTo) + (0 * L.Count));
        L.Store(s10, to + (1 * rowTo) + (0 * L.Count));
        L.Store(s20, to + (2 * rowTo) + (0 * L.Count));
        L.Store(s30, to + (3 * rowTo) + (0 * L.Count));
        L.Store(s40, to + (4 * rowTo) + (0 * L.Count));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile5x2<L, V>(float* x, nint step, nint* offsets, nint k, float* weights, float* start, nint rowStart, float* to, nint rowTo, bool relu)
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
        for (nint p = 0; p < k; p++)
        {
            float* at = x + offsets[p];
            V b0 = L.Load(weights + (0 * L.Count));
            V b1 = L.Load(weights + (1 * L.Count));
            V x0 = L.Create(at[0 * step]);
            s00 = L.Fma(x0, b0, s00);
            s01 = L.Fma(x0, b1, s01);
            V x1 = L.Create(at[1 * step]);
            s10 = L.Fma(x1, b0, s10);
            s11 = L.Fma(x1, b1, s11);
            V x2 = L.Create(at[2 * step]);
            s20 = L.Fma(x2, b0, s20);
            s21 = L.Fma(x2, b1, s21);
            V x3 = L.Create(at[3 * step]);
            s30 = L.Fma(x3, b0, s30);
            s31 = L.Fma(x3, b1, s31);
            V x4 = L.Create(at[4 * step]);
            s40 = L.Fma(x4, b0, s40);
            s41 = L.Fma(x4, b1, s41);
            weights += 2 * L.Count;
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

        L.Store(s00, to + (0 * rowTo) + (0 * L.Count));
        L.Store(s01, to + (0 * rowTo) + (1 * L.Count));
        L.Store(s10, to + (1 * rowTo) + (0 * L.Count));
        L.Store(s11, to + (1 * rowTo) + (1 * L.Count));
        L.Store(s20, to + (2 * rowTo) + (0 * L.Count));
        L.Store(s21, to + (2 * rowTo) + (1 * L.Count));
        L.Store(s30, to + (3 * rowTo) + (0 * L.Count));
        L.Store(s31, to + (3 * rowTo) + (1 * L.Count));
        L.Store(s40, to + (4 * rowTo) + (0 * L.Count));
        L.Store(s41, to + (4 * rowTo) + (1 * L.Count));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile5x3<L, V>(float* x, nint step, nint* offsets, nint k, float* weights, float* start, nint rowStart, float* to, nint rowTo, bool relu)
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
        for (nint p = 0; p < k; p++)
        {
            float* at = x + offsets[p];
            V b0 = L.Load(weights + (0 * L.Count));
            V b1 = L.Load(weights + (1 * L.Count));
            V b2 = L.Load(weights + (2 * L.Count));
            V x0 = L.Create(at[0 * step]);
            s00 = L.Fma(x0, b0, s00);
            s01 = L.Fma(x0, b1, s01);
            s02 = L.Fma(x0, b2, s02);
            V x1 = L.Create(at[1 * step]);
            s10 = L.Fma(x1, b0, s10);
            s11 = L.Fma(x1, b1, s11);
            s12 = L.Fma(x1, b2, s12);
            V x2 = L.Create(at[2 * step]);
            s20 = L.Fma(x2, b0, s20);
            s21 = L.Fma(x2, b1, s21);
            s22 = L.Fma(x2, b2, s22);
            V x3 = L.Create(at[3 * step]);
            s30 = L.Fma(x3, b0, s30);
            s31 = L.Fma(x3, b1, s31);
            s32 = L.Fma(x3, b2, s32);
            V x4 = L.Create(at[4 * step]);
            s40 = L.Fma(x4, b0, s40);
            s41 = L.Fma(x4, b1, s41);
            s42 = L.Fma(x4, b2, s42);
            weights += 3 * L.Count;
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

        L.Store(s00, to + (0 * rowTo) + (0 * L.Count));
        L.Store(s01, to + (0 * rowTo) + (1 * L.Count));
        L.Store(s02, to + (0 * rowTo) + (2 * L.Count));
        L.Store(s10, to + (1 * rowTo) + (0 * L.Count));
        L.Store(s11, to + (1 * rowTo) + (1 * L.Count));
        L.Store(s12, to + (1 * rowTo) + (2 * L.Count));
        L.Store(s20, to + (2 * rowTo) + (0 * L.Count));
        L.Store(s21, to + (2 * rowTo) + (1 * L.Count));
        L.Store(s22, to + (2 * rowTo) + (2 * L.Count));
        L.Store(s30, to + (3 * rowTo) + (0 * L.Count));
        L.Store(s31, to + (3 * rowTo) + (1 * L.Count));
        L.Store(s32, to + (3 * rowTo) + (2 * L.Count));
        L.Store(s40, to + (4 * rowTo) + (0 * L.Count));
        L.Store(s41, to + (4 * rowTo) + (1 * L.Count));
        L.Store(s42, to + (4 * rowTo) + (2 * L.Count));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile6x1<L, V>(float* x, nint step, nint* offsets, nint k, float* weights, float* start, nint rowStart, float* to, nint rowTo, bool relu)
        where L : ILanes<V>
        where V : unmanaged
    {
        V s00 = L.Load(start + (0 * rowStart) + (0 * L.Count));
        V s10 = L.Load(start + (1 * rowStart) + (0 * L.Count));
        V s20 = L.Load(start + (2 * rowStart) + (0 * L.Count));
        V s30 = L.Load(start + (3 * rowStart) + (0 * L.Count));
        V s40 = L.Load(start + (4 * rowStart) + (0 * L.Count));
        V s50 = L.Load(start + (5 * rowStart) + (0 * L.Count));
        for (nint p = 0; p < k; p++)
        {
            float* at = x + offsets[p];
            V b0 = L.Load(weights + (0 * L.Count));
            V x0 = L.Create(at[0 * step]);
            s00 = L.Fma(x0, b0, s00);
            V x1 = L.Create(at[1 * step]);
            s10 = L.Fma(x1, b0, s10);
            V x2 = L.Create(at[2 * step]);
            s20 = L.Fma(x2, b0, s20);
            V x3 = L.Create(at[3 * step]);
            s30 = L.Fma(x3, b0, s30);
            V x4 = L.Create(at[4 * step]);
            s40 = L.Fma(x4, b0, s40);
            V x5 = L.Create(at[5 * step]);
            s50 = L.Fma(x5, b0, s50);
            weights += 1 * L.Count;
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

        L.Store(s00, to + (0 * rowTo) + (0 * L.Count));
        L.Store(s10, to + (1 * rowTo) + (0 * L.Count));
        L.Store(s20, to + (2 * rowTo) + (0 * L.Count));
        L.Store(s30, to + (3 * rowTo) + (0 * L.Count));
        L.Store(s40, to + (4 * rowTo) + (0 * L.Count));
        L.Store(s50, to + (5 * rowTo) + (0 * L.Count));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile6x2<L, V>(float* x, nint step, nint* offsets, nint k, float* weights, float* start, nint rowStart, float* to, nint rowTo, bool relu)
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
        for (nint p = 0; p < k; p++)
        {
            float* at = x + offsets[p];
            V b0 = L.Load(weights + (0 * L.Count));
            V b1 = L.Load(weights + (1 * L.Count));
            V x0 = L.Create(at[0 * step]);
            s00 = L.Fma(x0, b0, s00);
            s01 = L.Fma(x0, b1, s01);
            V x1 = L.Create(at[1 * step]);
            s10 = L.Fma(x1, b0, s10);
            s11 = L.Fma(x1, b1, s11);
            V x2 = L.Create(at[2 * step]);
            s20 = L.Fma(x2, b0, s20);
            s21 = L.Fma(x2, b1, s21);
            V x3 = L.Create(at[3 * step]);
            s30 = L.Fma(x3, b0, s30);
            s31 = L.Fma(x3, b1, s31);
            V x4 = L.Create(at[4 * step]);
            s40 = L.Fma(x4, b0, s40);
            s41 = L.Fma(x4, b1, s41);
            V x5 = L.Create(at[5 * step]);
            s50 = L.Fma(x5, b0, s50);
            s51 = L.Fma(x5, b1, s51);
            weights += 2 * L.Count;
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

        L.Store(s00, to + (0 * rowTo) + (0 * L.Count));
        L.Store(s01, to + (0 * rowTo) + (1 * L.Count));
        L.Store(s10, to + (1 * rowTo) + (0 * L.Count));
        L.Store(s11, to + (1 * rowTo) + (1 * L.Count));
        L.Store(s20, to + (2 * rowTo) + (0 * L.Count));
        L.Store(s21, to + (2 * rowTo) + (1 * L.Count));
        L.Store(s30, to + (3 * rowTo) + (0 * L.Count));
        L.Store(s31, to + (3 * rowTo) + (1 * L.Count));
        L.Store(s40, to + (4 * rowTo) + (0 * L.Count));
        L.Store(s41, to + (4 * rowTo) + (1 * L.Count));
        L.Store(s50, to + (5 * rowTo) + (0 * L.Count));
        L.Store(s51, to + (5 * rowTo) + (1 * L.Count));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile6x3<L, V>(float* x, nint step, nint* offsets, nint k, float* weights, float* start, nint rowStart, float* to, nint rowTo, bool relu)
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
        for (nint p = 0; p < k; p++)
        {
            float* at = x + offsets[p];
            V b0 = L.Load(weights + (0 * L.Count));
            V b1 = L.Load(weights + (1 * L.Count));
            V b2 = L.Load(weights + (2 * L.Count));
            V x0 = L.Create(at[0 * step]);
            s00 = L.Fma(x0, b0, s00);
            s01 = L.Fma(x0, b1, s01);
            s02 = L.Fma(x0, b2, s02);
            V x1 = L.Create(at[1 * step]);
            s10 = L.Fma(x1, b0, s10);
            s11 = L.Fma(x1, b1, s11);
            s12 = L.Fma(x1, b2, s12);
            V x2 = L.Create(at[2 * step]);
            s20 = L.Fma(x2, b0, s20);
            s21 = L.Fma(x2, b1, s21);
            s22 = L.Fma(x2, b2, s22);
            V x3 = L.Create(at[3 * step]);
            s30 = L.Fma(x3, b0, s30);
            s31 = L.Fma(x3, b1, s31);
            s32 = L.Fma(x3, b2, s32);
            V x4 = L.Create(at[4 * step]);
            s40 = L.Fma(x4, b0, s40);
            s41 = L.Fma(x4, b1, s41);
            s42 = L.Fma(x4, b2, s42);
            V x5 = L.Create(at[5 * step]);
            s50 = L.Fma(x5, b0, s50);
            s51 = L.Fma(x5, b1, s51);
            s52 = L.Fma(x5, b2, s52);
            weights += 3 * L.Count;
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

        L.Store(s00, to + (0 * rowTo) + (0 * L.Count));
        L.Store(s01, to + (0 * rowTo) + (1 * L.Count));
        L.Store(s02, to + (0 * rowTo) + (2 * L.Count));
        L.Store(s10, to + (1 * rowTo) + (0 * L.Count));
        L.Store(s11, to + (1 * rowTo) + (1 * L.Count));
        L.Store(s12, to + (1 * rowTo) + (2 * L.Count));
        L.Store(s20, to + (2 * rowTo) + (0 * L.Count));
        L.Store(s21, to + (2 * rowTo) + (1 * L.Count));
        L.Store(s22, to + (2 * rowTo) + (2 * L.Count));
        L.Store(s30, to + (3 * rowTo) + (0 * L.Count));
        L.Store(s31, to + (3 * rowTo) + (1 * L.Count));
        L.Store(s32, to + (3 * rowTo) + (2 * L.Count));
        L.Store(s40, to + (4 * rowTo) + (0 * L.Count));
        L.Store(s41, to + (4 * rowTo) + (1 * L.Count));
        L.Store(s42, to + (4 * rowTo) + (2 * L.Count));
        L.Store(s50, to + (5 * rowTo) + (0 * L.Count));
        L.Store(s51, to + (5 * rowTo) + (1 * L.Count));
        L.Store(s52, to + (5 * rowTo) + (2 * L.Count));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile7x1<L, V>(float* x, nint step, nint* offsets, nint k, float* weights, float* start, nint rowStart, float* to, nint rowTo, bool relu)
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
        for (nint p = 0; p < k; p++)
        {
            float* at = x + offsets[p];
            V b0 = L.Load(weights + (0 * L.Count));
            V x0 = L.Create(at[0 * step]);
            s00 = L.Fma(x0, b0, s00);
            V x1 = L.Create(at[1 * step]);
            s10 = L.Fma(x1, b0, s10);
            V x2 = L.Create(at[2 * step]);
            s20 = L.Fma(x2, b0, s20);
            V x3 = L.Create(at[3 * step]);
            s30 = L.Fma(x3, b0, s30);
            V x4 = L.Create(at[4 * step]);
            s40 = L.Fma(x4, b0, s40);
            V x5 = L.Create(at[5 * step]);
            s50 = L.Fma(x5, b0, s50);
            V x6 = L.Create(at[6 * step]);
            s60 = L.Fma(x6, b0, s60);
            weights += 1 * L.Count;
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

        L.Store(s00, to + (0 * rowTo) + (0 * L.Count));
        L.Store(s10, to + (1 * rowTo) + (0 * L.Count));
        L.Store(s20, to + (2 * rowTo) + (0 * L.Count));
        L.Store(s30, to + (3 * rowTo) + (0 * L.Count));
        L.Store(s40, to + (4 * rowTo) + (0 * L.Count));
        L.Store(s50, to + (5 * rowTo) + (0 * L.Count));
        L.Store(s60, to + (6 * rowTo) + (0 * L.Count));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile7x2<L, V>(float* x, nint step, nint* offsets, nint k, float* weights, float* start, nint rowStart, float* to, nint rowTo, bool relu)
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
        for (nint p = 0; p < k; p++)
        {
            float* at = x + offsets[p];
            V b0 = L.Load(weights + (0 * L.Count));
            V b1 = L.Load(weights + (1 * L.Count));
            V x0 = L.Create(at[0 * step]);
            s00 = L.Fma(x0, b0, s00);
            s01 = L.Fma(x0, b1, s01);
            V x1 = L.Create(at[1 * step]);
            s10 = L.Fma(x1, b0, s10);
            s11 = L.Fma(x1, b1, s11);
            V x2 = L.Create(at[2 * step]);
            s20 = L.Fma(x2, b0, s20);
            s21 = L.Fma(x2, b1, s21);
            V x3 = L.Create(at[3 * step]);
            s30 = L.Fma(x3, b0, s30);
            s31 = L.Fma(x3, b1, s31);
            V x4 = L.Create(at[4 * step]);
            s40 = L.Fma(x4, b0, s40);
            s41 = L.Fma(x4, b1, s41);
            V x5 = L.Create(at[5 * step]);
            s50 = L.Fma(x5, b0, s50);
            s51 = L.Fma(x5, b1, s51);
            V x6 = L.Create(at[6 * step]);
            s60 = L.Fma(x6, b0, s60);
            s61 = L.Fma(x6, b1, s61);
            weights += 2 * L.Count;
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

        L.Store(s00, to + (0 * rowTo) + (0 * L.Count));
        L.Store(s01, to + (0 * rowTo) + (1 * L.Count));
        L.Store(s10, to + (1 * rowTo) + (0 * L.Count));
        L.Store(s11, to + (1 * rowTo) + (1 * L.Count));
        L.Store(s20, to + (2 * rowTo) + (0 * L.Count));
        L.Store(s21, to + (2 * rowTo) + (1 * L.Count));
        L.Store(s30, to + (3 * rowTo) + (0 * L.Count));
        L.Store(s31, to + (3 * rowTo) + (1 * L.Count));
        L.Store(s40, to + (4 * rowTo) + (0 * L.Count));
        L.Store(s41, to + (4 * rowTo) + (1 * L.Count));
        L.Store(s50, to + (5 * rowTo) + (0 * L.Count));
        L.Store(s51, to + (5 * rowTo) + (1 * L.Count));
        L.Store(s60, to + (6 * rowTo) + (0 * L.Count));
        L.Store(s61, to + (6 * rowTo) + (1 * L.Count));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile7x3<L, V>(float* x, nint step, nint* offsets, nint k, float* weights, float* start, nint rowStart, float* to, nint rowTo, bool relu)
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
        for (nint p = 0; p < k; p++)
        {
            float* at = x + offsets[p];
            V b0 = L.Load(weights + (0 * L.Count));
            V b1 = L.Load(weights + (1 * L.Count));
            V b2 = L.Load(weights + (2 * L.Count));
            V x0 = L.Create(at[0 * step]);
            s00 = L.Fma(x0, b0, s00);
            s01 = L.Fma(x0, b1, s01);
            s02 = L.Fma(x0, b2, s02);
            V x1 = L.Create(at[1 * step]);
            s10 = L.Fma(x1, b0, s10);
            s11 = L.Fma(x1, b1, s11);
            s12 = L.Fma(x1, b2, s12);
            V x2 = L.Create(at[2 * step]);
            s20 = L.Fma(x2, b0, s20);
            s21 = L.Fma(x2, b1, s21);
            s22 = L.Fma(x2, b2, s22);
            V x3 = L.Create(at[3 * step]);
            s30 = L.Fma(x3, b0, s30);
            s31 = L.Fma(x3, b1, s31);
            s32 = L.Fma(x3, b2, s32);
            V x4 = L.Create(at[4 * step]);
            s40 = L.Fma(x4, b0, s40);
            s41 = L.Fma(x4, b1, s41);
            s42 = L.Fma(x4, b2, s42);
            V x5 = L.Create(at[5 * step]);
            s50 = L.Fma(x5, b0, s50);
            s51 = L.Fma(x5, b1, s51);
            s52 = L.Fma(x5, b2, s52);
            V x6 = L.Create(at[6 * step]);
            s60 = L.Fma(x6, b0, s60);
            s61 = L.Fma(x6, b1, s61);
            s62 = L.Fma(x6, b2, s62);
            weights += 3 * L.Count;
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

        L.Store(s00, to + (0 * rowTo) + (0 * L.Count));
        L.Store(s01, to + (0 * rowTo) + (1 * L.Count));
        L.Store(s02, to + (0 * rowTo) + (2 * L.Count));
        L.Store(s10, to + (1 * rowTo) + (0 * L.Count));
        L.Store(s11, to + (1 * rowTo) + (1 * L.Count));
        L.Store(s12, to + (1 * rowTo) + (2 * L.Count));
        L.Store(s20, to + (2 * rowTo) + (0 * L.Count));
        L.Store(s21, to + (2 * rowTo) + (1 * L.Count));
        L.Store(s22, to + (2 * rowTo) + (2 * L.Count));
        L.Store(s30, to + (3 * rowTo) + (0 * L.Count));
        L.Store(s31, to + (3 * rowTo) + (1 * L.Count));
        L.Store(s32, to + (3 * rowTo) + (2 * L.Count));
        L.Store(s40, to + (4 * rowTo) + (0 * L.Count));
        L.Store(s41, to + (4 * rowTo) + (1 * L.Count));
        L.Store(s42, to + (4 * rowTo) + (2 * L.Count));
        L.Store(s50, to + (5 * rowTo) + (0 * L.Count));
        L.Store(s51, to + (5 * rowTo) + (1 * L.Count));
        L.Store(s52, to + (5 * rowTo) + (2 * L.Count));
        L.Store(s60, to + (6 * rowTo) + (0 * L.Count));
        L.Store(s61, to + (6 * rowTo) + (1 * L.Count));
        L.Store(s62, to + (6 * rowTo) + (2 * L.Count));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile8x1<L, V>(float* x, nint step, nint* offsets, nint k, float* weights, float* start, nint rowStart, float* to, nint rowTo, bool relu)
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
        for (nint p = 0; p < k; p++)
        {
            float* at = x + offsets[p];
            V b0 = L.Load(weights + (0 * L.Count));
            V x0 = L.Create(at[0 * step]);
            s00 = L.Fma(x0, b0, s00);
            V x1 = L.Create(at[1 * step]);
            s10 = L.Fma(x1, b0, s10);
            V x2 = L.Create(at[2 * step]);
            s20 = L.Fma(x2, b0, s20);
            V x3 = L.Create(at[3 * step]);
            s30 = L.Fma(x3, b0, s30);
            V x4 = L.Create(at[4 * step]);
            s40 = L.Fma(x4, b0, s40);
            V x5 = L.Create(at[5 * step]);
            s50 = L.Fma(x5, b0, s50);
            V x6 = L.Create(at[6 * step]);
            s60 = L.Fma(x6, b0, s60);
            V x7 = L.Create(at[7 * step]);
            s70 = L.Fma(x7, b0, s70);
            weights += 1 * L.Count;
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

        L.Store(s00, to + (0 * rowTo) + (0 * L.Count));
        L.Store(s10, to + (1 * rowTo) + (0 * L.Count));
        L.Store(s20, to + (2 * rowTo) + (0 * L.Count));
        L.Store(s30, to + (3 * rowTo) + (0 * L.Count));
        L.Store(s40, to + (4 * rowTo) + (0 * L.Count));
        L.Store(s50, to + (5 * rowTo) + (0 * L.Count));
        L.Store(s60, to + (6 * rowTo) + (0 * L.Count));
        L.Store(s70, to + (7 * rowTo) + (0 * L.Count));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile8x2<L, V>(float* x, nint step, nint* offsets, nint k, float* weights, float* start, nint rowStart, float* to, nint rowTo, bool relu)
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
        for (nint p = 0; p < k; p++)
        {
            float* at = x + offsets[p];
            V b0 = L.Load(weights + (0 * L.Count));
            V b1 = L.Load(weights + (1 * L.Count));
            V x0 = L.Create(at[0 * step]);
            s00 = L.Fma(x0, b0, s00);
            s01 = L.Fma(x0, b1, s01);
            V x1 = L.Create(at[1 * step]);
            s10 = L.Fma(x1, b0, s10);
            s11 = L.Fma(x1, b1, s11);
            V x2 = L.Create(at[2 * step]);
            s20 = L.Fma(x2, b0, s20);
            s21 = L.Fma(x2, b1, s21);
            V x3 = L.Create(at[3 * step]);
            s30 = L.Fma(x3, b0, s30);
            s31 = L.Fma(x3, b1, s31);
            V x4 = L.Create(at[4 * step]);
            s40 = L.Fma(x4, b0, s40);
            s41 = L.Fma(x4, b1, s41);
            V x5 = L.Create(at[5 * step]);
            s50 = L.Fma(x5, b0, s50);
            s51 = L.Fma(x5, b1, s51);
            V x6 = L.Create(at[6 * step]);
            s60 = L.Fma(x6, b0, s60);
            s61 = L.Fma(x6, b1, s61);
            V x7 = L.Create(at[7 * step]);
            s70 = L.Fma(x7, b0, s70);
            s71 = L.Fma(x7, b1, s71);
            weights += 2 * L.Count;
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

        L.Store(s00, to + (0 * rowTo) + (0 * L.Count));
        L.Store(s01, to + (0 * rowTo) + (1 * L.Count));
        L.Store(s10, to + (1 * rowTo) + (0 * L.Count));
        L.Store(s11, to + (1 * rowTo) + (1 * L.Count));
        L.Store(s20, to + (2 * rowTo) + (0 * L.Count));
        L.Store(s21, to + (2 * rowTo) + (1 * L.Count));
        L.Store(s30, to + (3 * rowTo) + (0 * L.Count));
        L.Store(s31, to + (3 * rowTo) + (1 * L.Count));
        L.Store(s40, to + (4 * rowTo) + (0 * L.Count));
        L.Store(s41, to + (4 * rowTo) + (1 * L.Count));
        L.Store(s50, to + (5 * rowTo) + (0 * L.Count));
        L.Store(s51, to + (5 * rowTo) + (1 * L.Count));
        L.Store(s60, to + (6 * rowTo) + (0 * L.Count));
        L.Store(s61, to + (6 * rowTo) + (1 * L.Count));
        L.Store(s70, to + (7 * rowTo) + (0 * L.Count));
        L.Store(s71, to + (7 * rowTo) + (1 * L.Count));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile8x3<L, V>(float* x, nint step, nint* offsets, nint k, float* weights, float* start, nint rowStart, float* to, nint rowTo, bool relu)
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
        for (nint p = 0; p < k; p++)
        {
            float* at = x + offsets[p];
            V b0 = L.Load(weights + (0 * L.Count));
            V b1 = L.Load(weights + (1 * L.Count));
            V b2 = L.Load(weights + (2 * L.Count));
            V x0 = L.Create(at[0 * step]);
            s00 = L.Fma(x0, b0, s00);
            s01 = L.Fma(x0, b1, s01);
            s02 = L.Fma(x0, b2, s02);
            V x1 = L.Create(at[1 * step]);
            s10 = L.Fma(x1, b0, s10);
            s11 = L.Fma(x1, b1, s11);
            s12 = L.Fma(x1, b2, s12);
            V x2 = L.Create(at[2 * step]);
            s20 = L.Fma(x2, b0, s20);
            s21 = L.Fma(x2, b1, s21);
            s22 = L.Fma(x2, b2, s22);
            V x3 = L.Create(at[3 * step]);
            s30 = L.Fma(x3, b0, s30);
            s31 = L.Fma(x3, b1, s31);
            s32 = L.Fma(x3, b2, s32);
            V x4 = L.Create(at[4 * step]);
            s40 = L.Fma(x4, b0, s40);
            s41 = L.Fma(x4, b1, s41);
            s42 = L.Fma(x4, b2, s42);
            V x5 = L.Create(at[5 * step]);
            s50 = L.Fma(x5, b0, s50);
            s51 = L.Fma(x5, b1, s51);
            s52 = L.Fma(x5, b2, s52);
            V x6 = L.Create(at[6 * step]);
            s60 = L.Fma(x6, b0, s60);
            s61 = L.Fma(x6, b1, s61);
            s62 = L.Fma(x6, b2, s62);
            V x7 = L.Create(at[7 * step]);
            s70 = L.Fma(x7, b0, s70);
            s71 = L.Fma(x7, b1, s71);
            s72 = L.Fma(x7, b2, s72);
            weights += 3 * L.Count;
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

        L.Store(s00, to + (0 * rowTo) + (0 * L.Count));
        L.Store(s01, to + (0 * rowTo) + (1 * L.Count));
        L.Store(s02, to + (0 * rowTo) + (2 * L.Count));
        L.Store(s10, to + (1 * rowTo) + (0 * L.Count));
        L.Store(s11, to + (1 * rowTo) + (1 * L.Count));
        L.Store(s12, to + (1 * rowTo) + (2 * L.Count));
        L.Store(s20, to + (2 * rowTo) + (0 * L.Count));
        L.Store(s21, to + (2 * rowTo) + (1 * L.Count));
        L.Store(s22, to + (2 * rowTo) + (2 * L.Count));
        L.Store(s30, to + (3 * rowTo) + (0 * L.Count));
        L.Store(s31, to + (3 * rowTo) + (1 * L.Count));
        L.Store(s32, to + (3 * rowTo) + (2 * L.Count));
        L.Store(s40, to + (4 * rowTo) + (0 * L.Count));
        L.Store(s41, to + (4 * rowTo) + (1 * L.Count));
        L.Store(s42, to + (4 * rowTo) + (2 * L.Count));
        L.Store(s50, to + (5 * rowTo) + (0 * L.Count));
        L.Store(s51, to + (5 * rowTo) + (1 * L.Count));
        L.Store(s52, to + (5 * rowTo) + (2 * L.Count));
        L.Store(s60, to + (6 * rowTo) + (0 * L.Count));
        L.Store(s61, to + (6 * rowTo) + (1 * L.Count));
        L.Store(s62, to + (6 * rowTo) + (2 * L.Count));
        L.Store(s70, to + (7 * rowTo) + (0 * L.Count));
        L.Store(s71, to + (7 * rowTo) + (1 * L.Count));
        L.Store(s72, to + (7 * rowTo) + (2 * L.Count));
    }
}
