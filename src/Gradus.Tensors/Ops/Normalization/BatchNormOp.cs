using System.Numerics;
using Gradus.Tensors.Autograd;
using Gradus.Tensors.Kernels;
using Gradus.Tensors.Kernels.Normalization;
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
        /// <remarks>Ioffe and Szegedy: Batch normalization (2015). Its gradient has no gradient.</remarks>
        /// <param name="runningMean">Of shape [C]; changed in place in training. May be null in training.</param>
        /// <param name="runningVar">Of shape [C]; changed in place in training. May be null in training.</param>
        /// <param name="weight">Of shape [C]; 1 when null.</param>
        /// <param name="bias">Of shape [C]; 0 when null.</param>
        /// <param name="training">Whether the batch's statistics are used.</param>
        /// <param name="momentum">The share of the batch in the running statistics; 0.1 by default, as in PyTorch.</param>
        /// <param name="eps">ε; 1e-5 by default.</param>
        /// <returns>A tensor of the shape of x, which is [N, C] or [N, C, ...].</returns>
        /// <exception cref="ArgumentException">Shapes do not fit, statistics are missing, or a training batch has one value a channel, whose variance says nothing.</exception>
        public Tensor BatchNorm(Tensor? runningMean, Tensor? runningVar, Tensor? weight = null, Tensor? bias = null, bool training = false, double momentum = 0.1, double eps = 1e-5)
        {
            if (x.Rank < 2 || !x.DType.IsFloatingPoint())
            {
                throw new ArgumentException($"BatchNorm needs a floating-point tensor of shape [N, C] or [N, C, ...]; got {x.DType} {ShapeMath.Format(x.Sizes)}.", nameof(x));
            }

            int channels = x.Sizes[1];
            Check(x, runningMean, nameof(runningMean), channels);
            Check(x, runningVar, nameof(runningVar), channels);
            weight = weight?.Contiguous();
            bias = bias?.Contiguous();
            Check(x, weight, nameof(weight), channels);
            Check(x, bias, nameof(bias), channels);
            if (training && channels > 0 && x.ElementCount / channels < 2)
            {
                throw new ArgumentException($"BatchNorm in training needs more than one value a channel; shape {ShapeMath.Format(x.Sizes)} has {x.ElementCount / channels}. Use a larger batch (drop the last one), or call Eval().", nameof(x));
            }

            if (!training && (runningMean is null || runningVar is null))
            {
                throw new ArgumentException("BatchNorm in evaluation needs the running mean and variance.", nameof(runningMean));
            }

            if (x.DType == DType.Float32 && x.Rank == 2)
            {
                return Columns(x, runningMean, runningVar, weight, bias, training, momentum, eps);
            }

            return x.DType == DType.Float32
                ? Run<float>(x, runningMean, runningVar, weight, bias, training, momentum, eps)
                : Run<double>(x, runningMean, runningVar, weight, bias, training, momentum, eps);
        }
    }

    private static void Check(Tensor x, Tensor? of, string name, int channels)
    {
        if (of is not null && (of.Rank != 1 || of.Sizes[0] != channels || of.DType != x.DType || !of.IsContiguous))
        {
            throw new ArgumentException($"BatchNorm of {x.DType} {ShapeMath.Format(x.Sizes)} needs {name} to be {x.DType} [{channels}] and contiguous; got {of.DType} {ShapeMath.Format(of.Sizes)}.", name);
        }
    }

    private static Tensor Run<T>(Tensor x, Tensor? runningMean, Tensor? runningVar, Tensor? weight, Tensor? bias, bool training, double momentum, double eps)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Tensor source = x.Contiguous();
        int n = x.Sizes[0], c = x.Sizes[1], l = n * c == 0 ? 0 : x.ElementCount / (n * c);
        Tensor mean = Tensor.Empty([c], x.DType), inverse = Tensor.EmptyLike(mean), factor = Tensor.EmptyLike(mean), term = Tensor.EmptyLike(mean);
        T* m = mean.Pointer<T>(), v = inverse.Pointer<T>(), f = factor.Pointer<T>(), t = term.Pointer<T>();
        if (training)
        {
            BatchNormKernel.Statistics(source.Pointer<T>(), m, v, n, c, l);
            Move<T>(runningMean, m, c, momentum, 1);
            Move<T>(runningVar, v, c, momentum, (double)n * l / ((double)n * l - 1));
        }
        else
        {
            runningMean!.AsSpan<T>().CopyTo(new Span<T>(m, c));
            runningVar!.AsSpan<T>().CopyTo(new Span<T>(v, c));
        }

        T* w = weight is null ? null : weight.Pointer<T>();
        T* b = bias is null ? null : bias.Pointer<T>();
        T epsilon = T.CreateTruncating(eps);
        for (int j = 0; j < c; j++)
        {
            v[j] = T.One / T.Sqrt(v[j] + epsilon);
            f[j] = w is null ? v[j] : v[j] * w[j];
            t[j] = b is null ? T.Zero : b[j];
        }

        Tensor y = Tensor.EmptyLike(source);
        BatchNormKernel.Forward(source.Pointer<T>(), m, f, t, y.Pointer<T>(), n, c, l);
        GC.KeepAlive(source);
        GC.KeepAlive(weight);
        GC.KeepAlive(bias);
        GC.KeepAlive(factor);
        GC.KeepAlive(term);
        if (Recording.Of(x, weight, bias))
        {
            y.Node = new BatchNormNode<T>(source, x, weight, bias, mean, inverse, training);
        }

        return y;
    }

    private static Tensor Columns(Tensor x, Tensor? runningMean, Tensor? runningVar, Tensor? weight, Tensor? bias, bool training, double momentum, double eps)
    {
        Tensor source = x.Contiguous();
        Tensor statistics = Tensor.Empty([2, x.Sizes[1]], DType.Float32), y = Tensor.EmptyLike(source);
        if (training)
        {
            runningMean?.Changing("BatchNorm");
            runningVar?.Changing("BatchNorm");
        }

        BatchNormCall call = new()
        {
            Rows = x.Sizes[0],
            Columns = x.Sizes[1],
            Training = training,
            Momentum = (float)momentum,
            Epsilon = (float)eps,
            X = source.Pointer<float>(),
            Weight = weight is null ? null : weight.Pointer<float>(),
            Bias = bias is null ? null : bias.Pointer<float>(),
            RunningMean = runningMean is null ? null : runningMean.Pointer<float>(),
            RunningVariance = runningVar is null ? null : runningVar.Pointer<float>(),
            Y = y.Pointer<float>(),
            Mean = statistics.Pointer<float>(),
            Inverse = statistics.Pointer<float>() + x.Sizes[1],
        };
        BatchNormColumns.Forward(IsaTable.Current, call);
        GC.KeepAlive(source);
        GC.KeepAlive(weight);
        GC.KeepAlive(bias);
        GC.KeepAlive(runningMean);
        GC.KeepAlive(runningVar);
        GC.KeepAlive(statistics);
        if (Recording.Of(x, weight, bias))
        {
            y.Node = new ColumnsNode(source, x, weight, bias, statistics, training);
        }

        return y;
    }

    private static void Move<T>(Tensor? running, T* batch, int channels, double momentum, double correction)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (running is null)
        {
            return;
        }

        Span<T> values = running.AsWritableSpan<T>();
        T keep = T.CreateTruncating(1 - momentum), take = T.CreateTruncating(momentum * correction);
        for (int j = 0; j < channels; j++)
        {
            values[j] = (keep * values[j]) + (take * batch[j]);
        }
    }

    /// <summary>Batch normalization of a float32 matrix; its parameters' gradients are written straight into leaves.</summary>
    private sealed class ColumnsNode : Node
    {
        private readonly bool _training;
        private readonly bool _weighted;

        internal ColumnsNode(Tensor source, Tensor x, Tensor? weight, Tensor? bias, Tensor statistics, bool training)
            : base(x, weight, bias)
        {
            _training = training;
            _weighted = weight is not null;
            Save(source, statistics, weight);
        }

        internal override string Name => "BatchNorm";

        internal override void Backward(Tensor gradient)
        {
            FirstOrderOnly();
            Tensor x = Saved0, statistics = Saved1, gy = gradient.Contiguous();
            Tensor? weight = _weighted ? Saved2 : null, gx = Needs(0) ? Tensor.EmptyLike(x) : null;
            Tensor? leafWeight = LeafTarget(1, out bool addWeight), leafBias = LeafTarget(2, out bool addBias);
            Tensor? gw = leafWeight ?? (Needs(1) ? Tensor.Empty([x.Sizes[1]], DType.Float32) : null);
            Tensor? gb = leafBias ?? (Needs(2) ? Tensor.Empty([x.Sizes[1]], DType.Float32) : null);
            BatchNormCall call = new()
            {
                Rows = x.Sizes[0],
                Columns = x.Sizes[1],
                Training = _training,
                X = x.Pointer<float>(),
                Weight = weight is null ? null : weight.Pointer<float>(),
                Mean = statistics.Pointer<float>(),
                Inverse = statistics.Pointer<float>() + x.Sizes[1],
                GradientY = gy.Pointer<float>(),
                GradientX = gx is null ? null : gx.Pointer<float>(),
                GradientWeight = gw is null ? null : gw.Pointer<float>(),
                GradientBias = gb is null ? null : gb.Pointer<float>(),
                AddWeight = leafWeight is not null && addWeight,
                AddBias = leafBias is not null && addBias,
            };
            BatchNormColumns.Backward(IsaTable.Current, call);
            GC.KeepAlive(x);
            GC.KeepAlive(statistics);
            GC.KeepAlive(weight);
            GC.KeepAlive(gy);
            if (gx is not null)
            {
                Send(0, gx);
            }

            if (gw is not null && leafWeight is null)
            {
                Send(1, gw);
            }

            if (gb is not null && leafBias is null)
            {
                Send(2, gb);
            }
        }
    }

    private sealed class BatchNormNode<T> : Node
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        private readonly bool _training;
        private SavedTensor _mean;
        private SavedTensor _inverse;
        private Tensor? _weight;

        internal BatchNormNode(Tensor source, Tensor x, Tensor? weight, Tensor? bias, Tensor mean, Tensor inverse, bool training)
            : base(x, weight, bias)
        {
            _training = training;
            _mean = new SavedTensor(mean);
            _inverse = new SavedTensor(inverse);
            _weight = weight;
            Save(source.Detach(), weight);
        }

        internal override string Name => "BatchNorm";

        internal override void Backward(Tensor gradient)
        {
            FirstOrderOnly();
            Tensor x = Saved0, mean = _mean.Get(this), inverse = _inverse.Get(this), gy = gradient.Contiguous();
            Tensor? weight = _weight is null ? null : Saved1;
            int n = x.Sizes[0], c = x.Sizes[1], l = n * c == 0 ? 0 : x.ElementCount / (n * c);
            Tensor sum = Tensor.EmptyLike(mean), product = Tensor.EmptyLike(mean);
            T* px = x.Pointer<T>(), pg = gy.Pointer<T>(), m = mean.Pointer<T>(), v = inverse.Pointer<T>(), s = sum.Pointer<T>(), p = product.Pointer<T>();
            BatchNormKernel.BackwardSums(px, pg, m, v, s, p, n, c, l);
            if (Needs(0))
            {
                Tensor gx = Tensor.EmptyLike(x);
                T* w = weight is null ? null : weight.Pointer<T>();
                if (_training)
                {
                    BatchNormKernel.Backward(px, pg, m, v, w, s, p, gx.Pointer<T>(), n, c, l);
                }
                else
                {
                    Tensor none = Tensor.ZerosLike(mean);
                    BatchNormKernel.Backward(px, pg, m, v, w, none.Pointer<T>(), none.Pointer<T>(), gx.Pointer<T>(), n, c, l);
                    GC.KeepAlive(none);
                }

                Send(0, gx);
            }

            GC.KeepAlive(gy);
            GC.KeepAlive(inverse);
            Send(1, product);
            Send(2, sum);
        }

        internal override void Release()
        {
            _mean = default;
            _inverse = default;
            _weight = null;
            base.Release();
        }
    }
}
