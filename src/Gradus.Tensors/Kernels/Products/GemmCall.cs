namespace Gradus.Tensors.Kernels.Products;

/// <summary>The operands of one matrix product: C = activation(alpha · (start + A · B) + residual), where start is the sum of the biases, or C itself.</summary>
/// <remarks>The default is C = A · B. Steps count elements; C's columns are contiguous.</remarks>
/// <typeparam name="T">float or double.</typeparam>
internal unsafe struct GemmCall<T>
    where T : unmanaged
{
    internal T* A;
    internal nint RowA;
    internal nint ColumnA;
    internal T* B;
    internal nint RowB;
    internal nint ColumnB;
    internal T* C;
    internal nint RowC;
    internal nint M;
    internal nint N;
    internal nint K;

    /// <summary>One number a column that every row begins with, or null for 0.</summary>
    internal T* Bias;

    /// <summary>One number a row that every column begins with, or null for 0; with <see cref="Bias"/> too the sum of both.</summary>
    internal T* RowBias;

    /// <summary>Whether C's own values are what it begins with; there are no biases then.</summary>
    internal bool Accumulate;

    /// <summary>What the sums are multiplied with; <see cref="Scales"/> says whether.</summary>
    internal T Alpha;

    /// <summary>Whether <see cref="Alpha"/> counts, so that the default needs none.</summary>
    internal bool Scales;

    /// <summary>A matrix of C's shape that is added, or null. It shares no memory with C: what is in C is added by <see cref="Accumulate"/>.</summary>
    internal T* Residual;
    internal nint RowResidual;

    /// <summary>Applied last.</summary>
    internal GemmActivation Activation;

    /// <summary>Whether negative results become 0: the activation that tiles apply themselves.</summary>
    internal bool Relu
    {
        readonly get => Activation == GemmActivation.Relu;
        set => Activation = value ? GemmActivation.Relu : GemmActivation.None;
    }

    /// <summary>Whether there is more to do after the sums than tiles do.</summary>
    internal readonly bool Finishes => Scales || Residual is not null || Activation > GemmActivation.Relu;

    /// <summary>The product of some rows of A.</summary>
    internal readonly GemmCall<T> Rows(nint first, nint count)
    {
        GemmCall<T> part = this;
        part.A += first * RowA;
        part.C += first * RowC;
        part.M = count;
        part.RowBias = RowBias is null ? null : RowBias + first;
        part.Residual = Residual is null ? null : Residual + (first * RowResidual);
        return part;
    }

    /// <summary>The product with some columns of B.</summary>
    internal readonly GemmCall<T> Columns(nint first, nint count)
    {
        GemmCall<T> part = this;
        part.B += first * ColumnB;
        part.C += first;
        part.N = count;
        part.Bias = Bias is null ? null : Bias + first;
        part.Residual = Residual is null ? null : Residual + first;
        return part;
    }
}
