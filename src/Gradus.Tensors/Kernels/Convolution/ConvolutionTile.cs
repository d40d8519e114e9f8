namespace Gradus.Tensors.Kernels.Convolution;

/// <summary>The largest tile of a convolution, a pure function of the instruction set.</summary>
/// <param name="Rows">Rows: filters, places or taps that are read one number at a time.</param>
/// <param name="Vectors">Vectors across.</param>
/// <param name="Lanes">Numbers in a vector.</param>
internal readonly record struct ConvolutionTile(int Rows, int Vectors, int Lanes)
{
    // 32 registers hold 24 sums, 3 vectors and one number; 16 hold 12, 2 and 1. Vectors of places begin anywhere, and three of them share the reading of eight filters.
    internal static ConvolutionTile Of(Isa isa) => isa switch
    {
        Isa.Avx512 => new(8, 3, 16),
        Isa.Avx2 => new(6, 2, 8),
        Isa.Vector128 => new(6, 2, 4),
        _ => new(4, 2, 1),
    };
}
