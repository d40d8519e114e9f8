using Gradus.Tensors.Kernels.Lanes;
using Gradus.Tensors.Kernels.Reductions;

namespace Gradus.Tensors.Kernels.Normalization;

/// <summary>y = (x − mean) / √(variance + ε) · weight + bias for each row of float32; an item is a row. Without a centre the mean counts as 0: the root mean square.</summary>
internal unsafe struct NormalizedRows : IWideKernel
{
    /// <summary>The rows that go through each pass together: the passes of one row wait for each other, those of several do not.</summary>
    internal const int MostTogether = 16;

    private const nint NumbersTogether = 4096; // of which both sides fit the first cache

    internal float* X;
    internal float* Y;

    /// <summary>One for each column; null for 1.</summary>
    internal float* Weight;

    /// <summary>One for each column; null for 0.</summary>
    internal float* Bias;

    /// <summary>Written: one for each row.</summary>
    internal float* Mean;

    /// <summary>Written: 1 / √(variance + ε) of each row.</summary>
    internal float* Inverse;
    internal nint Length;
    internal float Epsilon;
    internal bool Centred;

    public readonly void Run<L, V>(nint first, nint count)
        where L : ILanes<V>
        where V : unmanaged
    {
        nint together = Together(Length);
        for (nint i = first; i < first + count; i += together)
        {
            nint end = Math.Min(i + together, first + count);
            for (nint r = i; r < end; r++)
            {
                Mean[r] = Centred ? (float)(RowReduction.Sum<L, V>(X + (r * Length), Length) / Length) : 0;
            }

            for (nint r = i; r < end; r++)
            {
                float variance = (float)(RowReduction.SquaresAround<L, V>(X + (r * Length), Mean[r], Length) / Length);
                Inverse[r] = 1 / MathF.Sqrt(variance + Epsilon);
            }

            for (nint r = i; r < end; r++)
            {
                Apply<L, V>(X + (r * Length), Y + (r * Length), Weight, Bias, Mean[r], Inverse[r], Length);
            }
        }
    }

    internal static nint Together(nint length) => Math.Clamp(NumbersTogether / Math.Max(1, length), 1, MostTogether);

    private static void Apply<L, V>(float* x, float* y, float* weight, float* bias, float mean, float inverse, nint length)
        where L : ILanes<V>
        where V : unmanaged
    {
        V centre = L.Create(mean), scale = L.Create(inverse), zero = L.Create(0f);
        nint i = 0;
        if (weight is null)
        {
            for (; i <= length - WideLanes.Count; i += WideLanes.Count)
            {
                L.Store(L.Fma(L.Subtract(L.Load(x + i), centre), scale, bias is null ? zero : L.Load(bias + i)), y + i);
            }
        }
        else
        {
            for (; i <= length - WideLanes.Count; i += WideLanes.Count)
            {
                V normal = L.Multiply(L.Subtract(L.Load(x + i), centre), scale);
                L.Store(L.Fma(normal, L.Load(weight + i), bias is null ? zero : L.Load(bias + i)), y + i);
            }
        }

        if (i < length)
        {
            nint rest = length - i;
            V normal = L.Multiply(L.Subtract(L.LoadPartial(x + i, rest), centre), scale);
            V factor = weight is null ? L.Create(1f) : L.LoadPartial(weight + i, rest);
            L.StorePartial(L.Fma(normal, factor, bias is null ? zero : L.LoadPartial(bias + i, rest)), y + i, rest);
        }
    }
}
