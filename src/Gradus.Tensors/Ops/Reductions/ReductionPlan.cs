using System.Numerics;
using Gradus.Tensors.Shapes;

namespace Gradus.Tensors.Ops.Reductions;

/// <summary>Which dimensions go, what the shape becomes, and the form A · R · B with the dimensions to reduce in the middle.</summary>
internal readonly ref struct ReductionPlan
{
    internal ReductionPlan(Tensor x, ReadOnlySpan<int> dims, bool keepDim, string what)
    {
        int mask = 0;
        foreach (int dim in dims)
        {
            int bit = 1 << ShapeMath.Axis(dim, x.Rank, what, nameof(dims));
            if ((mask & bit) != 0)
            {
                throw new ArgumentException($"{what} got dimension {dim} twice, in {ShapeMath.Format(dims)}.", nameof(dims));
            }

            mask |= bit;
        }

        if (dims.IsEmpty || x.Rank == 0)
        {
            mask = (1 << x.Rank) - 1;
        }

        int[] kept = new int[keepDim ? x.Rank : x.Rank - BitOperations.PopCount((uint)mask)];
        int[] ones = keepDim ? kept : new int[x.Rank];
        int place = 0;
        int first = mask == 0 ? 0 : BitOperations.TrailingZeroCount(mask);
        A = R = B = 1;
        for (int i = 0; i < x.Rank; i++)
        {
            bool reduced = (mask >> i & 1) != 0;
            ones[i] = reduced ? 1 : x.Sizes[i];
            if (!keepDim && !reduced)
            {
                kept[place++] = x.Sizes[i];
            }

            if (reduced)
            {
                R *= x.Sizes[i];
            }
            else if (i < first)
            {
                A *= x.Sizes[i];
            }
            else
            {
                B *= x.Sizes[i];
            }
        }

        Mask = mask;
        Kept = kept;
        WithOnes = ones;
        int run = mask >> first;
        SideBySide = (run & (run + 1)) == 0;
    }

    /// <summary>A bit for each dimension that goes.</summary>
    internal int Mask { get; }

    /// <summary>The shape of the result.</summary>
    internal int[] Kept { get; }

    /// <summary>The shape of the result with reduced dimensions of size 1.</summary>
    internal int[] WithOnes { get; }

    /// <summary>Whether the reduced dimensions lie side by side, so that A, R and B describe the tensor.</summary>
    internal bool SideBySide { get; }

    internal int A { get; }

    /// <summary>How many elements become one.</summary>
    internal int R { get; }

    internal int B { get; }

    /// <summary>The dimensions to reduce.</summary>
    internal int[] Dims()
    {
        int[] dims = new int[BitOperations.PopCount((uint)Mask)];
        int place = 0;
        for (int i = 0; place < dims.Length; i++)
        {
            if ((Mask >> i & 1) != 0)
            {
                dims[place++] = i;
            }
        }

        return dims;
    }

    /// <summary>The last of the runs of dimensions that lie side by side.</summary>
    internal int[] LastRun()
    {
        int last = BitOperations.Log2((uint)Mask), first = last;
        while (first > 0 && (Mask >> (first - 1) & 1) != 0)
        {
            first--;
        }

        return [.. Enumerable.Range(first, last - first + 1)];
    }

    /// <summary>The tensor as contiguous rows of what becomes one number, kept dimensions first.</summary>
    internal Tensor Rows(Tensor x)
    {
        int first = BitOperations.TrailingZeroCount(Mask | (1 << x.Rank));
        if (Mask >> first == (1 << (x.Rank - first)) - 1)
        {
            return x.Contiguous(); // they are the last ones already
        }

        int mask = Mask;
        int[] dims = [.. Enumerable.Range(0, x.Rank).Where(i => (mask >> i & 1) == 0), .. Dims()];
        return x.Detach().Permute(dims).Contiguous();
    }
}
