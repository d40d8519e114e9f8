using Gradus.Tensors.Autograd;
using Gradus.Tensors.Kernels.Convolution;
using Gradus.Tensors.Shapes;

namespace Gradus.Tensors;

/// <summary>The columns of a convolution as a matrix (im2col), and their sum back into images (col2im).</summary>
public static unsafe class Unfolding
{
    extension(Tensor x)
    {
        /// <summary>
        /// The places that each output place of a convolution meets, as a column: y[n, (c, i, j), (h, w)] = x[n, c, h · stride + i · dilation − padding, ...], PyTorch's <c>F.unfold</c>. A convolution
        /// is the product of its weights, as a matrix [F, C · h · w], with these columns; <c>Conv2d</c> computes it without building them.
        /// </summary>
        /// <param name="kernelSize">The size of the kernel.</param>
        /// <param name="dilation">The step between taps; 1 by default.</param>
        /// <param name="padding">Zeros around the input; 0 by default.</param>
        /// <param name="stride">The step between output places; 1 by default.</param>
        /// <returns>For x of shape [N, C, H, W] a tensor of shape [N, C · h · w, H' · W'].</returns>
        /// <exception cref="ArgumentException">Shapes or numbers do not fit.</exception>
        public Tensor Unfold(Pair kernelSize, Pair? dilation = null, Pair? padding = null, Pair? stride = null)
        {
            if (x.Rank != 4 || !x.DType.IsFloatingPoint())
            {
                throw new ArgumentException($"Unfold got {x.DType} {ShapeMath.Format(x.Sizes)}; it needs a floating-point tensor of shape [batch, channels, height, width]. Is an Unsqueeze missing?");
            }

            return ToColumns(x, Shape("Unfold", x.Sizes[0], x.Sizes[1], (x.Sizes[2], x.Sizes[3]), kernelSize, dilation ?? 1, padding ?? 0, stride ?? 1));
        }

        /// <summary>The sum of columns at the places that they come from, PyTorch's <c>F.fold</c>. It is the transpose of <c>Unfold</c>, not its inverse: a place under several columns gets their sum.</summary>
        /// <param name="outputSize">Height and width of the images.</param>
        /// <param name="kernelSize">The size of the kernel.</param>
        /// <param name="dilation">The step between taps; 1 by default.</param>
        /// <param name="padding">Zeros around the images; 0 by default.</param>
        /// <param name="stride">The step between output places; 1 by default.</param>
        /// <returns>For x of shape [N, C · h · w, L] a tensor of shape [N, C, H, W].</returns>
        /// <exception cref="ArgumentException">Shapes or numbers do not fit.</exception>
        public Tensor Fold(Pair outputSize, Pair kernelSize, Pair? dilation = null, Pair? padding = null, Pair? stride = null)
        {
            int taps = Math.Max(1, kernelSize.Height * kernelSize.Width);
            if (x.Rank != 3 || !x.DType.IsFloatingPoint() || x.Sizes[1] % taps != 0)
            {
                throw new ArgumentException(
                    $"Fold got {x.DType} {ShapeMath.Format(x.Sizes)}; it needs a floating-point tensor of shape [batch, channels · {taps}, places] for a kernel of {kernelSize}.");
            }

            ConvolutionShape shape = Shape("Fold", x.Sizes[0], x.Sizes[1] / taps, outputSize, kernelSize, dilation ?? 1, padding ?? 0, stride ?? 1);
            return shape.OutHeight * shape.OutWidth == x.Sizes[2]
                ? ToImages(x, shape)
                : throw new ArgumentException($"Fold got {x.Sizes[2]} columns, but images of {outputSize} have {shape.OutHeight} · {shape.OutWidth} = {shape.OutHeight * shape.OutWidth} places. Give the same numbers as to Unfold.");
        }
    }

    private static Tensor ToColumns(Tensor x, in ConvolutionShape shape)
    {
        Tensor source = x.Contiguous(), y = Tensor.Empty([shape.Batch, shape.Channels * shape.Taps, shape.OutHeight * shape.OutWidth], x.DType);
        if (x.DType == DType.Float32)
        {
            ColumnKernel.Unfold(shape, source.Pointer<float>(), y.Pointer<float>());
        }
        else
        {
            ColumnKernel.Unfold(shape, source.Pointer<double>(), y.Pointer<double>());
        }

        GC.KeepAlive(source);
        if (Recording.Of(x))
        {
            y.Node = new UnfoldNode(x, shape);
        }

        return y;
    }

    private static Tensor ToImages(Tensor y, in ConvolutionShape shape)
    {
        Tensor source = y.Contiguous(), x = Tensor.Empty([shape.Batch, shape.Channels, shape.Height, shape.Width], y.DType);
        if (y.DType == DType.Float32)
        {
            ColumnKernel.Fold(shape, x.Pointer<float>(), source.Pointer<float>());
        }
        else
        {
            ColumnKernel.Fold(shape, x.Pointer<double>(), source.Pointer<double>());
        }

        GC.KeepAlive(source);
        if (Recording.Of(y))
        {
            x.Node = new FoldNode(y, shape);
        }

        return x;
    }

    private static ConvolutionShape Shape(string what, int batch, int channels, Pair size, Pair kernel, Pair dilation, Pair padding, Pair stride)
    {
        if (kernel.Height < 1 || kernel.Width < 1 || dilation.Height < 1 || dilation.Width < 1 || stride.Height < 1 || stride.Width < 1 || padding.Height < 0 || padding.Width < 0)
        {
            throw new ArgumentException($"{what} needs kernel, dilation and stride of at least 1 and padding of at least 0; got kernel {kernel}, dilation {dilation}, stride {stride}, padding {padding}.");
        }

        int rows = size.Height + (2 * padding.Height) - (dilation.Height * (kernel.Height - 1)) - 1, columns = size.Width + (2 * padding.Width) - (dilation.Width * (kernel.Width - 1)) - 1;
        if (rows < 0 || columns < 0)
        {
            throw new ArgumentException($"{what} got a kernel of {kernel} with dilation {dilation} for images of {size} with padding {padding}, into which it does not fit. Make it smaller.");
        }

        return new ConvolutionShape
        {
            Batch = batch,
            Channels = channels,
            Height = size.Height,
            Width = size.Width,
            Filters = 1,
            OutHeight = (rows / stride.Height) + 1,
            OutWidth = (columns / stride.Width) + 1,
            KernelHeight = kernel.Height,
            KernelWidth = kernel.Width,
            StrideHeight = stride.Height,
            StrideWidth = stride.Width,
            PadTop = padding.Height,
            PadLeft = padding.Width,
            DilationHeight = dilation.Height,
            DilationWidth = dilation.Width,
            Groups = 1,
        };
    }

    private sealed class UnfoldNode(Tensor x, ConvolutionShape shape) : Node(x)
    {
        internal override string Name => "Unfold";

        internal override void Backward(Tensor gradient) => Send(0, ToImages(gradient, shape));
    }

    private sealed class FoldNode(Tensor y, ConvolutionShape shape) : Node(y)
    {
        internal override string Name => "Fold";

        internal override void Backward(Tensor gradient) => Send(0, ToColumns(gradient, shape));
    }
}
