#!/usr/bin/python3
"""Writes GemmTiles.Generated.cs beside it: one leaf method for each tile of the matrix product. Run it after a change here."""
import os

# 32 registers hold 24 sums as 8 by 3 or as 12 by 2.
TILES = [(r, v) for r in range(1, 13) for v in range(1, 4 if r <= 8 else 3)]
PARAMETERS = "T* a, nint rowA, nint columnA, T* b, nint rowB, nint k, T* start, nint rowStart, T* c, nint rowC, bool relu, V mask"
CONSTRAINTS = """        where L : ITileLanes<T, V>
        where V : unmanaged
        where T : unmanaged
        where E : ITileEdge"""
ARGUMENTS = "a, rowA, columnA, b, rowB, k, start, rowStart, c, rowC, relu, mask"
out = [f"""// Written by GemmTiles.template.py; change that and run it.
using System.Runtime.CompilerServices;

namespace Gradus.Tensors.Kernels.Products;

/// <summary>
/// Tiles of the matrix product: R rows by C vectors of lanes of the result stay in registers while K runs. Each lane is one element, summed in ascending order of K by fused multiply-adds,
/// so that every tile, width and blocking gives the same bits. At an edge the last vector is masked.
/// </summary>
internal static unsafe class GemmTiles
{{
    /// <summary>Runs the tile of a size.</summary>
    internal static void Run<L, V, T, E>(int rows, int vectors, {PARAMETERS})
{CONSTRAINTS}
    {{
        switch ((rows * 4) + vectors)
        {{"""]
for r, v in TILES:
    out.append(f"            case {r * 4 + v}:\n                Tile{r}x{v}<L, V, T, E>({ARGUMENTS});\n                break;")
out.append("""        }
    }""")


def load(v, j, name, masked):
    """A load of vector j, masked at an edge when it is the last one."""
    place = f"{name} + ({j} * L.Count)"
    return f"E.{masked} ? L.LoadMasked({place}, mask) : L.Load({place})" if j == v - 1 else f"L.Load({place})"


for r, v in TILES:
    o = [f"""
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile{r}x{v}<L, V, T, E>({PARAMETERS})
{CONSTRAINTS}
    {{"""]
    for i in range(r):
        for j in range(v):
            o.append(f"        V s{i}{j} = {load(v, j, f'start + ({i} * rowStart)', 'MasksC')};")
    if r > 3:
        o.append("        nint row3 = 3 * rowA;")
    for i in range(4, r, 4):
        o.append(f"        T* a{i} = a + ({i} * rowA);")
    o.append("        for (; k > 0; k--)\n        {")
    for j in range(v):
        o.append(f"            V b{j} = {load(v, j, 'b', 'MasksB')};")
    for i in range(r):
        base = "a" if i < 4 else f"a{i // 4 * 4}"
        o.append(f"            V x{i} = L.Create({base}[{('0', 'rowA', '2 * rowA', 'row3')[i % 4]}]);")
        for j in range(v):
            o.append(f"            s{i}{j} = L.Fma(x{i}, b{j}, s{i}{j});")
    for i in range(0, r, 4):
        o.append(f"            a{i if i else ''} += columnA;")
    o.append("            b += rowB;\n        }\n")
    o.append("        if (relu)\n        {")
    for i in range(r):
        for j in range(v):
            o.append(f"            s{i}{j} = L.Relu(s{i}{j});")
    o.append("        }\n")
    for i in range(r):
        for j in range(v - 1):
            o.append(f"        L.Store(s{i}{j}, c + ({i} * rowC) + ({j} * L.Count));")
    o.append("        if (E.MasksC)\n        {")
    for i in range(r):
        o.append(f"            L.StoreMasked(s{i}{v - 1}, c + ({i} * rowC) + ({v - 1} * L.Count), mask);")
    o.append("            return;\n        }\n")
    for i in range(r):
        o.append(f"        L.Store(s{i}{v - 1}, c + ({i} * rowC) + ({v - 1} * L.Count));")
    o.append("    }")
    out.append("\n".join(o))
out.append("}\n")
text = "\n".join(out)
open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "GemmTiles.Generated.cs"), "w").write(text)
