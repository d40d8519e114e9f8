using Gradus.Tensors.Kernels.Convolution;
using Gradus.Tensors.Ops.Convolution;

namespace Gradus.Tensors;

/// <summary>Transposed convolutions: the maps by which gradients go back through convolutions, used forward to make larger images of smaller ones.</summary>
public static class TransposedConvolutionOp
{
    extension(Tensor x)
    {
        /// <summary>
        /// Every input place adds its multiple of the kernel to the output: y[n, f, h · stride + i · dilation − padding, ...] += weight[c, f, i, j] · x[n, c, h, w], PyTorch's <c>F.conv_transpose2d</c>.
        /// </summary>
        /// <param name="weight">Of shape [C, F / groups, h, w]: input channels come first.</param>
        /// <param name="bias">Of shape [F]; none by default.</param>
        /// <param name="stride">The step between the places where kernels are laid; 1 by default.</param>
        /// <param name="padding">How many rows and columns are cut off on each side of the result; 0 by default.</param>
        /// <param name="outputPadding">How many more rows and columns the result has at its end, smaller than stride or dilation; 0 by default. It tells apart the sizes that a stride maps to one.</param>
        /// <param name="groups">Parts of the channels that do not meet; 1 by default.</param>
        /// <param name="dilation">The step between taps; 1 by default.</param>
        /// <returns>For x of shape [N, C, H, W] a tensor of shape [N, F, H', W'] with H' = (H − 1) · stride − 2 · padding + dilation · (h − 1) + outputPadding + 1; without N likewise.</returns>
        /// <exception cref="ArgumentException">Shapes or numbers do not fit.</exception>
        /// <exception cref="NotSupportedException">The element types differ or are not floating-point.</exception>
        public Tensor ConvTranspose2d(Tensor weight, Tensor? bias = null, Pair? stride = null, Pair? padding = null, Pair? outputPadding = null, int groups = 1, Pair? dilation = null)
        {
            ConvolutionOp.CheckRanks(x, weight, 2, "ConvTranspose2d");
            ConvolutionRequest request = new("ConvTranspose2d", 2, stride ?? 1, dilation ?? 1, groups);
            return x.Rank == 3
                ? Run(request, x.Unsqueeze(0), weight, bias, padding ?? 0, outputPadding ?? 0).Squeeze(0)
                : Run(request, x, weight, bias, padding ?? 0, outputPadding ?? 0);
        }

        /// <summary>As <c>ConvTranspose2d</c>, for places in one dimension; PyTorch's <c>F.conv_transpose1d</c>.</summary>
        /// <param name="weight">Of shape [C, F / groups, k]: input channels come first.</param>
        /// <param name="bias">Of shape [F]; none by default.</param>
        /// <param name="stride">The step between the places where kernels are laid; 1 by default.</param>
        /// <param name="padding">How many places are cut off at each end of the result; 0 by default.</param>
        /// <param name="outputPadding">How many more places the result has at its end, smaller than stride or dilation; 0 by default.</param>
        /// <param name="groups">Parts of the channels that do not meet; 1 by default.</param>
        /// <param name="dilation">The step between taps; 1 by default.</param>
        /// <returns>For x of shape [N, C, L] a tensor of shape [N, F, L'] with L' = (L − 1) · stride − 2 · padding + dilation · (k − 1) + outputPadding + 1; without N likewise.</returns>
        /// <exception cref="ArgumentException">Shapes or numbers do not fit.</exception>
        /// <exception cref="NotSupportedException">The element types differ or are not floating-point.</exception>
        public Tensor ConvTranspose1d(Tensor weight, Tensor? bias = null, int stride = 1, int padding = 0, int outputPadding = 0, int groups = 1, int dilation = 1)
        {
            ConvolutionOp.CheckRanks(x, weight, 1, "ConvTranspose1d");
            ConvolutionRequest request = new("ConvTranspose1d", 1, (1, stride), (1, dilation), groups);
            Tensor batch = x.Rank == 2 ? x.Unsqueeze(0) : x;
            Tensor y = Run(request, batch.Unsqueeze(2), weight.Unsqueeze(2), bias, (0, padding), (0, outputPadding)).Squeeze(2);
            return x.Rank == 2 ? y.Squeeze(0) : y;
        }
    }

    private static Tensor Run(in ConvolutionRequest request, Tensor x, Tensor weight, Tensor? bias, Pair padding, Pair outputPadding)
    {
        ConvolutionShape shape = request.Transposed(x, weight, bias, padding, outputPadding);
        return ConvolutionCore.Transposed(x, weight, bias, shape);
    }
}
