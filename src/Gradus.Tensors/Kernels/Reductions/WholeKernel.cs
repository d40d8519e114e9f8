using System.Numerics;

namespace Gradus.Tensors.Kernels.Reductions;

/// <summary>Sums, products and extremes of integers over the middle of A · R · B numbers; sums and products wrap around.</summary>
internal static unsafe class WholeKernel
{
    internal static void Run<T>(T* x, nint a, nint r, nint b, T* y, WholeReduction kind)
        where T : unmanaged, IBinaryInteger<T>
    {
        for (nint i = 0; i < a; i++, y += b)
        {
            if (kind is WholeReduction.Sum or WholeReduction.Product)
            {
                new Span<T>(y, (int)b).Fill(kind == WholeReduction.Sum ? T.Zero : T.One);
            }
            else
            {
                new ReadOnlySpan<T>(x, (int)b).CopyTo(new Span<T>(y, (int)b));
            }

            for (nint row = 0; row < r; row++, x += b)
            {
                for (nint j = 0; j < b; j++)
                {
                    y[j] = unchecked(kind switch
                    {
                        WholeReduction.Sum => y[j] + x[j],
                        WholeReduction.Product => y[j] * x[j],
                        WholeReduction.Maximum => T.Max(y[j], x[j]),
                        _ => T.Min(y[j], x[j]),
                    });
                }
            }
        }
    }
}
