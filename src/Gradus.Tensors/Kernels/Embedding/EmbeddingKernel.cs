using Gradus.Tensors.Kernels.Lanes;

namespace Gradus.Tensors.Kernels.Embedding;

/// <summary>Rows of a table in float32. Forward an item is an index; backward it is a row of the table, to which all gradients of its index are added in their order.</summary>
internal unsafe struct EmbeddingKernel : IWideKernel
{
    internal float* Table;
    internal long* Indices;
    internal nint IndexCount;
    internal nint Width;

    /// <summary>Written forward.</summary>
    internal float* Y;

    /// <summary>Read backward; null in the forward direction.</summary>
    internal float* GradientY;

    /// <summary>The index that gets no gradient; negative for none.</summary>
    internal long Padding;

    /// <summary>Whether to add to what the table of gradients holds.</summary>
    internal bool Accumulate;

    public readonly void Run<L, V>(nint first, nint count)
        where L : ILanes<V>
        where V : unmanaged
    {
        nint width = Width;
        if (GradientY is null)
        {
            for (nint i = first; i < first + count; i++)
            {
                Copy<L, V>(Table + ((nint)Indices[i] * width), Y + (i * width), width);
            }

            return;
        }

        if (!Accumulate)
        {
            new Span<float>(Table + (first * width), checked((int)(count * width))).Clear();
        }

        for (nint i = 0; i < IndexCount; i++)
        {
            nint row = (nint)Indices[i];
            if (row >= first && row < first + count && row != (nint)Padding)
            {
                Add<L, V>(GradientY + (i * width), Table + (row * width), width);
            }
        }
    }

    /// <summary>The backward direction in float64, all rows.</summary>
    internal static void Scatter(double* gradient, long* indices, nint count, nint width, double* table, long padding)
    {
        for (nint i = 0; i < count; i++)
        {
            for (nint j = 0; j < width && indices[i] != padding; j++)
            {
                table[((nint)indices[i] * width) + j] += gradient[(i * width) + j];
            }
        }
    }

    private static void Copy<L, V>(float* from, float* to, nint length)
        where L : ILanes<V>
        where V : unmanaged
    {
        nint i = 0;
        for (; i <= length - WideLanes.Count; i += WideLanes.Count)
        {
            L.Store(L.Load(from + i), to + i);
        }

        if (i < length)
        {
            L.StorePartial(L.LoadPartial(from + i, length - i), to + i, length - i);
        }
    }

    private static void Add<L, V>(float* from, float* to, nint length)
        where L : ILanes<V>
        where V : unmanaged
    {
        nint i = 0;
        for (; i <= length - WideLanes.Count; i += WideLanes.Count)
        {
            L.Store(L.Add(L.Load(to + i), L.Load(from + i)), to + i);
        }

        if (i < length)
        {
            L.StorePartial(L.Add(L.LoadPartial(to + i, length - i), L.LoadPartial(from + i, length - i)), to + i, length - i);
        }
    }
}
