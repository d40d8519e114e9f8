using System.Numerics;

namespace Gradus.Tensors.Kernels.Normalization;

/// <summary>Batch normalization of an array of N · C · L numbers: each of the C channels is normalised over N and L.</summary>
internal static unsafe class BatchNormKernel
{
    /// <summary>The mean and the biased variance of each channel, in two passes with sums in double.</summary>
    internal static void Statistics<T>(T* x, T* mean, T* variance, nint n, nint c, nint l)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        double count = (double)n * l;
        for (nint j = 0; j < c; j++)
        {
            double sum = 0;
            for (nint i = 0; i < n; i++)
            {
                T* row = x + (((i * c) + j) * l);
                for (nint p = 0; p < l; p++)
                {
                    sum += double.CreateTruncating(row[p]);
                }
            }

            double centre = sum / count, squares = 0;
            for (nint i = 0; i < n; i++)
            {
                T* row = x + (((i * c) + j) * l);
                for (nint p = 0; p < l; p++)
                {
                    double apart = double.CreateTruncating(row[p]) - centre;
                    squares += apart * apart;
                }
            }

            mean[j] = T.CreateTruncating(centre);
            variance[j] = T.CreateTruncating(squares / count);
        }
    }

    /// <summary>y = (x − mean) · scale + shift, channel by channel.</summary>
    internal static void Forward<T>(T* x, T* mean, T* scale, T* shift, T* y, nint n, nint c, nint l)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (nint i = 0; i < n * c; i++)
        {
            nint j = i % c;
            T centre = mean[j], factor = scale[j], term = shift[j];
            for (nint p = i * l; p < (i + 1) * l; p++)
            {
                y[p] = ((x[p] - centre) * factor) + term;
            }
        }
    }

    /// <summary>Σ gy and Σ gy · (x − mean) · inverse for each channel: the gradients of shift and scale.</summary>
    internal static void BackwardSums<T>(T* x, T* gy, T* mean, T* inverse, T* sumGradient, T* sumProduct, nint n, nint c, nint l)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (nint j = 0; j < c; j++)
        {
            double sum = 0, product = 0, centre = double.CreateTruncating(mean[j]);
            for (nint i = 0; i < n; i++)
            {
                nint first = ((i * c) + j) * l;
                for (nint p = first; p < first + l; p++)
                {
                    double g = double.CreateTruncating(gy[p]);
                    sum += g;
                    product += g * (double.CreateTruncating(x[p]) - centre);
                }
            }

            sumGradient[j] = T.CreateTruncating(sum);
            sumProduct[j] = T.CreateTruncating(product * double.CreateTruncating(inverse[j]));
        }
    }

    /// <summary>gx = weight · inverse · (gy − Σ gy / M − x̂ Σ gy x̂ / M) with x̂ = (x − mean) · inverse and M = N · L.</summary>
    internal static void Backward<T>(T* x, T* gy, T* mean, T* inverse, T* weight, T* sumGradient, T* sumProduct, T* gx, nint n, nint c, nint l)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T share = T.One / T.CreateTruncating((double)n * l);
        for (nint i = 0; i < n * c; i++)
        {
            nint j = i % c;
            T factor = weight is null ? inverse[j] : weight[j] * inverse[j];
            T slope = sumProduct[j] * share * inverse[j], level = sumGradient[j] * share, centre = mean[j];
            for (nint p = i * l; p < (i + 1) * l; p++)
            {
                gx[p] = factor * (gy[p] - level - ((x[p] - centre) * slope));
            }
        }
    }
}
