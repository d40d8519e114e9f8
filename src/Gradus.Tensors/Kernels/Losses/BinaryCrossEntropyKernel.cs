using System.Numerics;
using Gradus.Tensors.Kernels.Elementwise;

namespace Gradus.Tensors.Kernels.Losses;

/// <summary>Binary cross-entropy from scores, in double for each element: batches of losses are short.</summary>
internal static unsafe class BinaryCrossEntropyKernel
{
    /// <summary>Σ w ((1 − y) x + (1 + (w₊ − 1) y) softplus(−x)); weights may be null.</summary>
    internal static double Forward<T>(T* x, T* y, T* weight, T* positive, nint length)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        double total = 0;
        for (nint i = 0; i < length; i++)
        {
            double score = double.CreateTruncating(x[i]), target = double.CreateTruncating(y[i]);
            double tail = Math.Max(-score, 0) + SpecialFunctions.LogOnePlus(Math.Exp(-Math.Abs(score)));
            double slope = positive is null ? 1 : 1 + ((double.CreateTruncating(positive[i]) - 1) * target);
            double loss = ((1 - target) * score) + (slope * tail);
            total += weight is null ? loss : loss * double.CreateTruncating(weight[i]);
        }

        return total;
    }

    /// <summary>gx = factor · w (1 − y − (1 + (w₊ − 1) y) σ(−x)).</summary>
    internal static void Backward<T>(T* x, T* y, T* weight, T* positive, T* gx, nint length, double factor)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (nint i = 0; i < length; i++)
        {
            double score = double.CreateTruncating(x[i]), target = double.CreateTruncating(y[i]);
            double slope = positive is null ? 1 : 1 + ((double.CreateTruncating(positive[i]) - 1) * target);
            double gradient = factor * (1 - target - (slope / (1 + Math.Exp(score))));
            gx[i] = T.CreateTruncating(weight is null ? gradient : gradient * double.CreateTruncating(weight[i]));
        }
    }
}
