using Gradus.Tensors.Autograd;
using Gradus.Tensors.Kernels;
using Gradus.Tensors.Kernels.Lanes;
using Gradus.Tensors.Kernels.Losses;
using Gradus.Tensors.Kernels.Reductions;
using Gradus.Tensors.Ops.Losses;
using Gradus.Tensors.Shapes;

namespace Gradus.Tensors;

/// <summary>Losses of classes that exclude each other.</summary>
public static unsafe class CrossEntropyOp
{
    private const int Cost = 4;

    extension(Tensor x)
    {
        /// <summary>−ln softmax(x)[label], PyTorch's <c>F.cross_entropy</c>.</summary>
        /// <param name="target">int64 labels from 0 to C − 1, of the shape of x without the classes, or class probabilities of the shape of x.</param>
        /// <param name="weight">A weight for each class, of shape [C]; with labels the mean is weighted. 1 by default.</param>
        /// <param name="ignoreIndex">The label of rows that do not count; −100 by default.</param>
        /// <param name="reduction">How the rows' losses become the result; their mean by default.</param>
        /// <param name="labelSmoothing">ε in (1 − ε) · target + ε / C; 0 by default. Szegedy et al. (2016).</param>
        /// <returns>A tensor of no dimensions, or of the labels' shape where nothing is reduced. The mean over no rows is NaN.</returns>
        /// <exception cref="ArgumentException">x is not [C], [N, C] or [N, C, ...], or the target or the weight does not fit.</exception>
        /// <exception cref="ArgumentOutOfRangeException">A label does not lie from 0 to C − 1, or ε from 0 to 1.</exception>
        public Tensor CrossEntropy(Tensor target, Tensor? weight = null, long ignoreIndex = -100, LossReduction reduction = LossReduction.Mean, double labelSmoothing = 0)
        {
            ArgumentNullException.ThrowIfNull(target);
            if (!(labelSmoothing >= 0 && labelSmoothing <= 1))
            {
                throw new ArgumentOutOfRangeException(nameof(labelSmoothing), labelSmoothing, "Label smoothing must lie from 0 to 1.");
            }

            Tensor scores = Arithmetic.Real(x);
            bool labels = !target.DType.IsFloatingPoint();
            int axis = x.Rank == 1 ? 0 : 1;
            Check(scores, target, weight, labels, axis, "CrossEntropy", "logits");
            Tensor? w = weight?.To(scores.DType).Contiguous();
            if (!labels)
            {
                return ClassLoss.OfProbabilities(ClassLoss.ClassesLast(scores, axis).LogSoftmax(-1), ClassLoss.ClassesLast(target.To(scores.DType), axis), w, reduction, labelSmoothing);
            }

            Tensor rows = ClassLoss.ClassesLast(scores, axis).Reshape(target.ElementCount, scores.Sizes[axis]);
            Tensor index = ClassLoss.Labels(target, scores.Sizes[axis], ignoreIndex, "CrossEntropy");
            bool fused = scores.DType == DType.Float32 && (w is null || !Recording.Of(w));
            Tensor loss = fused
                ? Fused(rows, index, w, ignoreIndex, labelSmoothing, reduction)
                : ClassLoss.OfLabels(rows.LogSoftmax(1), index, w, ignoreIndex, reduction, labelSmoothing);
            return reduction == LossReduction.None ? loss.Reshape(target.Sizes) : loss;
        }

        /// <summary>−x[label] for log-probabilities x, PyTorch's <c>F.nll_loss</c>.</summary>
        /// <param name="target">int64 labels from 0 to C − 1, of the shape of x without the classes.</param>
        /// <param name="weight">A weight for each class, of shape [C]; the mean is weighted. 1 by default.</param>
        /// <param name="ignoreIndex">The label of rows that do not count; −100 by default.</param>
        /// <param name="reduction">How the rows' losses become the result; their mean by default.</param>
        /// <returns>A tensor of no dimensions, or of the labels' shape where nothing is reduced.</returns>
        /// <exception cref="ArgumentException">x is not [C], [N, C] or [N, C, ...], or the target or the weight does not fit.</exception>
        /// <exception cref="ArgumentOutOfRangeException">A label does not lie from 0 to C − 1.</exception>
        public Tensor NllLoss(Tensor target, Tensor? weight = null, long ignoreIndex = -100, LossReduction reduction = LossReduction.Mean)
        {
            ArgumentNullException.ThrowIfNull(target);
            Tensor logarithms = Arithmetic.Real(x);
            int axis = x.Rank == 1 ? 0 : 1;
            Check(logarithms, target, weight, !target.DType.IsFloatingPoint(), axis, "NllLoss", "log-probabilities");
            if (target.DType.IsFloatingPoint())
            {
                throw new ArgumentException($"NllLoss needs int64 labels; got a {target.DType} target.", nameof(target));
            }

            Tensor rows = ClassLoss.ClassesLast(logarithms, axis).Reshape(target.ElementCount, logarithms.Sizes[axis]);
            Tensor loss = ClassLoss.OfLabels(rows, ClassLoss.Labels(target, logarithms.Sizes[axis], ignoreIndex, "NllLoss"), weight?.To(x.DType).Contiguous(), ignoreIndex, reduction, 0);
            return reduction == LossReduction.None ? loss.Reshape(target.Sizes) : loss;
        }
    }

    private static void Check(Tensor x, Tensor target, Tensor? weight, bool labels, int axis, string what, string scores)
    {
        bool fits = x.Rank >= 1 && (labels ? target.Shape.SequenceEqual([.. x.Sizes[..axis], .. x.Sizes[(axis + 1)..]]) : target.Shape.SequenceEqual(x.Shape));
        if (!fits || (weight is not null && (weight.Rank != 1 || weight.Sizes[0] != x.Sizes[axis])))
        {
            throw new ArgumentException(
                $"{what} got {scores} {ShapeMath.Format(x.Sizes)} and a {target.DType} target {ShapeMath.Format(target.Sizes)}; it needs [N, C] with int64 labels [N] or probabilities [N, C], and weights [C].", nameof(target));
        }
    }

    private static Tensor Fused(Tensor rows, Tensor labels, Tensor? weight, long ignored, double smoothing, LossReduction reduction)
    {
        Tensor source = rows.Contiguous();
        int n = rows.Sizes[0];
        Tensor loss = Tensor.Empty([n], DType.Float32), state = Tensor.Empty([2, n], DType.Float32);
        CrossEntropyRows kernel = Kernel(source, labels, weight, state, ignored, smoothing);
        kernel.Loss = loss.Pointer<float>();
        WideLanes.RunParallel(IsaTable.Current, kernel, n, Cost * (long)rows.Sizes[1]);
        double total = 1;
        Tensor result = loss;
        if (reduction != LossReduction.None)
        {
            total = reduction == LossReduction.Sum ? 1 : Total(labels, weight, ignored);
            result = Tensor.Scalar(RowReduction.Sum(IsaTable.Current, kernel.Loss, n) / total, DType.Float32);
        }

        GC.KeepAlive(source);
        GC.KeepAlive(labels);
        GC.KeepAlive(weight);
        GC.KeepAlive(loss);
        if (Recording.Of(rows))
        {
            result.Node = new CrossEntropyNode(rows, source, labels, weight, state, ignored, smoothing, total);
        }

        return result;
    }

    private static CrossEntropyRows Kernel(Tensor source, Tensor labels, Tensor? weight, Tensor state, long ignored, double smoothing)
    {
        int n = source.Sizes[0], classes = source.Sizes[1];
        float* w = weight is null ? null : weight.Pointer<float>();
        return new CrossEntropyRows
        {
            X = source.Pointer<float>(),
            Labels = labels.Pointer<long>(),
            Weight = w,
            WeightSum = w is null ? classes : (float)RowReduction.Sum(IsaTable.Current, w, classes),
            Classes = classes,
            Ignored = ignored,
            Smoothing = (float)smoothing,
            Top = state.Pointer<float>(),
            Logarithm = state.Pointer<float>() + n,
        };
    }

    // Σ of the weights of the labels that count.
    private static double Total(Tensor labels, Tensor? weight, long ignored)
    {
        double total = 0;
        long* label = labels.Pointer<long>();
        float* w = weight is null ? null : weight.Pointer<float>();
        for (int i = 0; i < labels.ElementCount; i++)
        {
            if (label[i] != ignored)
            {
                total += w is null ? 1 : w[label[i]];
            }
        }

        GC.KeepAlive(labels);
        GC.KeepAlive(weight);
        return total;
    }

    private sealed class CrossEntropyNode : Node
    {
        private readonly long _ignored;
        private readonly double _smoothing;
        private readonly double _total;
        private Tensor? _weight;
        private SavedTensor _state;

        internal CrossEntropyNode(Tensor x, Tensor source, Tensor labels, Tensor? weight, Tensor state, long ignored, double smoothing, double total)
            : base(x)
        {
            (_ignored, _smoothing, _total, _weight, _state) = (ignored, smoothing, total, weight, new SavedTensor(state));
            Save(source, labels, x);
        }

        internal override string Name => "CrossEntropy";

        internal override void Backward(Tensor gradient)
        {
            Tensor source = Saved0, labels = Saved1;
            int n = source.Sizes[0];
            if (NoGrad.IsRecording)
            {
                Tensor shares = ClassLoss.Shares(labels, source.Sizes[1], _weight, _ignored, _smoothing);
                Tensor each = (Saved2.Softmax(1) * shares.Sum(1, true)) - shares;
                Send(0, each * (gradient.Rank == 0 ? gradient / _total : gradient.Unsqueeze(1)));
                return;
            }

            Tensor gx = Tensor.EmptyLike(source);
            Tensor factor = gradient.Rank == 0 ? Tensor.Full(gradient.Item() / _total, DType.Float32, n) : gradient.Contiguous();
            CrossEntropyRows kernel = Kernel(source, labels, _weight, _state.Get(this), _ignored, _smoothing);
            kernel.GradientX = gx.Pointer<float>();
            kernel.Factor = factor.Pointer<float>();
            WideLanes.RunParallel(IsaTable.Current, kernel, n, Cost * (long)source.Sizes[1]);
            GC.KeepAlive(source);
            GC.KeepAlive(labels);
            GC.KeepAlive(_weight);
            GC.KeepAlive(_state);
            GC.KeepAlive(factor);
            Send(0, gx);
        }

        internal override void Release()
        {
            _weight = null;
            _state = default;
            base.Release();
        }
    }
}
