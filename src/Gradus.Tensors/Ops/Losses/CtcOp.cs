using System.Numerics;
using Gradus.Tensors.Autograd;
using Gradus.Tensors.Kernels.Losses;
using Gradus.Tensors.Ops.Losses;
using Gradus.Tensors.Threading;

namespace Gradus.Tensors;

/// <summary>Connectionist temporal classification.</summary>
public static unsafe class CtcOp
{
    extension(Tensor x)
    {
        /// <summary>−ln of the probability that log-probabilities give to a sequence of labels, over all ways to stretch it with repetitions and blanks: PyTorch's <c>F.ctc_loss</c>.</summary>
        /// <remarks>
        /// Graves, Fernández, Gomez and Schmidhuber: Connectionist temporal classification (2006). Computed in logarithms and in double. The gradient is the true one by each log-probability,
        /// minus its share of all paths; after <c>LogSoftmax</c> it is the same as PyTorch's, which takes the softmax into this step.
        /// </remarks>
        /// <param name="targets">int64 labels, [N, S] with each row's labels first, or all rows one after the other in one dimension.</param>
        /// <param name="inputLengths">How many steps of each sample count, [N].</param>
        /// <param name="targetLengths">How many labels each sample has, [N].</param>
        /// <param name="blank">The class that stands for no label; 0 by default.</param>
        /// <param name="reduction">How samples' losses become the result; by default their mean, each over its count of labels.</param>
        /// <param name="zeroInfinity">Whether the loss of labels that do not fit into the steps is 0, without a gradient, instead of infinity.</param>
        /// <returns>A tensor of no dimensions, or [N] where nothing is reduced. For x of [T, N, C].</returns>
        /// <exception cref="ArgumentException">Shapes or lengths do not fit.</exception>
        /// <exception cref="ArgumentOutOfRangeException">A label is the blank or no class.</exception>
        public Tensor CtcLoss(
            Tensor targets, IReadOnlyList<int> inputLengths, IReadOnlyList<int> targetLengths, long blank = 0, LossReduction reduction = LossReduction.Mean, bool zeroInfinity = false)
        {
            x = Arithmetic.Real(x);
            CtcArguments arguments = CtcArguments.Check(x, targets, inputLengths, targetLengths, blank, zeroInfinity);
            Tensor each = x.DType == DType.Float32 ? Forward<float>(x, arguments) : Forward<double>(x, arguments);
            if (reduction == LossReduction.Mean)
            {
                Tensor lengths = Tensor.From([.. arguments.TargetLengths.Select(length => (double)Math.Max(1, length))]).To(x.DType);
                return (each / lengths).Mean();
            }

            return PairLoss.Reduced(each, reduction);
        }
    }

    private static Tensor Forward<T>(Tensor x, CtcArguments arguments)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Tensor source = x.Contiguous(), loss = Tensor.Empty([x.Sizes[1]], x.DType), exact = Tensor.Empty([x.Sizes[1]], DType.Float64);
        Tensor alpha = Tensor.Empty([x.Sizes[1], Math.Max(1, x.Sizes[0]), arguments.MostStates], DType.Float64);
        Call<T> call = new(source, arguments, alpha) { Exact = exact.Pointer<double>(), Loss = loss.Pointer<T>() };
        Run(call, arguments, backward: false);
        GC.KeepAlive(source);
        GC.KeepAlive(exact);
        if (Recording.Of(x))
        {
            loss.Node = new CtcNode<T>(x, source, alpha, exact, arguments);
        }

        return loss;
    }

    private static void Run<T>(Call<T> call, CtcArguments arguments, bool backward)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        fixed (int* steps = arguments.InputLengths, labels = arguments.TargetLengths, first = arguments.FirstLabels)
        {
            call.Steps = steps;
            call.Lengths = labels;
            call.First = first;
            call.IsBackward = backward;
            WorkerPool.Run(&Part<T>, &call, arguments.InputLengths.Length);
        }

        GC.KeepAlive(arguments);
    }

    private static void Part<T>(void* state, int n)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Call<T>* call = (Call<T>*)state;
        CtcSample<T> sample = call->Sample(n);
        if (!call->IsBackward)
        {
            double loss = call->Exact[n] = sample.Forward();
            call->Loss[n] = call->ZeroInfinity && double.IsPositiveInfinity(loss) ? T.Zero : T.CreateTruncating(loss);
        }
        else if (!(call->ZeroInfinity && double.IsPositiveInfinity(call->Exact[n])))
        {
            double[] beta = new double[2 * ((2 * sample.LabelCount) + 1)];
            fixed (double* scratch = beta)
            {
                sample.Backward(call->Exact[n], double.CreateTruncating(call->Factor[n]), call->Gradient + ((nint)n * sample.Classes), scratch);
            }
        }
    }

    private struct Call<T>(Tensor x, CtcArguments arguments, Tensor alpha)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        private readonly T* _x = x.Pointer<T>();
        private readonly long* _labels = arguments.Labels.Pointer<long>();
        private readonly double* _alpha = alpha.Pointer<double>();
        private readonly int _samples = x.Sizes[1], _classes = x.Sizes[2];
        private readonly long _blank = arguments.Blank;
        private readonly nint _alphaStride = (nint)alpha.Sizes[1] * alpha.Sizes[2];

        internal readonly bool ZeroInfinity = arguments.ZeroInfinity;
        internal bool IsBackward;
        internal int* Steps;
        internal int* Lengths;
        internal int* First;
        internal double* Exact;
        internal T* Loss;
        internal T* Factor;
        internal T* Gradient;

        internal readonly CtcSample<T> Sample(int n) => new()
        {
            X = _x + ((nint)n * _classes),
            Stride = (nint)_samples * _classes,
            Steps = Steps[n],
            Classes = _classes,
            Labels = _labels + First[n],
            LabelCount = Lengths[n],
            Blank = _blank,
            Alpha = _alpha + (n * _alphaStride),
        };
    }

    private sealed class CtcNode<T> : Node
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        private CtcArguments? _arguments;
        private Tensor? _alpha;
        private Tensor? _exact;

        internal CtcNode(Tensor x, Tensor source, Tensor alpha, Tensor exact, CtcArguments arguments)
            : base(x)
        {
            (_arguments, _alpha, _exact) = (arguments, alpha, exact);
            Save(source, x);
        }

        internal override string Name => "CtcLoss";

        internal override void Backward(Tensor gradient)
        {
            Tensor source = Saved0;
            if (NoGrad.IsRecording)
            {
                Send(0, CtcComposed.Gradient(Saved1, _arguments!, _exact!, gradient));
                return;
            }

            Tensor gx = Tensor.ZerosLike(source), factor = gradient.Contiguous();
            Call<T> call = new(source, _arguments!, _alpha!) { Exact = _exact!.Pointer<double>(), Factor = factor.Pointer<T>(), Gradient = gx.Pointer<T>() };
            Run(call, _arguments!, backward: true);
            GC.KeepAlive(source);
            GC.KeepAlive(factor);
            GC.KeepAlive(_alpha);
            GC.KeepAlive(_exact);
            Send(0, gx);
        }

        internal override void Release()
        {
            (_arguments, _alpha, _exact) = (null, null, null);
            base.Release();
        }
    }
}
