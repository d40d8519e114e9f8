using Gradus.Tensors.Kernels.Lanes;

namespace Gradus.Tensors.Kernels.Normalization;

/// <summary>
/// The gradient of <see cref="NormalizedRows"/>: with g = gy ∘ weight and x̂ = (x − mean) · inverse, gx = inverse · (g − mean of g − x̂ · mean of g ∘ x̂). An item is a block of rows, which
/// leaves its own share of the gradients of weight and bias, so that their sums do not depend on threads.
/// </summary>
internal unsafe struct NormalizedRowsGradient : IWideKernel
{
    private const int LeastBlock = 16;
    private const int MostBlocks = 64;

    internal float* X;
    internal float* Weight;
    internal float* Mean;
    internal float* Inverse;
    internal float* GradientY;

    /// <summary>Null where it is not wanted, as the next two.</summary>
    internal float* GradientX;

    /// <summary>Σ gy ∘ x̂ over the rows of each block, blocks one after the other.</summary>
    internal float* GradientWeight;

    /// <summary>Σ gy over the rows of each block.</summary>
    internal float* GradientBias;
    internal nint Rows;
    internal nint Length;
    internal bool Centred;

    /// <summary>How many blocks there are for a count of rows.</summary>
    internal static int Blocks(int rows) => (rows + BlockLength(rows) - 1) / BlockLength(rows);

    public readonly void Run<L, V>(nint first, nint count)
        where L : ILanes<V>
        where V : unmanaged
    {
        float* means = stackalloc float[NormalizedRows.MostTogether], slopes = stackalloc float[NormalizedRows.MostTogether];
        nint block = BlockLength((int)Rows), together = NormalizedRows.Together(Length);
        for (nint b = first; b < first + count; b++)
        {
            nint end = Math.Min(Rows, (b + 1) * block);
            for (nint i = b * block; i < end; i += together)
            {
                nint rows = Math.Min(together, end - i);
                if (GradientX is not null)
                {
                    for (nint r = 0; r < rows; r++)
                    {
                        nint at = (i + r) * Length;
                        Sums<L, V>(X + at, GradientY + at, Weight, Mean[i + r], Length, means + r, slopes + r);
                    }

                    for (nint r = 0; r < rows; r++)
                    {
                        nint at = (i + r) * Length;
                        float inverse = Inverse[i + r], mean = Centred ? means[r] / Length : 0, slope = slopes[r] / Length * inverse * inverse;
                        Apply<L, V>(X + at, GradientY + at, GradientX + at, Weight, Mean[i + r], inverse, mean, slope, Length);
                    }
                }

                if (GradientWeight is not null)
                {
                    Parameters<L, V>(i, rows, b * Length, i > b * block);
                }
            }
        }
    }

    private static int BlockLength(int rows) => Math.Max(LeastBlock, (rows + MostBlocks - 1) / MostBlocks);

    // Σ g and Σ g ∘ (x − mean).
    private static void Sums<L, V>(float* x, float* gy, float* weight, float mean, nint length, float* sum, float* product)
        where L : ILanes<V>
        where V : unmanaged
    {
        V centre = L.Create(mean), s0 = L.Create(0f), p0 = s0, s1 = s0, p1 = s0;
        nint i = 0;
        for (; i <= length - (2 * WideLanes.Count); i += 2 * WideLanes.Count)
        {
            V g0 = L.Load(gy + i), g1 = L.Load(gy + i + WideLanes.Count);
            if (weight is not null)
            {
                g0 = L.Multiply(g0, L.Load(weight + i));
                g1 = L.Multiply(g1, L.Load(weight + i + WideLanes.Count));
            }

            s0 = L.Add(s0, g0);
            s1 = L.Add(s1, g1);
            p0 = L.Fma(L.Subtract(L.Load(x + i), centre), g0, p0);
            p1 = L.Fma(L.Subtract(L.Load(x + i + WideLanes.Count), centre), g1, p1);
        }

        for (; i < length; i += WideLanes.Count)
        {
            nint rest = Math.Min(WideLanes.Count, length - i);
            bool whole = rest == WideLanes.Count;
            V g = whole ? L.Load(gy + i) : L.LoadPartial(gy + i, rest);
            if (weight is not null)
            {
                g = L.Multiply(g, whole ? L.Load(weight + i) : L.LoadPartial(weight + i, rest));
            }

            s0 = L.Add(s0, g);
            p0 = L.Fma(L.Subtract(whole ? L.Load(x + i) : L.LoadPartial(x + i, rest), centre), g, p0);
        }

        *sum = WideLanes.Sum(L.Add(s0, s1));
        *product = WideLanes.Sum(L.Add(p0, p1));
    }

    // gx = inverse · (g − mean of g) − (x − mean) · inverse · slope, where slope = mean of g ∘ (x − mean) · inverse².
    private static void Apply<L, V>(float* x, float* gy, float* gx, float* weight, float mean, float inverse, float level, float slope, nint length)
        where L : ILanes<V>
        where V : unmanaged
    {
        V centre = L.Create(mean), scale = L.Create(inverse), down = L.Create(level), tilt = L.Create(-slope);
        nint i = 0;
        for (; i <= length - WideLanes.Count; i += WideLanes.Count)
        {
            V g = weight is null ? L.Load(gy + i) : L.Multiply(L.Load(gy + i), L.Load(weight + i));
            V rest = L.Fma(L.Subtract(L.Load(x + i), centre), tilt, L.Subtract(g, down));
            L.Store(L.Multiply(scale, rest), gx + i);
        }

        if (i < length)
        {
            nint last = length - i;
            V g = weight is null ? L.LoadPartial(gy + i, last) : L.Multiply(L.LoadPartial(gy + i, last), L.LoadPartial(weight + i, last));
            V rest = L.Fma(L.Subtract(L.LoadPartial(x + i, last), centre), tilt, L.Subtract(g, down));
            L.StorePartial(L.Multiply(scale, rest), gx + i, last);
        }
    }

    // A strip of columns at a time, the rows one after the other.
    private readonly void Parameters<L, V>(nint row, nint rows, nint to, bool accumulate)
        where L : ILanes<V>
        where V : unmanaged
    {
        nint length = Length;
        for (nint j = 0; j < length; j += WideLanes.Count)
        {
            nint width = Math.Min(WideLanes.Count, length - j);
            bool whole = width == WideLanes.Count;
            float* x = X + (row * length) + j, gy = GradientY + (row * length) + j, weight = GradientWeight + to + j, bias = GradientBias + to + j;
            V w = L.Create(0f), b = w;
            if (accumulate)
            {
                w = whole ? L.Load(weight) : L.LoadPartial(weight, width);
                b = whole ? L.Load(bias) : L.LoadPartial(bias, width);
            }

            for (nint r = 0; r < rows; r++)
            {
                V g = whole ? L.Load(gy + (r * length)) : L.LoadPartial(gy + (r * length), width);
                V apart = L.Subtract(whole ? L.Load(x + (r * length)) : L.LoadPartial(x + (r * length), width), L.Create(Mean[row + r]));
                w = L.Fma(L.Multiply(apart, L.Create(Inverse[row + r])), g, w);
                b = L.Add(b, g);
            }

            if (whole)
            {
                L.Store(w, weight);
                L.Store(b, bias);
            }
            else
            {
                L.StorePartial(w, weight, width);
                L.StorePartial(b, bias, width);
            }
        }
    }
}
