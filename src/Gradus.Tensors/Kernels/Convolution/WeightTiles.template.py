#!/usr/bin/python3
"""Writes WeightTiles.Generated.cs and DotTiles.Generated.cs beside it: leaf methods for the gradient of convolution weights. Run it after a change here."""
import os

HEAD = """// Written by WeightTiles.template.py; change that and run it.
using System.Runtime.CompilerServices;
using Gradus.Tensors.Kernels.Lanes;

namespace Gradus.Tensors.Kernels.Convolution;
"""


def write(name, text):
    open(os.path.join(os.path.dirname(os.path.abspath(__file__)), name), "w").write(text)


def dispatch(sizes, parameters, arguments):
    out = [f"""    internal static void Run<L, V>(int rows, int vectors, {parameters})
        where L : ILanes<V>
        where V : unmanaged
    {{
        switch ((rows * 16) + vectors)
        {{"""]
    for r, v in sizes:
        out.append(f"            case {r * 16 + v}:\n                Tile{r}x{v}<L, V>({arguments});\n                break;")
    out.append("        }\n    }")
    return out


def method(r, v, parameters):
    return f"""
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile{r}x{v}<L, V>({parameters})
        where L : ILanes<V>
        where V : unmanaged
    {{"""


# Sums over places: taps are rows, filters lie in lanes.
SIZES = [(r, v) for r in range(1, 9) for v in range(1, 4)]
PARAMETERS = "float** x, nint image, nint pitch, nint step, float* g, nint gapG, nint imageCount, nint rowCount, nint columnCount, float* start, nint rowStart, float* to, nint rowTo"
out = [HEAD, """/// <summary>
/// Tiles of the weight gradient with filters in lanes: R taps by C vectors of filters stay in registers while the output places run, row by row and image by image, and are added to what they start from. Each lane
/// is one element, summed in ascending order of the places by fused multiply-adds, so that every tile and width gives the same bits.
/// </summary>
internal static unsafe class WeightTiles
{
    /// <summary>Runs the tile of a size. x holds where each tap meets the first place, the others lie a step, a pitch or an image apart; g holds a vector or more of filters for each place, and a gap behind each image. The sums so far begin at start.</summary>"""]
out += dispatch(SIZES, PARAMETERS, "x, image, pitch, step, g, gapG, imageCount, rowCount, columnCount, start, rowStart, to, rowTo")
for r, v in SIZES:
    o = [method(r, v, PARAMETERS)]
    o.append("        V " + ", ".join(f"s{i}{j} = L.Create(0f)" for i in range(r) for j in range(v)) + ";")
    for i in range(r):
        o.append(f"        float* x{i} = x[{i}];")
    # One index runs for all taps, so that a row costs a single addition.
    o.append("        nint nextRow = pitch - (columnCount * step), nextImage = image - (rowCount * pitch), q = 0;")
    o.append("        for (; imageCount > 0; imageCount--, q += nextImage, g += gapG)\n        {\n            for (nint row = rowCount; row > 0; row--, q += nextRow)\n            {")
    o.append("                for (nint n = columnCount; n > 0; n--, q += step)\n                {")
    for j in range(v):
        o.append(f"                    V b{j} = L.Load(g + ({j} * L.Count));")
    for i in range(r):
        o.append(f"                    V a{i} = L.Create(x{i}[q]);")
        for j in range(v):
            o.append(f"                    s{i}{j} = L.Fma(a{i}, b{j}, s{i}{j});")
    o.append(f"                    g += {v} * L.Count;\n                }}\n            }}\n        }}\n")
    for i in range(r):
        for j in range(v):
            o.append(f"        L.Store(L.Add(L.Load(start + ({i} * rowStart) + ({j} * L.Count)), s{i}{j}), to + ({i} * rowTo) + ({j} * L.Count));")
    o.append("    }")
    out.append("\n".join(o))
write("WeightTiles.Generated.cs", "\n".join(out) + "\n}\n")

# Sums over places: places lie in lanes.
SIZES = [(r, v) for r in range(1, 5) for v in range(1, 6)] + [(1, v) for v in range(6, 10)]
PARAMETERS = "float** x, nint pitch, float* g, nint pitchG, nint planeG, nint rowCount, nint columnCount, float* to, nint rowTo, float* places"
out = [HEAD, """/// <summary>
/// Tiles of the weight gradient with output places in lanes, for few filters or few taps: R filters by C taps stay in registers while the places run. An element is held as 16 partial sums, that
/// of lane l over the columns l, l + 16, ...; narrower vectors go over the places several times, each time for some of the lanes, so that every width gives the same bits.
/// </summary>
internal static unsafe class DotTiles
{
    /// <summary>The partial sums of an element.</summary>
    internal const int Lanes = 16;

    /// <summary>Runs the tile of a size. x holds where each tap meets the first place; rows of g are filled with zeros up to a multiple of 16; places holds 0, 1, ... 15.</summary>"""]
out += dispatch(SIZES, PARAMETERS, "x, pitch, g, pitchG, planeG, rowCount, columnCount, to, rowTo, places")
for r, v in SIZES:
    o = [method(r, v, PARAMETERS)]
    o.append("        for (nint lane = 0; lane < Lanes; lane += L.Count)\n        {")
    # Columns of the last, incomplete chunk that belong to these lanes.
    o.append("            nint whole = columnCount < lane + L.Count ? 0 : (columnCount - lane - L.Count) / Lanes + 1, rest = columnCount - lane - (whole * Lanes);")
    o.append("            V mask = L.Less(L.Load(places), L.Create((float)rest)), zero = L.Create(0f);")
    for i in range(r):
        for j in range(v):
            o.append(f"            V s{i}{j} = L.Load(to + ({i} * rowTo) + ({j} * Lanes) + lane);")
    for j in range(v):
        o.append(f"            float* x{j} = x[{j}] + lane;")
    o.append("            float* row = g + lane;")
    o.append("            for (nint i = 0; i < rowCount; i++, row += pitchG)\n            {\n                nint q = 0;")
    o.append("                for (nint n = 0; n < whole; n++, q += Lanes)\n                {")
    for i in range(r):
        o.append(f"                    V g{i} = L.Load(row + ({i} * planeG) + q);")
    for j in range(v):
        o.append(f"                    V a{j} = L.Load(x{j} + q);")
        for i in range(r):
            o.append(f"                    s{i}{j} = L.Fma(a{j}, g{i}, s{i}{j});")
    o.append("                }\n")
    o.append("                if (rest > 0)\n                {")
    for i in range(r):
        o.append(f"                    V g{i} = L.Load(row + ({i} * planeG) + q);")
    for j in range(v):
        o.append(f"                    V a{j} = L.Select(mask, L.Load(x{j} + q), zero);")
        for i in range(r):
            o.append(f"                    s{i}{j} = L.Fma(a{j}, g{i}, s{i}{j});")
    o.append("                }\n")
    for j in range(v):
        o.append(f"                x{j} += pitch;")
    o.append("            }\n")
    for i in range(r):
        for j in range(v):
            o.append(f"            L.Store(s{i}{j}, to + ({i} * rowTo) + ({j} * Lanes) + lane);")
    o.append("        }\n    }")
    out.append("\n".join(o))
write("DotTiles.Generated.cs", "\n".join(out) + "\n}\n")
