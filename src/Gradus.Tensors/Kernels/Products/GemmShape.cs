namespace Gradus.Tensors.Kernels.Products;

/// <summary>How a matrix product is cut: a pure function of the instruction set.</summary>
/// <param name="Rows">Rows of the largest tile.</param>
/// <param name="Vectors">Vectors across the largest tile.</param>
/// <param name="Lanes">Numbers in a vector.</param>
internal readonly record struct GemmShape(int Rows, int Vectors, int Lanes)
{
    /// <summary>The length of K that is worked off at a time, so that a strip of B stays in the first cache.</summary>
    internal const int DepthBlock = 256;

    /// <summary>Rows of A that are packed at a time, a multiple of every tile's rows.</summary>
    internal const int RowBlock = 192;

    /// <summary>Columns of B that are packed at a time.</summary>
    internal const int ColumnBlock = 768;

    /// <summary>Columns of the largest tile.</summary>
    internal int Width => Vectors * Lanes;

    // 32 registers hold 24 sums, 3 vectors of B and one number of A; 16 hold 12, 2 and 1.
    internal static GemmShape Of(Isa isa) => isa switch
    {
        Isa.Avx512 => new(8, 3, 16),
        Isa.Avx2 => new(6, 2, 8),
        Isa.Vector128 => new(6, 2, 4),
        _ => new(4, 2, 1),
    };
}
