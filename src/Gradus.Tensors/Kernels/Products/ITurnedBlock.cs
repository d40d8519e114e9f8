namespace Gradus.Tensors.Kernels.Products;

/// <summary>Sixteen columns of a matrix whose columns are contiguous, 16 numbers of each at a time; a lane of the sums is a column.</summary>
/// <typeparam name="V">The sums of sixteen columns.</typeparam>
internal unsafe interface ITurnedBlock<V>
    where V : unmanaged
{
    static abstract V Load(float* sums);

    static abstract void Store(V sums, float* to);

    /// <summary>Adds x times one number of each column, which lie side by side.</summary>
    static abstract V Add(float x, float* row, V sums);

    /// <summary>Adds 16 numbers of x times as many of each column, in ascending order; the columns are <paramref name="step"/> apart.</summary>
    static abstract V Add(float* x, float* b, nint step, V sums);
}
