using Gradus.Tensors.Shapes;

namespace Gradus.Tensors.Ops.Reductions;

/// <summary>Brings a tensor into the form A · R · B, with the dimensions to reduce in the middle; a copy only where they do not lie side by side.</summary>
internal readonly ref struct ReductionPlan
{
    internal ReductionPlan(Tensor x, ReadOnlySpan<int> dims, bool keepDim, string what)
    {
        int mask = 0;
        foreach (int dim in dims)
        {
            int bit = 1 << ShapeMath.Axis(dim, x.Rank, what);
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

        int[] kept = new int[keepDim ? x.Rank : x.Rank - System.Numerics.BitOperations.PopCount((uint)mask)];
        int[] ones = new int[x.Rank];
        int place = 0;
        for (int i = 0; i < x.Rank; i++)
        {
            bool reduced = (mask >> i & 1) != 0;
            ones[i] = reduced ? 1 : x.Sizes[i];
            if (keepDim || !reduced)
            {
                kept[place++] = ones[i];
            }
        }

        Kept = kept;
        WithOnes = ones;
        int first = mask == 0 ? 0 : System.Numerics.BitOperations.TrailingZeroCount(mask);
        int run = mask >> first;
        bool together = (run & (run + 1)) == 0;
        Source = together ? x.Contiguous() : Gather(x, mask).Contiguous();
        A = R = B = 1;
        if (together)
        {
            for (int i = 0; i < x.Rank; i++)
            {
                bool reduced = (mask >> i & 1) != 0;
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
        }
        else
        {
            for (int i = 0; i < x.Rank; i++)
            {
                if ((mask >> i & 1) != 0)
                {
                    R *= x.Sizes[i];
                }
                else
                {
                    A *= x.Sizes[i];
                }
            }
        }
    }

    internal Tensor Source { get; }

    /// <summary>The shape of the result.</summary>
    internal int[] Kept { get; }

    /// <summary>The shape of the result with reduced dimensions of size 1.</summary>
    internal int[] WithOnes { get; }

    internal int A { get; }

    internal int R { get; }

    internal int B { get; }

    private static Tensor Gather(Tensor x, int mask)
    {
        Span<int> order = stackalloc int[x.Rank];
        int place = 0;
        for (int pass = 0; pass < 2; pass++)
        {
            for (int i = 0; i < x.Rank; i++)
            {
                if ((mask >> i & 1) == pass)
                {
                    order[place++] = i;
                }
            }
        }

        return x.Detach().Permute(order);
    }
}
