#!/usr/bin/python3
"""Writes CorrelationTiles.Generated.cs beside it: one leaf method for each tile of the direct convolution. Run it after a change here."""
import os

# A single filter (a depthwise convolution) takes more vectors, to have as many sums at work.
MOST = 8
SIZES = [(1, v) for v in range(1, MOST + 1)] + [(r, v) for r in range(2, 9) for v in range(1, 4)]
PARAMETERS = "float* weights, nint* offsets, nint k, float* source, float* to, nint* slots, float* bias, nint rowTo, bool relu"
ARGUMENTS = "weights, offsets, k, source, to, slots, bias, rowTo, relu"
out = [f"""// Written by CorrelationTiles.template.py; change that and run it.
using System.Runtime.CompilerServices;
using Gradus.Tensors.Kernels.Lanes;

namespace Gradus.Tensors.Kernels.Convolution;

/// <summary>
/// Tiles of the direct convolution: R filters by C vectors of places stay in registers while the taps run. Row k of the column matrix is never built; it lies at offsets[k] from where a
/// vector begins. Each lane is one element, summed from its bias in ascending order of the taps by fused multiply-adds, so that every tile and width gives the same bits.
/// </summary>
internal static unsafe class CorrelationTiles
{{
    /// <summary>The most vectors of a tile.</summary>
    internal const int MostVectors = {MOST};

    /// <summary>Runs the tile of a size. The first half of the slots says where vectors are read from the source, the second where their first row is written to.</summary>
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
    for j in range(v):
        o.append(f"        float* p{j} = source + slots[{j}];")
    for i in range(r):
        o.append(f"        V s{i}0 = L.Create(bias[{i}])" + "".join(f", s{i}{j} = s{i}0" for j in range(1, v)) + ";")
    o.append("        for (nint p = 0; p < k; p++)\n        {\n            nint at = offsets[p];")
    for j in range(v):
        o.append(f"            V b{j} = L.Load(p{j} + at);")
    for i in range(r):
        o.append(f"            V x{i} = L.Create(weights[{i}]);")
        for j in range(v):
            o.append(f"            s{i}{j} = L.Fma(x{i}, b{j}, s{i}{j});")
    o.append(f"            weights += {r};\n        }}\n")
    o.append("        if (relu)\n        {\n            V zero = L.Create(0f);")
    for i in range(r):
        for j in range(v):
            o.append(f"            s{i}{j} = L.Select(L.Less(s{i}{j}, zero), zero, s{i}{j});")
    o.append("        }\n")
    for j in range(v):
        o.append(f"        float* c{j} = to + slots[{MOST + j}];")
    for i in range(r):
        for j in range(v):
            o.append(f"        L.Store(s{i}{j}, c{j} + ({i} * rowTo));")
    o.append("    }")
    out.append("\n".join(o))
out.append("}\n")
open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "CorrelationTiles.Generated.cs"), "w").write("\n".join(out))
