namespace Gradus.Tensors.Tests.Ops.References;

/// <summary>Convolutions by their definition: one loop for each index, in double.</summary>
internal static class ConvolutionReference
{
    /// <summary>y of a convolution of x [N, C, H, W] by weights [F, C / groups, h, w]; padding before rows and columns, the output's size is given.</summary>
    internal static Plain Convolve(Plain x, Plain weight, Plain? bias, int[] size, Pair stride, Pair before, Pair dilation, int groups)
    {
        int filters = weight.Shape[0], channels = weight.Shape[1];
        return Plain.From([x.Shape[0], filters, size[0], size[1]], at =>
        {
            double sum = bias is null ? 0 : bias[at[1]];
            foreach (int[] tap in Plain.Indices(weight.Shape[1..]))
            {
                int row = (at[2] * stride.Height) + (tap[1] * dilation.Height) - before.Height, column = (at[3] * stride.Width) + (tap[2] * dilation.Width) - before.Width;
                if (row >= 0 && row < x.Shape[2] && column >= 0 && column < x.Shape[3])
                {
                    sum += x[at[0], (at[1] / (filters / groups) * channels) + tap[0], row, column] * weight[at[1], tap[0], tap[1], tap[2]];
                }
            }

            return sum;
        });
    }

    /// <summary>As PyTorch's conv2d, with the same padding on both sides.</summary>
    internal static Plain Convolve(Plain x, Plain weight, Plain? bias, Pair stride, Pair padding, Pair dilation, int groups) =>
        Convolve(x, weight, bias, [Size(x.Shape[2], weight.Shape[2], stride.Height, padding.Height, dilation.Height), Size(x.Shape[3], weight.Shape[3], stride.Width, padding.Width, dilation.Width)], stride, padding, dilation, groups);

    /// <summary>Every input place lays its multiple of the kernel into the output: weights are [C, F / groups, h, w].</summary>
    internal static Plain Transposed(Plain x, Plain weight, Plain? bias, int[] size, Pair stride, Pair padding, Pair dilation, int groups)
    {
        int filters = weight.Shape[1];
        Plain y = Plain.From([x.Shape[0], filters * groups, size[0], size[1]], at => bias is null ? 0 : bias[at[1]]);
        foreach (int[] from in Plain.Indices(x.Shape))
        {
            foreach (int[] tap in Plain.Indices(weight.Shape[1..]))
            {
                int row = (from[2] * stride.Height) + (tap[1] * dilation.Height) - padding.Height, column = (from[3] * stride.Width) + (tap[2] * dilation.Width) - padding.Width;
                if (row >= 0 && row < size[0] && column >= 0 && column < size[1])
                {
                    y[from[0], (from[1] / (x.Shape[1] / groups) * filters) + tap[0], row, column] += x[from] * weight[from[1], tap[0], tap[1], tap[2]];
                }
            }
        }

        return y;
    }

    /// <summary>As PyTorch's conv_transpose2d.</summary>
    internal static Plain Transposed(Plain x, Plain weight, Plain? bias, Pair stride, Pair padding, Pair outputPadding, int groups, Pair dilation) =>
        Transposed(
            x,
            weight,
            bias,
            [
                ((x.Shape[2] - 1) * stride.Height) - (2 * padding.Height) + (dilation.Height * (weight.Shape[2] - 1)) + outputPadding.Height + 1,
                ((x.Shape[3] - 1) * stride.Width) - (2 * padding.Width) + (dilation.Width * (weight.Shape[3] - 1)) + outputPadding.Width + 1,
            ],
            stride,
            padding,
            dilation,
            groups);

    /// <summary>The gradient of the weights for the gradient y of the result.</summary>
    internal static Plain Weights(Plain x, Plain y, int[] kernel, Pair stride, Pair before, Pair dilation, int groups)
    {
        int filters = y.Shape[1], channels = x.Shape[1] / groups;
        return Plain.From([filters, channels, kernel[0], kernel[1]], at =>
        {
            double sum = 0;
            foreach (int[] place in Plain.Indices([y.Shape[0], y.Shape[2], y.Shape[3]]))
            {
                int row = (place[1] * stride.Height) + (at[2] * dilation.Height) - before.Height, column = (place[2] * stride.Width) + (at[3] * dilation.Width) - before.Width;
                if (row >= 0 && row < x.Shape[2] && column >= 0 && column < x.Shape[3])
                {
                    sum += x[place[0], (at[0] / (filters / groups) * channels) + at[1], row, column] * y[place[0], at[0], place[1], place[2]];
                }
            }

            return sum;
        });
    }

    /// <summary>An array of two dimensions or more with one of size 1 before the last, or without it.</summary>
    internal static Plain Lift(Plain x) => new([.. x.Shape[..^1], 1, x.Shape[^1]], x.Values);

    internal static Plain Drop(Plain x) => new([.. x.Shape[..^2], x.Shape[^1]], x.Values);

    private static int Size(int size, int kernel, int stride, int padding, int dilation) => ((size + (2 * padding) - (dilation * (kernel - 1)) - 1) / stride) + 1;
}
