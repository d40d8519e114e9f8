using Gradus.Tensors.Shapes;

namespace Gradus.Tensors.Kernels.Products;

/// <summary>Many products of one size, whose operands lie at regular distances: attention's heads, or the leading dimensions of a product of tensors.</summary>
/// <remarks>Make it from the first product and add the dimensions, the outermost first. A distance of 0 uses an operand again. All products of a batch share biases, and there is no residual.</remarks>
/// <typeparam name="T">float or double.</typeparam>
internal unsafe struct GemmBatch<T>
    where T : unmanaged
{

    private fixed long _sizes[ShapeMath.MostDimensions];
    private fixed long _a[ShapeMath.MostDimensions];
    private fixed long _b[ShapeMath.MostDimensions];
    private fixed long _c[ShapeMath.MostDimensions];
    private int _rank;

    internal GemmBatch(in GemmCall<T> first) => First = first;

    /// <summary>The first product, and the sizes of all.</summary>
    internal GemmCall<T> First;

    /// <summary>How many products there are.</summary>
    internal readonly nint Count
    {
        get
        {
            nint count = 1;
            for (int d = 0; d < _rank; d++)
            {
                count *= (nint)_sizes[d];
            }

            return count;
        }
    }

    /// <summary>Adds a dimension inside those that are there.</summary>
    /// <param name="size">Its size.</param>
    /// <param name="stepA">The distance of A from one product to the next.</param>
    /// <param name="stepB">The distance of B.</param>
    /// <param name="stepC">The distance of C.</param>
    internal void Add(nint size, nint stepA, nint stepB, nint stepC)
    {
        int last = _rank - 1;
        if (size == 1)
        {
            return;
        }

        // Two dimensions that lie as one are one.
        if (last >= 0 && _a[last] == size * stepA && _b[last] == size * stepB && _c[last] == size * stepC)
        {
            size *= (nint)_sizes[last];
            _rank--;
        }

        (_sizes[_rank], _a[_rank], _b[_rank], _c[_rank]) = (size, stepA, stepB, stepC);
        _rank++;
    }

    /// <summary>Makes one tall product of products with the same B whose A and C lie below each other.</summary>
    internal void Merge()
    {
        int last = _rank - 1;
        if (last >= 0 && First.RowBias is null && First.Residual is null && _b[last] == 0 && _a[last] == First.M * First.RowA && _c[last] == First.M * First.RowC)
        {
            First.M *= (nint)_sizes[last];
            _rank--;
        }
    }

    /// <summary>One of the products.</summary>
    internal readonly GemmCall<T> At(nint index)
    {
        GemmCall<T> call = First;
        for (int d = _rank - 1; d >= 0; d--)
        {
            nint size = (nint)_sizes[d], place = d == 0 ? index : index % size;
            index /= size;
            call.A += place * (nint)_a[d];
            call.B += place * (nint)_b[d];
            call.C += place * (nint)_c[d];
        }

        return call;
    }
}
