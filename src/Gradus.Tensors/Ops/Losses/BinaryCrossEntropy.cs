using Gradus.Tensors.Autograd;
using Gradus.Tensors.Kernels.Losses;

namespace Gradus.Tensors;

/// <summary>The fused binary cross-entropy. A target that requires a gradient, and gradients of gradients, take the way over basic operators.</summary>
internal static unsafe class BinaryCrossEntropy
{
    internal static Tensor Run(Tensor x, Tensor target, Tensor? weight, Tensor? positive)
    {
        if (Recording.Of(target, weight, positive))
        {
            return Compose(x, target.To(x.DType), weight, positive);
        }

        Tensor score = x.Contiguous(), y = target.To(x.DType).Contiguous();
        Tensor? w = Like(weight, x), p = Like(positive, x);
        double total = x.DType == DType.Float32
            ? BinaryCrossEntropyKernel.Forward(score.Pointer<float>(), y.Pointer<float>(), Pointer<float>(w), Pointer<float>(p), x.ElementCount)
            : BinaryCrossEntropyKernel.Forward(score.Pointer<double>(), y.Pointer<double>(), Pointer<double>(w), Pointer<double>(p), x.ElementCount);
        GC.KeepAlive(score);
        GC.KeepAlive(y);
        GC.KeepAlive(w);
        GC.KeepAlive(p);
        Tensor loss = Tensor.Scalar(total / x.ElementCount, x.DType);
        if (Recording.Of(x))
        {
            loss.Node = new LossNode(x, score, y, w, p);
        }

        return loss;
    }

    private static Tensor Compose(Tensor x, Tensor y, Tensor? weight, Tensor? positive)
    {
        Tensor tail = (-x).Softplus();
        Tensor loss = ((1 - y) * x) + (positive is null ? tail : (((positive - 1) * y) + 1) * tail);
        return (weight is null ? loss : loss * weight).Mean();
    }

    private static Tensor? Like(Tensor? weight, Tensor x) => weight is null ? null : Expanding.ExpandTo(weight.To(x.DType), x.Sizes).Contiguous();

    private static T* Pointer<T>(Tensor? tensor)
        where T : unmanaged => tensor is null ? null : tensor.Pointer<T>();

    private sealed class LossNode : Node
    {
        private Tensor? _weight;
        private Tensor? _positive;

        internal LossNode(Tensor x, Tensor score, Tensor y, Tensor? weight, Tensor? positive)
            : base(x)
        {
            Save(x, score, y);
            (_weight, _positive) = (weight, positive);
        }

        internal override string Name => "BinaryCrossEntropyWithLogits";

        internal override void Backward(Tensor gradient)
        {
            Tensor x = Saved0, score = Saved1, y = Saved2;
            if (NoGrad.IsRecording)
            {
                Tensor slope = _positive is null ? Tensor.OnesLike(y) : ((_positive - 1) * y) + 1;
                Tensor each = (1 - y) - (slope * (-x).Sigmoid());
                Send(0, gradient * (_weight is null ? each : each * _weight) / x.ElementCount);
                return;
            }

            Tensor gx = Tensor.EmptyLike(score);
            double factor = gradient.Item() / x.ElementCount;
            if (x.DType == DType.Float32)
            {
                BinaryCrossEntropyKernel.Backward(score.Pointer<float>(), y.Pointer<float>(), Pointer<float>(_weight), Pointer<float>(_positive), gx.Pointer<float>(), x.ElementCount, factor);
            }
            else
            {
                BinaryCrossEntropyKernel.Backward(score.Pointer<double>(), y.Pointer<double>(), Pointer<double>(_weight), Pointer<double>(_positive), gx.Pointer<double>(), x.ElementCount, factor);
            }

            GC.KeepAlive(score);
            GC.KeepAlive(y);
            Send(0, gx);
        }

        internal override void Release()
        {
            (_weight, _positive) = (null, null);
            base.Release();
        }
    }
}
