#!/usr/bin/python3
"""Writes TurnedTiles.Generated.cs beside it: leaf methods of the direct convolution with filters in lanes. Run it after a change here."""
import os

SIZES = [(r, v) for r in range(1, 9) for v in range(1, 4)]
PARAMETERS = "float* x, nint step, nint* offsets, nint k, float* weights, float* start, nint rowStart, float* to, nint rowTo, bool relu"
ARGUMENTS = "x, step, offsets, k, weights, start, rowStart, to, rowTo, relu"
out = [f"""// Written by TurnedTiles.template.py; change that and run it.
using System.Runtime.CompilerServices;
using Gradus.Tensors.Kernels.Lanes;

namespace Gradus.Tensors.Kernels.Convolution;

/// <summary>
/// Tiles of the direct convolution for rows shorter than a vector: R places a step apart, by C vectors of filters. Each lane is one element, summed from where it starts in ascending
/// order of the taps by fused multiply-adds: the same bits as <see cref="CorrelationTiles"/> gives.
/// </summary>
internal static unsafe class TurnedTiles
{{
    /// <summary>The most places of a tile.</summary>
    internal const int MostPlaces = {SIZES[-1][0]};

    /// <summary>Runs the tile of a size.</summary>
    internal static void Run<L, V>(int rows, int vectors, {PARAMETERS})
        where L : ILanes<V>
        where V : unmanaged
    {{
        switch ((rows * 16) + vectors)
        {{"""]
for r, v in SIZES:
    out.append(f"            case {r * 16 + v}:\n                Tile{r}x{v}<L, V>({ARGUMENTS});\n                break;")
out.append("        }\n    }")
for r, v in SIZES:
    o = [f"""
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile{r}x{v}<L, V>({PARAMETERS})
        where L : ILanes<V>
        where V : unmanaged
    {{"""]
    for i in range(r):
        for j in range(v):
            o.append(f"        V s{i}{j} = L.Load(start + ({i} * rowStart) + ({j} * L.Count));")
    o.append("        for (nint p = 0; p < k; p++)\n        {\n            float* at = x + offsets[p];")
    for j in range(v):
        o.append(f"            V b{j} = L.Load(weights + ({j} * L.Count));")
    for i in range(r):
        o.append(f"            V x{i} = L.Create(at[{i} * step]);")
        for j in range(v):
            o.append(f"            s{i}{j} = L.Fma(x{i}, b{j}, s{i}{j});")
    o.append(f"            weights += {v} * L.Count;\n        }}\n")
    o.append("        if (relu)\n        {\n            V zero = L.Create(0f);")
    for i in range(r):
        for j in range(v):
            o.append(f"            s{i}{j} = L.Select(L.Less(s{i}{j}, zero), zero, s{i}{j});")
    o.append("        }\n")
    for i in range(r):
        for j in range(v):
            o.append(f"        L.Store(s{i}{j}, to + ({i} * rowTo) + ({j} * L.Count));")
    o.append("    }")
    out.append("\n".join(o))
out.append("}\n")
open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "TurnedTiles.Generated.cs"), "w").write("\n".join(out))
