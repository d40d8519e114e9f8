namespace Gradus.Tensors.Kernels.Normalization;

/// <summary>Softmax in float64 along the middle of an array of outer · length · inner numbers, the largest taken off first, so that nothing overflows.</summary>
internal static unsafe class SoftmaxKernel
{
    internal static void Run(double* x, double* y, nint outer, nint length, nint inner, bool logarithm)
    {
        for (nint i = 0; i < outer * inner; i++)
        {
            nint first = (i / inner * length * inner) + (i % inner);
            double* from = x + first, to = y + first;
            double largest = double.NegativeInfinity, sum = 0;
            for (nint j = 0; j < length; j++)
            {
                largest = Math.Max(largest, from[j * inner]);
            }

            for (nint j = 0; j < length; j++)
            {
                double term = Math.Exp(from[j * inner] - largest);
                sum += term;
                to[j * inner] = term;
            }

            double shift = Math.Log(sum);
            for (nint j = 0; j < length; j++)
            {
                to[j * inner] = logarithm ? from[j * inner] - largest - shift : to[j * inner] / sum;
            }
        }
    }
}
