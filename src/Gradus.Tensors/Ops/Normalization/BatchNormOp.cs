using Gradus.Tensors.Ops.Normalization;
using Gradus.Tensors.Shapes;

namespace Gradus.Tensors;

/// <summary>Batch normalization.</summary>
public static unsafe class BatchNormOp
{
    extension(Tensor x)
    {
        /// <summary>
        /// y = (x − mean) / √(variance + ε) · weight + bias for each channel. In training, mean and biased variance are the batch's, and the running statistics move towards the batch's mean and unbiased
        /// variance: running ← (1 − momentum) · running + momentum · batch. In evaluation the running statistics are used as they are.
        /// </summary>
        /// <remarks>
        /// Ioffe and Szegedy: Batch normalization (2015). A residual and max(0, ·) behind it, as residual networks have them, are computed in the same pass with the same bits.
        /// </remarks>
        /// <param name="runningMean">Of shape [C]; changed in place in training. May be null in training.</param>
        /// <param name="runningVar">Of shape [C]; changed in place in training. May be null in training.</param>
        /// <param name="weight">Of shape [C]; 1 when null.</param>
        /// <param name="bias">Of shape [C]; 0 when null.</param>
        /// <param name="training">Whether the batch's statistics are used.</param>
        /// <param name="momentum">The share of the batch in the running statistics; 0.1 by default, as in PyTorch.</param>
        /// <param name="eps">ε; 1e-5 by default.</param>
        /// <param name="residual">A tensor of the shape and type of x that is added to the result; none by default.</param>
        /// <param name="relu">Whether max(0, ·) is applied last.</param>
        /// <returns>A tensor of the shape of x, which is [N, C] or [N, C, ...].</returns>
        /// <exception cref="ArgumentException">Shapes do not fit, statistics are missing, or a training batch has one value a channel, whose variance says nothing.</exception>
        public Tensor BatchNorm(
            Tensor? runningMean, Tensor? runningVar, Tensor? weight = null, Tensor? bias = null, bool training = false, double momentum = 0.1, double eps = 1e-5, Tensor? residual = null, bool relu = false)
        {
            if (x.Rank < 2 || !x.DType.IsFloatingPoint())
            {
                throw new ArgumentException($"BatchNorm needs a floating-point tensor of shape [N, C] or [N, C, ...]; got {x.DType} {ShapeMath.Format(x.Sizes)}.", nameof(x));
            }

            int channels = x.Sizes[1];
            Check(x, runningMean, nameof(runningMean), channels, "BatchNorm");
            Check(x, runningVar, nameof(runningVar), channels, "BatchNorm");
            weight = weight?.Contiguous();
            bias = bias?.Contiguous();
            Check(x, weight, nameof(weight), channels, "BatchNorm");
            Check(x, bias, nameof(bias), channels, "BatchNorm");
            if (training && channels > 0 && x.ElementCount / channels < 2)
            {
                throw new ArgumentException($"BatchNorm in training needs more than one value a channel; shape {ShapeMath.Format(x.Sizes)} has {x.ElementCount / channels}. Use a larger batch (drop the last one), or call Eval().", nameof(x));
            }

            if (!training && (runningMean is null || runningVar is null))
            {
                throw new ArgumentException("BatchNorm in evaluation needs the running mean and variance.", nameof(runningMean));
            }

            if (residual is not null && (residual.DType != x.DType || !residual.Sizes.AsSpan().SequenceEqual(x.Sizes)))
            {
                throw new ArgumentException($"BatchNorm of {x.DType} {ShapeMath.Format(x.Sizes)} needs a residual like it; got {residual.DType} {ShapeMath.Format(residual.Sizes)}.", nameof(residual));
            }

            if (x.DType == DType.Float32 && x.Rank > 2)
            {
                return Run(x, runningMean, runningVar, weight, bias, training, momentum, new PlaneNorm(0, Formula(x, eps), x.Sizes), residual, relu);
            }

            Tensor y = x.DType == DType.Float32
                ? BatchNormMatrix.Run(x, runningMean, runningVar, weight, bias, training, momentum, eps)
                : Composed(x, runningMean, runningVar, weight, bias, training, momentum, Formula(x, eps));
            y = residual is null ? y : y + residual;
            return relu ? y.Relu() : y;
        }
    }

    internal static void Check(Tensor x, Tensor? of, string name, int channels, string what)
    {
        if (of is not null && (of.Rank != 1 || of.Sizes[0] != channels || of.DType != x.DType || !of.IsContiguous))
        {
            throw new ArgumentException($"{what} of {x.DType} {ShapeMath.Format(x.Sizes)} needs {name} to be {x.DType} [{channels}] and contiguous; got {of.DType} {ShapeMath.Format(of.Sizes)}.", name);
        }
    }

    /// <summary>1 / √(variance + ε).</summary>
    internal static float Inverse(double variance, double eps) => 1 / MathF.Sqrt((float)variance + (float)eps);

    /// <summary>running ← (1 − momentum) · running + momentum · batch.</summary>
    internal static void Move(Tensor? running, Tensor batch, double momentum)
    {
        if (running is null)
        {
            return;
        }

        using NoGrad quiet = NoGrad.Enter();
        running.CopyFrom((running * (1 - momentum)) + (batch * momentum));
    }

    /// <summary>The formula whose composition gives gradients of gradients.</summary>
    internal static NormalizationFormula Formula(Tensor x, double eps)
    {
        int[] dims = new int[x.Rank - 1], parameters = new int[x.Rank - 1];
        Array.Fill(parameters, 1);
        parameters[0] = x.Sizes[1];
        for (int i = 1; i < dims.Length; i++)
        {
            dims[i] = i + 1;
        }

        return new NormalizationFormula(dims, parameters, eps);
    }

    private static Tensor Composed(Tensor x, Tensor? runningMean, Tensor? runningVar, Tensor? weight, Tensor? bias, bool training, double momentum, NormalizationFormula formula)
    {
        if (!training)
        {
            return formula.Forward(x, runningMean!, runningVar!, weight, bias);
        }

        Tensor y = formula.Forward(x, weight, bias);
        if (runningMean is not null || runningVar is not null)
        {
            using NoGrad quiet = NoGrad.Enter();
            Move(runningMean, x.Mean(formula.Dims), momentum);
            Move(runningVar, x.Var(formula.Dims), momentum);
        }

        return y;
    }

    private static Tensor Run(Tensor x, Tensor? runningMean, Tensor? runningVar, Tensor? weight, Tensor? bias, bool training, double momentum, PlaneNorm norm, Tensor? residual, bool relu)
    {
        Tensor source = x.Contiguous();
        int channels = x.Sizes[1];
        double size = channels == 0 ? 0 : x.ElementCount / channels;
        Tensor statistics = training ? norm.Moments(source) : Tensor.Empty([2, channels], DType.Float32);
        Span<float> mean = new(statistics.Pointer<float>(), channels), second = new(statistics.Pointer<float>() + channels, channels);
        if (training)
        {
            Move(runningMean, mean, 1, momentum);
            Move(runningVar, second, 1 / (size - 1), momentum);
        }
        else
        {
            runningMean!.AsSpan<float>().CopyTo(mean);
            runningVar!.AsSpan<float>().CopyTo(second);
            size = 1;
        }

        for (int c = 0; c < channels; c++)
        {
            second[c] = Inverse(second[c] / size, norm.Formula.Epsilon);
        }

        return norm.Apply(source, x, weight, bias, statistics, training, "BatchNorm", residual, relu);
    }

    private static void Move(Tensor? running, Span<float> batch, double factor, double momentum)
    {
        if (running is null)
        {
            return;
        }

        running.Changing("BatchNorm");
        float* values = running.Pointer<float>();
        for (int i = 0; i < batch.Length; i++)
        {
            values[i] = (float)(((1 - momentum) * values[i]) + (momentum * factor * batch[i]));
        }

        GC.KeepAlive(running);
    }
}
