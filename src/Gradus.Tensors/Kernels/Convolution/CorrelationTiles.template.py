#!/usr/bin/python3
"""Writes CorrelationTiles.Generated.cs beside it: one leaf method for each tile of the direct convolution. Run it after a change here."""
import os

# Rows whose length leaves half a vector over are taken in pairs: of three vectors the first one has its halves in two rows (AVX-512 alone).
HALVES = range(1, 9)
# A single filter (a depthwise convolution) takes more vectors, to have as many sums at work.
MOST = 8
SIZES = [(1, v) for v in range(1, MOST + 1)] + [(r, v) for r in range(2, 9) for v in range(1, 4)]
PARAMETERS = "float* weights, nint* offsets, nint k, float* source, float* to, nint* slots, float* bias, nint rowTo, bool relu"
ARGUMENTS = "weights, offsets, k, source, to, slots, bias, rowTo, relu"
out = [f"""// Written by CorrelationTiles.template.py; change that and run it.
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
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
out.append(f"""
    /// <summary>Runs a tile of three vectors of AVX-512, of which the first has its upper half apart: where it is read and written stands behind the three in each half of the slots.</summary>
    internal static void RunHalves(int rows, {PARAMETERS})
    {{
        switch (rows)
        {{""")
for r in HALVES:
    out.append(f"            case {r}:\n                Halves{r}({ARGUMENTS});\n                break;")
out.append("        }\n    }")


def tile(name, r, v, types, halves):
    L, V = ("Lanes512", "Vector512<float>") if halves else ("L", "V")
    o = [f"""
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void {name}({PARAMETERS}){types}
    {{"""]
    for j in range(v):
        o.append(f"        float* p{j} = source + slots[{j}];")
    if halves:
        o.append(f"        float* p{v} = source + slots[{v}];")
    for i in range(r):
        o.append(f"        {V} s{i}0 = {L}.Create(bias[{i}])" + "".join(f", s{i}{j} = s{i}0" for j in range(1, v)) + ";")
    o.append("        for (nint p = 0; p < k; p++)\n        {\n            nint at = offsets[p];")
    for j in range(v):
        load = f"Vector512.Create(Vector256.Load(p{j} + at), Vector256.Load(p{v} + at))" if halves and j == 0 else f"{L}.Load(p{j} + at)"
        o.append(f"            {V} b{j} = {load};")
    for i in range(r):
        o.append(f"            {V} x{i} = {L}.Create(weights[{i}]);")
        for j in range(v):
            o.append(f"            s{i}{j} = {L}.Fma(x{i}, b{j}, s{i}{j});")
    o.append(f"            weights += {r};\n        }}\n")
    o.append(f"        if (relu)\n        {{\n            {V} zero = {L}.Create(0f);")
    for i in range(r):
        for j in range(v):
            o.append(f"            s{i}{j} = {L}.Select({L}.Less(s{i}{j}, zero), zero, s{i}{j});")
    o.append("        }\n")
    for j in range(v + halves):
        o.append(f"        float* c{j} = to + slots[{MOST + j}];")
    for i in range(r):
        for j in range(v):
            if halves and j == 0:
                o.append(f"        s{i}0.GetLower().Store(c0 + ({i} * rowTo));\n        s{i}0.GetUpper().Store(c{v} + ({i} * rowTo));")
            else:
                o.append(f"        {L}.Store(s{i}{j}, c{j} + ({i} * rowTo));")
    o.append("    }")
    out.append("\n".join(o))


for r, v in SIZES:
    tile(f"Tile{r}x{v}<L, V>", r, v, "\n        where L : ILanes<V>\n        where V : unmanaged", False)
for r in HALVES:
    tile(f"Halves{r}", r, 3, "", True)
out.append("}\n")
open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "CorrelationTiles.Generated.cs"), "w").write("\n".join(out))
