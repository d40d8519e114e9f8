using Gradus.Tensors.Kernels.Lanes;

namespace Gradus.Tensors.Kernels.Attention;

/// <summary>Scores that lie row after row: s · scale + mask, and −∞ for keys behind the query where attention is causal. An item is a row.</summary>
internal unsafe struct AttentionScores : IWideKernel
{
    internal float* Scores;
    internal nint Length;
    internal float Scale;

    /// <summary>Null for none.</summary>
    internal float* Mask;
    internal nint MaskRow;
    internal nint MaskColumn;
    internal bool Causal;

    /// <summary>Which query the first row is.</summary>
    internal nint FirstQuery;

    public readonly void Run<L, V>(nint first, nint count)
        where L : ILanes<V>
        where V : unmanaged
    {
        for (nint r = first; r < first + count; r++)
        {
            float* row = Scores + (r * Length), mask = Mask is null ? null : Mask + (r * MaskRow);
            Scaled<L, V>(row, MaskColumn == 1 ? mask : null, Length, Scale);
            if (mask is not null && MaskColumn != 1)
            {
                for (nint j = 0; j < Length; j++)
                {
                    row[j] += mask[j * MaskColumn];
                }
            }

            for (nint j = Causal ? FirstQuery + r + 1 : Length; j < Length; j++)
            {
                row[j] = float.NegativeInfinity;
            }
        }
    }

    private static void Scaled<L, V>(float* row, float* mask, nint length, float factor)
        where L : ILanes<V>
        where V : unmanaged
    {
        V scale = L.Create(factor);
        nint i = 0;
        for (; i <= length - WideLanes.Count; i += WideLanes.Count)
        {
            V s = L.Multiply(L.Load(row + i), scale);
            L.Store(mask is null ? s : L.Add(s, L.Load(mask + i)), row + i);
        }

        if (i < length)
        {
            V s = L.Multiply(L.LoadPartial(row + i, length - i), scale);
            L.StorePartial(mask is null ? s : L.Add(s, L.LoadPartial(mask + i, length - i)), row + i, length - i);
        }
    }
}
