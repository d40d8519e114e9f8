namespace Gradus.Tensors.Kernels.Attention;

/// <summary>The operands of scaled dot-product attention, forward or backward. Matrices without data are not read or written.</summary>
internal unsafe struct AttentionCall
{
    internal Isa Isa;
    internal fixed int Lead[8];
    internal int LeadRank;
    internal nint Heads;
    internal nint Queries;
    internal nint Keys;
    internal nint Depth;
    internal nint ValueDepth;
    internal float Scale;
    internal bool Causal;
    internal HeadMatrices Query;
    internal HeadMatrices Key;
    internal HeadMatrices Value;

    /// <summary>Added to the scaled scores.</summary>
    internal HeadMatrices Mask;
    internal HeadMatrices Output;

    /// <summary>Probabilities before dropout, block of rows by block of rows: written forward and read backward; null where backward computes them again.</summary>
    internal float* Probabilities;
    internal HeadMatrices GradientOutput;
    internal HeadMatrices GradientQuery;
    internal HeadMatrices GradientKey;
    internal HeadMatrices GradientValue;

    /// <summary>0 for none.</summary>
    internal double Dropout;
    internal RngState Random;

    /// <summary>The queries of a block. Their scores, 64 Ki numbers or so, stay in the second cache; 32 rows at least, since the keys are packed for each block.</summary>
    internal readonly nint Block
    {
        get
        {
            nint rows = Math.Clamp((1 << 16) / Math.Max(1, Keys) / 8 * 8, 32, 256);
            return Math.Max(1, Math.Min(Queries, Causal ? Math.Min(rows, 32) : rows));
        }
    }

    internal readonly nint Blocks => (Queries + Block - 1) / Block;

    /// <summary>The keys that the queries before <paramref name="end"/> may see.</summary>
    internal readonly nint Visible(nint end) => Causal ? Math.Min(Keys, end) : Keys;
}
