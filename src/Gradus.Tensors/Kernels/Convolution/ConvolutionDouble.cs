namespace Gradus.Tensors.Kernels.Convolution;

/// <summary>Convolution and its gradients in float64. It serves gradient checks, so it is plain.</summary>
internal static unsafe class ConvolutionDouble
{
    /// <summary>y = bias + Σ w · x.</summary>
    internal static void Forward(in ConvolutionShape shape, double* x, double* weight, double* bias, double* y, bool relu)
    {
        nint plane = (nint)shape.OutHeight * shape.OutWidth;
        for (nint i = 0; i < (nint)shape.Batch * shape.Filters; i++)
        {
            new Span<double>(y + (i * plane), (int)plane).Fill(bias is null ? 0 : bias[i % shape.Filters]);
        }

        Walk<ForwardStep>(shape, x, weight, y);
        for (nint i = 0; relu && i < shape.Batch * shape.OutputImage; i++)
        {
            y[i] = y[i] < 0 ? 0 : y[i];
        }
    }

    /// <summary>gx = bias + Σ w · gy.</summary>
    internal static void InputGradient(in ConvolutionShape shape, double* gy, double* weight, double* bias, double* gx)
    {
        nint plane = (nint)shape.Height * shape.Width;
        for (nint i = 0; i < (nint)shape.Batch * shape.Channels; i++)
        {
            new Span<double>(gx + (i * plane), (int)plane).Fill(bias is null ? 0 : bias[i % shape.Channels]);
        }

        Walk<InputStep>(shape, gx, weight, gy);
    }

    /// <summary>gw = Σ gy · x.</summary>
    internal static void WeightGradient(in ConvolutionShape shape, double* x, double* gy, double* gradientWeight)
    {
        new Span<double>(gradientWeight, shape.Filters * shape.GroupChannels * shape.Taps).Clear();
        Walk<WeightStep>(shape, x, gradientWeight, gy);
    }

    /// <summary>Meets every input row with every output row by every tap.</summary>
    private static void Walk<TStep>(in ConvolutionShape shape, double* x, double* weight, double* y)
        where TStep : IStep
    {
        for (int image = 0; image < shape.Batch; image++)
        {
            for (int filter = 0; filter < shape.Filters; filter++)
            {
                int firstChannel = filter / shape.GroupFilters * shape.GroupChannels;
                double* output = y + ((((nint)image * shape.Filters) + filter) * shape.OutHeight * shape.OutWidth);
                for (int channel = 0; channel < shape.GroupChannels; channel++)
                {
                    double* input = x + ((((nint)image * shape.Channels) + firstChannel + channel) * shape.Height * shape.Width);
                    double* taps = weight + ((((nint)filter * shape.GroupChannels) + channel) * shape.Taps);
                    Plane<TStep>(shape, input, taps, output);
                }
            }
        }
    }

    private static void Plane<TStep>(in ConvolutionShape shape, double* input, double* taps, double* output)
        where TStep : IStep
    {
        for (int tap = 0; tap < shape.Taps; tap++)
        {
            int down = (tap / shape.KernelWidth * shape.DilationHeight) - shape.PadTop, right = (tap % shape.KernelWidth * shape.DilationWidth) - shape.PadLeft;
            // The output columns whose input column lies in the image.
            int begin = right >= 0 ? 0 : Math.Min(shape.OutWidth, (-right + shape.StrideWidth - 1) / shape.StrideWidth);
            int end = right >= shape.Width ? 0 : Math.Min(shape.OutWidth, (shape.Width - right + shape.StrideWidth - 1) / shape.StrideWidth);
            for (int row = 0; row < shape.OutHeight; row++)
            {
                int source = (row * shape.StrideHeight) + down;
                if ((uint)source < (uint)shape.Height && begin < end)
                {
                    nint at = ((nint)source * shape.Width) + right + ((nint)begin * shape.StrideWidth);
                    TStep.Row(input + at, shape.StrideWidth, taps + tap, output + ((nint)row * shape.OutWidth) + begin, end - begin);
                }
            }
        }
    }

    /// <summary>What happens where a row of the input meets a row of the output by a tap.</summary>
    private interface IStep
    {
        static abstract void Row(double* x, nint step, double* weight, double* y, nint length);
    }

    private readonly struct ForwardStep : IStep
    {
        public static void Row(double* x, nint step, double* weight, double* y, nint length)
        {
            double factor = *weight;
            for (nint i = 0; i < length; i++)
            {
                y[i] += factor * x[i * step];
            }
        }
    }

    private readonly struct InputStep : IStep
    {
        public static void Row(double* x, nint step, double* weight, double* y, nint length)
        {
            double factor = *weight;
            for (nint i = 0; i < length; i++)
            {
                x[i * step] += factor * y[i];
            }
        }
    }

    private readonly struct WeightStep : IStep
    {
        public static void Row(double* x, nint step, double* weight, double* y, nint length)
        {
            double sum = 0;
            for (nint i = 0; i < length; i++)
            {
                sum += x[i * step] * y[i];
            }

            *weight += sum;
        }
    }
}
