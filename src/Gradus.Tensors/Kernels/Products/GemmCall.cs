namespace Gradus.Tensors.Kernels.Products;

/// <summary>The operands of one matrix product: C = start + A · B, then max(0, ·) where wanted.</summary>
internal unsafe struct GemmCall
{
    internal float* A;
    internal nint RowA;
    internal nint ColumnA;
    internal float* B;
    internal nint RowB;
    internal nint ColumnB;
    internal float* C;
    internal nint RowC;
    internal nint M;
    internal nint N;
    internal nint K;

    /// <summary>One number a column that every row begins with (a bias), or null for 0.</summary>
    internal float* Bias;

    /// <summary>Whether C's own values are what it begins with.</summary>
    internal bool Accumulate;

    /// <summary>Whether negative results become 0.</summary>
    internal bool Relu;
}
