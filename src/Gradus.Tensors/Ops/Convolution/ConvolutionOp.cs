using Gradus.Tensors.Kernels.Convolution;
using Gradus.Tensors.Ops.Convolution;
using Gradus.Tensors.Shapes;

namespace Gradus.Tensors;

/// <summary>Convolutions as deep learning means them: cross-correlations, the kernel is not turned round.</summary>
public static class ConvolutionOp
{
    extension(Tensor x)
    {
        /// <summary>
        /// y[n, f, h, w] = bias[f] + Σ weight[f, c, i, j] · x[n, c, h · stride + i · dilation − padding, w · stride + j · dilation − padding], PyTorch's <c>F.conv2d</c>. Filters of a group meet
        /// only that group's channels; with as many groups as channels the convolution is depthwise. No column matrix is ever built.
        /// </summary>
        /// <param name="weight">The filters, of shape [F, C / groups, h, w].</param>
        /// <param name="bias">Of shape [F]; none by default.</param>
        /// <param name="stride">The step between output places; 1 by default.</param>
        /// <param name="padding">Zeros around the input; none by default.</param>
        /// <param name="dilation">The step between taps; 1 by default.</param>
        /// <param name="groups">Parts of the channels that do not meet; 1 by default.</param>
        /// <param name="relu">Whether max(0, ·) is applied to the result in the same pass.</param>
        /// <returns>For x of shape [N, C, H, W] a tensor of shape [N, F, H', W'] with H' = ⌊(H + 2 · padding − dilation · (h − 1) − 1) / stride⌋ + 1; without N likewise.</returns>
        /// <exception cref="ArgumentException">Shapes or numbers do not fit.</exception>
        /// <exception cref="NotSupportedException">The element types differ or are not floating-point.</exception>
        public Tensor Conv2d(Tensor weight, Tensor? bias = null, Pair? stride = null, Padding padding = default, Pair? dilation = null, int groups = 1, bool relu = false)
        {
            CheckRanks(x, weight, 2, "Conv2d");
            return x.Rank == 3
                ? Run(x.Unsqueeze(0), weight, bias, stride, padding, dilation, groups, relu, "Conv2d").Squeeze(0)
                : Run(x, weight, bias, stride, padding, dilation, groups, relu, "Conv2d");
        }

        /// <summary>y[n, f, l] = bias[f] + Σ weight[f, c, i] · x[n, c, l · stride + i · dilation − padding], PyTorch's <c>F.conv1d</c>.</summary>
        /// <param name="weight">The filters, of shape [F, C / groups, k].</param>
        /// <param name="bias">Of shape [F]; none by default.</param>
        /// <param name="stride">The step between output places; 1 by default.</param>
        /// <param name="padding">Zeros at both ends of the input; none by default.</param>
        /// <param name="dilation">The step between taps; 1 by default.</param>
        /// <param name="groups">Parts of the channels that do not meet; 1 by default.</param>
        /// <param name="relu">Whether max(0, ·) is applied to the result in the same pass.</param>
        /// <returns>For x of shape [N, C, L] a tensor of shape [N, F, L'] with L' = ⌊(L + 2 · padding − dilation · (k − 1) − 1) / stride⌋ + 1; without N likewise.</returns>
        /// <exception cref="ArgumentException">Shapes or numbers do not fit.</exception>
        /// <exception cref="NotSupportedException">The element types differ or are not floating-point.</exception>
        public Tensor Conv1d(Tensor weight, Tensor? bias = null, int stride = 1, Padding padding = default, int dilation = 1, int groups = 1, bool relu = false)
        {
            CheckRanks(x, weight, 1, "Conv1d");
            Tensor batch = x.Rank == 2 ? x.Unsqueeze(0) : x;
            Padding around = padding.IsSame ? padding : Padding.Of((0, padding.Size.Width));
            Tensor y = Run(batch.Unsqueeze(2), weight.Unsqueeze(2), bias, (1, stride), around, (1, dilation), groups, relu, "Conv1d").Squeeze(2);
            return x.Rank == 2 ? y.Squeeze(0) : y;
        }
    }

    /// <summary>Checks that an input has two dimensions besides those of the places, or one, and the weight two.</summary>
    internal static void CheckRanks(Tensor x, Tensor weight, int dimensions, string what)
    {
        ArgumentNullException.ThrowIfNull(weight);
        if ((x.Rank != dimensions + 2 && x.Rank != dimensions + 1) || weight.Rank != dimensions + 2)
        {
            string places = dimensions == 2 ? "height, width" : "length", kernel = dimensions == 2 ? "height, width" : "length of the kernel";
            throw new ArgumentException(
                $"{what} got an input of shape {ShapeMath.Format(x.Sizes)} and a weight of shape {ShapeMath.Format(weight.Sizes)}; the input must be [batch, channels, {places}] or [channels, {places}], the weight [.., .., {kernel}]. Is an Unsqueeze missing?",
                nameof(weight));
        }
    }

    private static Tensor Run(Tensor x, Tensor weight, Tensor? bias, Pair? stride, Padding padding, Pair? dilation, int groups, bool relu, string what)
    {
        ConvolutionRequest request = new(what, what == "Conv2d" ? 2 : 1, stride ?? 1, dilation ?? 1, groups);
        ConvolutionShape shape = request.Forward(x, weight, bias, padding);
        return ConvolutionCore.Convolve(x, weight, bias, shape, relu);
    }
}
