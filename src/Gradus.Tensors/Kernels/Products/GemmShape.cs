using System.Runtime.CompilerServices;

namespace Gradus.Tensors.Kernels.Products;

/// <summary>How a matrix product is cut: a pure function of the instruction set and of the operands' sizes. No choice here changes a bit of the result.</summary>
/// <remarks>The sizes were measured on a Zen 5 and hold for caches of 32 or 48 KB and 1 MB: a tile's rows of A stay in the first cache, a block of B in the second.</remarks>
/// <param name="Rows">Rows of the largest tile.</param>
/// <param name="Vectors">Vectors across the largest tile.</param>
/// <param name="Lanes">Numbers in a vector.</param>
internal readonly record struct GemmShape(int Rows, int Vectors, int Lanes)
{
    /// <summary>What comes from memory at once.</summary>
    internal const int LineBytes = 64;

    /// <summary>Room behind each packed strip: strips begin in different sets of the first cache.</summary>
    internal const int PadBytes = LineBytes;

    /// <summary>Rows of A that are packed at a time, a multiple of every tile's rows.</summary>
    internal const int RowBlock = 96;

    /// <summary>Bytes of K that are worked off at a time. Each further piece reads and writes C once more.</summary>
    private const int DepthBytes = 4096;

    /// <summary>The packed block of B: half of a second cache of 1 MB, which rows of A and C pass through as well.</summary>
    private const int BlockBytes = 512 * 1024;

    /// <summary>Up to here B is read from the second cache where it lies: the processor hides that, and packing would only cost.</summary>
    private const int LargestDirectB = 512 * 1024;

    /// <summary>Up to here a transposed A is read where it lies: its columns push each other out of the first cache, but the second gives them in time, and packing would only cost.</summary>
    private const int LargestDirectA = 256 * 1024;

    /// <summary>Columns of the largest tile.</summary>
    internal int Width => Vectors * Lanes;

    // 32 registers hold 24 sums, 2 vectors of B and one number of A; 16 hold 12, 2 and 1. Of the shapes with 24 sums 12 by 2 reads B least often, and its width divides the usual sizes.
    internal static GemmShape Of(Isa isa, int elementBytes) => isa switch
    {
        Isa.Avx512 => new(12, 2, 64 / elementBytes),
        Isa.Avx2 => new(6, 2, 32 / elementBytes),
        Isa.Vector128 => new(6, 2, 16 / elementBytes),
        _ => new(4, 2, 1),
    };

    /// <summary>Into how many pieces K is cut: into smaller ones where A is packed, so that it is packed for more columns at a time, and where a strip of B is used but once and need not leave the first cache.</summary>
    internal nint Depths<T>(in GemmCall<T> call, bool packsA, bool packsB)
        where T : unmanaged
    {
        nint most = packsA || (packsB && call.M <= Rows) ? DepthBytes / 4 : DepthBytes;
        return Math.Max(1, ((call.K * Unsafe.SizeOf<T>()) + most - 1) / most);
    }

    /// <summary>Columns of B that are packed at a time, for a piece of K. For few rows a strip is packed just before its only use; where A is packed, once more for each block, the block is twice as large.</summary>
    internal nint ColumnBlock(nint rows, nint depth, bool packsA, int elementBytes)
    {
        int most = packsA ? 2 * BlockBytes : BlockBytes;
        return rows <= Rows ? Width : Math.Max(1, most / (Math.Max(1, depth) * elementBytes * Width)) * Width;
    }

    /// <summary>The rows of the next tile: a last tile of few rows, whose sums are too few to hide the latency of one, shares with the one before.</summary>
    internal int NextRows(nint left) => left > Rows && 2 * left < 3 * Rows ? (int)(left + 1) / 2 : (int)Math.Min(Rows, left);

    /// <summary>The vectors of the next strip.</summary>
    internal int NextVectors(nint left) => (int)Math.Min(Vectors, left);

    /// <summary>Whether B is packed: where its rows are not contiguous, or where it is too large to be read often.</summary>
    internal bool PacksB<T>(in GemmCall<T> call)
        where T : unmanaged => call.ColumnB != 1 || (call.M > 4 * Rows && call.K * call.N * Unsafe.SizeOf<T>() > LargestDirectB);

    /// <summary>Whether A is packed: where its rows are not contiguous and it is large and used for several strips of B.</summary>
    internal bool PacksA<T>(in GemmCall<T> call)
        where T : unmanaged => call.ColumnA != 1 && call.N >= 2 * Width && call.M * call.K * Unsafe.SizeOf<T>() > LargestDirectA;
}
