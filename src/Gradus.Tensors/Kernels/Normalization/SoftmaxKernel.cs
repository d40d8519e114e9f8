using System.Numerics;

namespace Gradus.Tensors.Kernels.Normalization;

/// <summary>Softmax of rows, the largest number taken off first, so that nothing overflows.</summary>
internal static unsafe class SoftmaxKernel
{
    internal static void Run<T>(T* x, T* y, nint rows, nint length, bool logarithm)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (nint i = 0; i < rows; i++)
        {
            T* from = x + (i * length);
            T* to = y + (i * length);
            T largest = T.NegativeInfinity;
            for (nint j = 0; j < length; j++)
            {
                largest = T.Max(largest, from[j]);
            }

            double sum = 0;
            for (nint j = 0; j < length; j++)
            {
                double term = Math.Exp(double.CreateTruncating(from[j] - largest));
                sum += term;
                to[j] = T.CreateTruncating(term);
            }

            double shift = Math.Log(sum);
            for (nint j = 0; j < length; j++)
            {
                to[j] = logarithm ? T.CreateTruncating(double.CreateTruncating(from[j] - largest) - shift) : T.CreateTruncating(double.CreateTruncating(to[j]) / sum);
            }
        }
    }
}
