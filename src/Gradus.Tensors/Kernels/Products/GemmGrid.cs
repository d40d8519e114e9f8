using System.Runtime.CompilerServices;

namespace Gradus.Tensors.Kernels.Products;

/// <summary>How the result of a large product is cut into equal rectangles, one for each thread. K is never cut, so that no sum's order depends on the count of threads.</summary>
/// <param name="Rows">Rows of a rectangle.</param>
/// <param name="Columns">Columns of a rectangle.</param>
/// <param name="Down">Rectangles down.</param>
/// <param name="Across">Rectangles across.</param>
internal readonly record struct GemmGrid(nint Rows, nint Columns, int Down, int Across)
{
    // What it costs to pack one number, counted in multiplications of a tile: a copy of B moves a vector with a load and a store, A is transposed on the way.
    private const nint PackB = 4;
    private const nint PackA = 6;

    internal int Parts => Down * Across;

    /// <summary>The grid whose largest rectangle is done soonest: every thread packs its own operands, so that long thin rectangles cost more.</summary>
    internal static GemmGrid Of<T>(GemmShape shape, in GemmCall<T> call, int threads)
        where T : unmanaged
    {
        GemmGrid best = new(call.M, call.N, 1, 1);
        nint bestCost = nint.MaxValue;
        for (int down = 1; down <= threads; down++)
        {
            nint rows = Share(call.M, down, shape.Rows), columns = Share(call.N, threads / down, shape.Lanes);
            nint cost = (rows * columns) + (PackB * columns) + (PackA * rows);
            if (cost < bestCost)
            {
                bestCost = cost;
                best = new GemmGrid(rows, columns, Count(call.M, rows), Count(call.N, columns));
            }
        }

        return best;
    }

    /// <summary>The product of a rectangle.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal GemmCall<T> Part<T>(in GemmCall<T> call, int index)
        where T : unmanaged
    {
        nint row = index / Across * Rows, column = index % Across * Columns;
        return call.Rows(row, Math.Min(Rows, call.M - row)).Columns(column, Math.Min(Columns, call.N - column));
    }

    private static nint Share(nint length, int parts, int grain) => Math.Min(length, Count(Count(length, parts), grain) * grain);

    private static int Count(nint length, nint share) => (int)((length + share - 1) / share);
}
