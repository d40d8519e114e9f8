namespace Gradus.Tensors.Kernels.Reductions;

/// <summary>Reductions over the middle of an array of A · R · B numbers of float64, in a fixed order.</summary>
internal static unsafe class DoubleKernel
{
    internal static void Run<TOp>(TOp op, double* x, nint a, nint r, nint b, double* y)
        where TOp : unmanaged, IReduction
    {
        for (nint i = 0; i < a; i++, x += r * b, y += b)
        {
            if (b == 1)
            {
                *y = op.Finish(Row(op, x, r));
                continue;
            }

            new Span<double>(y, (int)b).Fill(TOp.Start);
            for (nint row = 0; row < r; row++)
            {
                for (nint j = 0; j < b; j++)
                {
                    y[j] = op.Accumulate(y[j], x[(row * b) + j]);
                }
            }

            for (nint j = 0; j < b; j++)
            {
                y[j] = op.Finish(y[j]);
            }
        }
    }

    private static double Row<TOp>(TOp op, double* x, nint length)
        where TOp : unmanaged, IReduction
    {
        // Four chains, as a compiler may not reorder them by itself.
        double s0 = TOp.Start, s1 = s0, s2 = s0, s3 = s0;
        nint i = 0;
        for (; i <= length - 4; i += 4)
        {
            s0 = op.Accumulate(s0, x[i]);
            s1 = op.Accumulate(s1, x[i + 1]);
            s2 = op.Accumulate(s2, x[i + 2]);
            s3 = op.Accumulate(s3, x[i + 3]);
        }

        for (; i < length; i++)
        {
            s0 = op.Accumulate(s0, x[i]);
        }

        return op.Combine(op.Combine(s0, s1), op.Combine(s2, s3));
    }
}
