using Gradus.Tensors.Autograd;
using Gradus.Tensors.Kernels;
using Gradus.Tensors.Kernels.Convolution;
using Gradus.Tensors.Kernels.Normalization;
using Gradus.Tensors.Ops.Convolution;
using Gradus.Tensors.Shapes;

namespace Gradus.Tensors;

/// <summary>A convolution and the batch normalization behind it.</summary>
public static unsafe class NormalizedConvolution
{
    extension(Tensor x)
    {
        /// <summary>Conv2d and then BatchNorm in evaluation, with a residual added and max(0, ·) applied where wanted: in one pass with the same bits in float32 where no gradient is recorded, else one after the other.</summary>
        /// <remarks>Each image is normalized while it is in the second cache, which saves three ways to memory and back for a block of a residual network.</remarks>
        /// <param name="weight">The filters, of shape [F, C / groups, h, w].</param>
        /// <param name="bias">Of shape [F], or null for none.</param>
        /// <param name="runningMean">The mean of each filter's output, of shape [F].</param>
        /// <param name="runningVar">The variance of each filter's output, of shape [F].</param>
        /// <param name="normWeight">The normalization's scale, of shape [F]; 1 when null.</param>
        /// <param name="normBias">The normalization's shift, of shape [F]; 0 when null.</param>
        /// <param name="stride">The step between output places; 1 by default.</param>
        /// <param name="padding">Zeros around the input; none by default.</param>
        /// <param name="dilation">The step between taps; 1 by default.</param>
        /// <param name="groups">Parts of the channels that do not meet; 1 by default.</param>
        /// <param name="eps">ε of the normalization; 1e-5 by default.</param>
        /// <param name="residual">A tensor of the result's shape that is added after the normalization; none by default.</param>
        /// <param name="relu">Whether max(0, ·) is applied last.</param>
        /// <returns>A tensor of the shape that <c>Conv2d</c> gives.</returns>
        /// <exception cref="ArgumentException">Shapes or numbers do not fit.</exception>
        /// <exception cref="NotSupportedException">The element types differ or are not floating-point.</exception>
        public Tensor Conv2dBatchNorm(
            Tensor weight, Tensor? bias, Tensor runningMean, Tensor runningVar, Tensor? normWeight = null, Tensor? normBias = null,
            Pair? stride = null, Padding padding = default, Pair? dilation = null, int groups = 1, double eps = 1e-5, Tensor? residual = null, bool relu = false)
        {
            ArgumentNullException.ThrowIfNull(weight);
            ArgumentNullException.ThrowIfNull(runningMean);
            ArgumentNullException.ThrowIfNull(runningVar);
            ConvolutionOp.CheckRanks(x, weight, 2, "Conv2dBatchNorm");
            if (x.Rank == 3)
            {
                return x.Unsqueeze(0).Conv2dBatchNorm(weight, bias, runningMean, runningVar, normWeight, normBias, stride, padding, dilation, groups, eps, residual?.Unsqueeze(0), relu).Squeeze(0);
            }

            if (x.DType != DType.Float32 || Recording.Of(x, weight, bias) || Recording.Of(x, normWeight, normBias) || Recording.Of(x, residual))
            {
                return x.Conv2d(weight, bias, stride, padding, dilation, groups).BatchNorm(runningMean, runningVar, normWeight, normBias, eps: eps, residual: residual, relu: relu);
            }

            ConvolutionRequest request = new("Conv2dBatchNorm", 2, stride ?? 1, dilation ?? 1, groups);
            ConvolutionShape shape = request.Forward(x, weight, bias, padding);
            Tensor y = Tensor.Empty([shape.Batch, shape.Filters, shape.OutHeight, shape.OutWidth], DType.Float32);
            (normWeight, normBias) = (normWeight?.Contiguous(), normBias?.Contiguous());
            foreach ((Tensor? of, string name) in (ReadOnlySpan<(Tensor?, string)>)
                [(runningMean, nameof(runningMean)), (runningVar, nameof(runningVar)), (normWeight, nameof(normWeight)), (normBias, nameof(normBias))])
            {
                BatchNormOp.Check(y, of, name, shape.Filters, "Conv2dBatchNorm");
            }

            if (residual is not null && (residual.DType != DType.Float32 || !residual.Sizes.AsSpan().SequenceEqual(y.Sizes)))
            {
                throw new ArgumentException($"Conv2dBatchNorm gives Float32 {ShapeMath.Format(y.Sizes)} and needs a residual like it; got {residual.DType} {ShapeMath.Format(residual.Sizes)}.", nameof(residual));
            }

            if (y.ElementCount > 0)
            {
                Run(shape, x, weight, bias, y, Lines(runningMean, runningVar, normWeight, normBias, eps), residual, relu);
            }

            return y;
        }
    }

    /// <summary>[3, F]: means, scales and shifts as BatchNorm computes them.</summary>
    private static Tensor Lines(Tensor mean, Tensor variance, Tensor? weight, Tensor? bias, double eps)
    {
        int filters = mean.Sizes[0];
        Tensor lines = Tensor.Empty([3, filters], DType.Float32);
        float* means = lines.Pointer<float>(), scales = means + filters, shifts = scales + filters;
        float* w = weight is null ? null : weight.Pointer<float>(), b = bias is null ? null : bias.Pointer<float>();
        mean.AsSpan<float>().CopyTo(new Span<float>(means, filters));
        ReadOnlySpan<float> variances = variance.AsSpan<float>();
        for (int f = 0; f < filters; f++)
        {
            float inverse = BatchNormOp.Inverse(variances[f], eps);
            scales[f] = w is null ? inverse : inverse * w[f];
            shifts[f] = b is null ? 0 : b[f];
        }

        GC.KeepAlive(weight);
        GC.KeepAlive(bias);
        return lines;
    }

    private static void Run(in ConvolutionShape shape, Tensor x, Tensor weight, Tensor? bias, Tensor y, Tensor lines, Tensor? residual, bool relu)
    {
        Tensor source = x.Contiguous(), taps = weight.Contiguous();
        Tensor? terms = bias?.Contiguous(), added = residual?.Contiguous();
        float* means = lines.Pointer<float>();
        Planes finish = new()
        {
            Y = y.Pointer<float>(),
            Residual = added is null ? null : added.Pointer<float>(),
            Relu = relu,
            Mean = means,
            Scale = means + shape.Filters,
            Shift = means + (2 * shape.Filters),
        };
        ConvolutionForward.Run(IsaTable.Current, shape, source.Pointer<float>(), taps.Pointer<float>(), terms is null ? null : terms.Pointer<float>(), y.Pointer<float>(), false, finish);
        GC.KeepAlive(source);
        GC.KeepAlive(taps);
        GC.KeepAlive(terms);
        GC.KeepAlive(added);
        GC.KeepAlive(lines);
        GC.KeepAlive(y);
    }
}
