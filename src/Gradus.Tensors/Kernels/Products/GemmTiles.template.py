#!/usr/bin/python3
"""Writes GemmTiles.Generated.cs beside it: one leaf method for each tile of the matrix product. Run it after a change here."""
import os

ROWS, VECTORS = range(1, 9), range(1, 4)
out = ["""// Written by GemmTiles.template.py; change that and run it.
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
        {"""]
for r in ROWS:
    for v in VECTORS:
        out.append(f"            case {r * 4 + v}:\n                Tile{r}x{v}<L, V>(a, rowA, columnA, b, rowB, k, start, rowStart, c, rowC, relu);\n                break;")
out.append("""        }
    }""")
for r in ROWS:
    for v in VECTORS:
        o = [f"""
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile{r}x{v}<L, V>(float* a, nint rowA, nint columnA, float* b, nint rowB, nint k, float* start, nint rowStart, float* c, nint rowC, bool relu)
        where L : ILanes<V>
        where V : unmanaged
    {{"""]
        for i in range(r):
            for j in range(v):
                o.append(f"        V s{i}{j} = L.Load(start + ({i} * rowStart) + ({j} * L.Count));")
        for i in range(1, r):
            o.append(f"        float* a{i} = a + ({i} * rowA);")
        o.append("        for (nint p = 0, q = 0; p < k; p++, q += columnA)\n        {")
        for j in range(v):
            o.append(f"            V b{j} = L.Load(b + ({j} * L.Count));")
        for i in range(r):
            o.append(f"            V x{i} = L.Create(a{i if i else ''}[q]);")
            for j in range(v):
                o.append(f"            s{i}{j} = L.Fma(x{i}, b{j}, s{i}{j});")
        o.append("            b += rowB;\n        }\n")
        o.append("        if (relu)\n        {\n            V zero = L.Create(0f);")
        for i in range(r):
            for j in range(v):
                o.append(f"            s{i}{j} = L.Select(L.Less(s{i}{j}, zero), zero, s{i}{j});")
        o.append("        }\n")
        for i in range(r):
            for j in range(v):
                o.append(f"        L.Store(s{i}{j}, c + ({i} * rowC) + ({j} * L.Count));")
        o.append("    }")
        out.append("\n".join(o))
out.append("}\n")
text = "\n".join(out)
open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "GemmTiles.Generated.cs"), "w").write(text)
