using System.Runtime.Intrinsics;
using Gradus.Tensors.Kernels.Lanes;

namespace Gradus.Tensors.Kernels.Normalization;

/// <summary>Batch normalization of the columns of a matrix in float32: a lane is a channel, and a strip of channels goes through all passes while it is in the first cache.</summary>
/// <remarks>Sums over rows are taken in four chains and in blocks, so that long batches lose no accuracy; the variance is summed around the mean, in a second pass.</remarks>
internal static unsafe class BatchNormColumns
{
    private const int RowBlock = 256;

    internal static void Forward(Isa isa, in BatchNormCall call)
    {
        switch (isa)
        {
            case Isa.Avx512:
                Forward<Lanes512, Vector512<float>>(call);
                break;
            case Isa.Avx2:
                Forward<Lanes256, Vector256<float>>(call);
                break;
            case Isa.Vector128:
                Forward<Lanes128, Vector128<float>>(call);
                break;
            default:
                Forward<Lanes1, float>(call);
                break;
        }
    }

    internal static void Backward(Isa isa, in BatchNormCall call)
    {
        switch (isa)
        {
            case Isa.Avx512:
                Backward<Lanes512, Vector512<float>>(call);
                break;
            case Isa.Avx2:
                Backward<Lanes256, Vector256<float>>(call);
                break;
            case Isa.Vector128:
                Backward<Lanes128, Vector128<float>>(call);
                break;
            default:
                Backward<Lanes1, float>(call);
                break;
        }
    }

    private static void Forward<L, V>(in BatchNormCall call)
        where L : ILanes<V>
        where V : unmanaged
    {
        nint j = 0;
        for (; !call.Training && j <= call.Columns - (2 * L.Count); j += 2 * L.Count)
        {
            RunningStrips<L, V>(call, j);
        }

        for (; j <= call.Columns - L.Count; j += L.Count)
        {
            ForwardStrip<L, V>(call, j);
        }

        for (; j < call.Columns; j++)
        {
            ForwardStrip<Lanes1, float>(call, j);
        }
    }

    private static void Backward<L, V>(in BatchNormCall call)
        where L : ILanes<V>
        where V : unmanaged
    {
        nint j = 0;
        for (; j <= call.Columns - L.Count; j += L.Count)
        {
            BackwardStrip<L, V>(call, j);
        }

        for (; j < call.Columns; j++)
        {
            BackwardStrip<Lanes1, float>(call, j);
        }
    }

    private static void ForwardStrip<L, V>(in BatchNormCall call, nint j)
        where L : ILanes<V>
        where V : unmanaged
    {
        float* x = call.X + j;
        nint rows = call.Rows, step = call.Columns;
        V mean, variance;
        if (call.Training)
        {
            V count = L.Create(rows);
            mean = L.Divide(Sum<L, V>(x, rows, step), count);
            V squares = Squares<L, V>(x, rows, step, mean);
            variance = L.Divide(squares, count);
            V keep = L.Create(1 - call.Momentum), take = L.Create(call.Momentum);
            if (call.RunningMean is not null)
            {
                L.Store(L.Fma(take, mean, L.Multiply(keep, L.Load(call.RunningMean + j))), call.RunningMean + j);
            }

            if (call.RunningVariance is not null)
            {
                V unbiased = L.Divide(squares, L.Create(rows - 1));
                L.Store(L.Fma(take, unbiased, L.Multiply(keep, L.Load(call.RunningVariance + j))), call.RunningVariance + j);
            }
        }
        else
        {
            mean = L.Load(call.RunningMean + j);
            variance = L.Load(call.RunningVariance + j);
        }

        (V scale, V shift) = Line<L, V>(call, j, mean, variance);
        float* y = call.Y + j;
        for (nint i = 0; i < rows * step; i += step)
        {
            L.Store(L.Fma(L.Subtract(L.Load(x + i), mean), scale, shift), y + i);
        }
    }

    // Two strips side by side with what is known of them, so that whole lines of memory are read once.
    private static void RunningStrips<L, V>(in BatchNormCall call, nint j)
        where L : ILanes<V>
        where V : unmanaged
    {
        nint next = j + L.Count;
        V mean0 = L.Load(call.RunningMean + j), mean1 = L.Load(call.RunningMean + next);
        (V scale0, V shift0) = Line<L, V>(call, j, mean0, L.Load(call.RunningVariance + j));
        (V scale1, V shift1) = Line<L, V>(call, next, mean1, L.Load(call.RunningVariance + next));
        float* x = call.X + j, y = call.Y + j;
        for (nint i = 0; i < call.Rows * call.Columns; i += call.Columns)
        {
            L.Store(L.Fma(L.Subtract(L.Load(x + i), mean0), scale0, shift0), y + i);
            L.Store(L.Fma(L.Subtract(L.Load(x + i + L.Count), mean1), scale1, shift1), y + i + L.Count);
        }
    }

    // The line that takes a deviation from the mean to the output; mean and inverse are kept for the gradient.
    private static (V Scale, V Shift) Line<L, V>(in BatchNormCall call, nint j, V mean, V variance)
        where L : ILanes<V>
        where V : unmanaged
    {
        V inverse = L.Divide(L.Create(1f), L.Sqrt(L.Add(variance, L.Create(call.Epsilon))));
        L.Store(mean, call.Mean + j);
        L.Store(inverse, call.Inverse + j);
        return (call.Weight is null ? inverse : L.Multiply(inverse, L.Load(call.Weight + j)), call.Bias is null ? L.Create(0f) : L.Load(call.Bias + j));
    }

    private static void BackwardStrip<L, V>(in BatchNormCall call, nint j)
        where L : ILanes<V>
        where V : unmanaged
    {
        float* x = call.X + j;
        float* gy = call.GradientY + j;
        nint rows = call.Rows, step = call.Columns;
        V mean = L.Load(call.Mean + j), inverse = L.Load(call.Inverse + j);
        V sum = Sum<L, V>(gy, rows, step);
        V product = L.Multiply(inverse, Products<L, V>(x, gy, rows, step, mean));
        if (call.GradientBias is not null)
        {
            L.Store(call.AddBias ? L.Add(L.Load(call.GradientBias + j), sum) : sum, call.GradientBias + j);
        }

        if (call.GradientWeight is not null)
        {
            L.Store(call.AddWeight ? L.Add(L.Load(call.GradientWeight + j), product) : product, call.GradientWeight + j);
        }

        if (call.GradientX is null)
        {
            return;
        }

        V factor = call.Weight is null ? inverse : L.Multiply(inverse, L.Load(call.Weight + j));
        float* gx = call.GradientX + j;
        if (!call.Training)
        {
            for (nint i = 0; i < rows * step; i += step)
            {
                L.Store(L.Multiply(factor, L.Load(gy + i)), gx + i);
            }

            return;
        }

        V share = L.Divide(L.Create(1f), L.Create(rows));
        V level = L.Multiply(sum, share), slope = L.Multiply(L.Multiply(product, share), inverse), zero = L.Create(0f);
        for (nint i = 0; i < rows * step; i += step)
        {
            V apart = L.Subtract(L.Load(x + i), mean);
            V rest = L.Fma(L.Subtract(zero, apart), slope, L.Subtract(L.Load(gy + i), level));
            L.Store(L.Multiply(factor, rest), gx + i);
        }
    }

    private static V Sum<L, V>(float* x, nint rows, nint step)
        where L : ILanes<V>
        where V : unmanaged
    {
        V total = L.Create(0f);
        for (nint first = 0; first < rows; first += RowBlock)
        {
            nint end = Math.Min(rows, first + RowBlock);
            V s0 = L.Create(0f), s1 = s0, s2 = s0, s3 = s0;
            nint i = first;
            for (; i <= end - 4; i += 4)
            {
                float* row = x + (i * step);
                s0 = L.Add(s0, L.Load(row));
                s1 = L.Add(s1, L.Load(row + step));
                s2 = L.Add(s2, L.Load(row + (2 * step)));
                s3 = L.Add(s3, L.Load(row + (3 * step)));
            }

            for (; i < end; i++)
            {
                s0 = L.Add(s0, L.Load(x + (i * step)));
            }

            total = L.Add(total, L.Add(L.Add(s0, s1), L.Add(s2, s3)));
        }

        return total;
    }

    private static V Squares<L, V>(float* x, nint rows, nint step, V mean)
        where L : ILanes<V>
        where V : unmanaged
    {
        V total = L.Create(0f);
        for (nint first = 0; first < rows; first += RowBlock)
        {
            nint end = Math.Min(rows, first + RowBlock);
            V s0 = L.Create(0f), s1 = s0, s2 = s0, s3 = s0;
            nint i = first;
            for (; i <= end - 4; i += 4)
            {
                float* row = x + (i * step);
                V d0 = L.Subtract(L.Load(row), mean), d1 = L.Subtract(L.Load(row + step), mean);
                V d2 = L.Subtract(L.Load(row + (2 * step)), mean), d3 = L.Subtract(L.Load(row + (3 * step)), mean);
                s0 = L.Fma(d0, d0, s0);
                s1 = L.Fma(d1, d1, s1);
                s2 = L.Fma(d2, d2, s2);
                s3 = L.Fma(d3, d3, s3);
            }

            for (; i < end; i++)
            {
                V d = L.Subtract(L.Load(x + (i * step)), mean);
                s0 = L.Fma(d, d, s0);
            }

            total = L.Add(total, L.Add(L.Add(s0, s1), L.Add(s2, s3)));
        }

        return total;
    }

    private static V Products<L, V>(float* x, float* gy, nint rows, nint step, V mean)
        where L : ILanes<V>
        where V : unmanaged
    {
        V total = L.Create(0f);
        for (nint first = 0; first < rows; first += RowBlock)
        {
            nint end = Math.Min(rows, first + RowBlock);
            V s0 = L.Create(0f), s1 = s0;
            nint i = first;
            for (; i <= end - 2; i += 2)
            {
                nint at = i * step;
                s0 = L.Fma(L.Subtract(L.Load(x + at), mean), L.Load(gy + at), s0);
                s1 = L.Fma(L.Subtract(L.Load(x + at + step), mean), L.Load(gy + at + step), s1);
            }

            if (i < end)
            {
                s0 = L.Fma(L.Subtract(L.Load(x + (i * step)), mean), L.Load(gy + (i * step)), s0);
            }

            total = L.Add(total, L.Add(s0, s1));
        }

        return total;
    }
}
