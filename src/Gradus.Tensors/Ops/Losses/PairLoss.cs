using Gradus.Tensors.Autograd;
using Gradus.Tensors.Kernels;
using Gradus.Tensors.Kernels.Lanes;
using Gradus.Tensors.Kernels.Losses;
using Gradus.Tensors.Shapes;

namespace Gradus.Tensors.Ops.Losses;

/// <summary>Losses of equal shapes, fused in float32. Other types, no reduction, targets that require a gradient and gradients of gradients take the way over basic operators.</summary>
internal static unsafe class PairLoss
{
    /// <summary>About how many simple operations a loss takes.</summary>
    private const int Cost = 4;

    /// <summary>So many partial sums find room on the stack.</summary>
    private const int FewChunks = 64;

    internal static Tensor Run<TLoss>(Tensor x, Tensor target, TLoss loss, Func<Tensor, Tensor, Tensor> formula, Func<Tensor, Tensor, Tensor> slope, LossReduction reduction, string name)
        where TLoss : unmanaged, IPairLoss
    {
        SameShape(x, target, name);
        x = Arithmetic.Real(x);
        target = target.To(x.DType);
        return x.DType != DType.Float32 || reduction == LossReduction.None || Recording.Of(target)
            ? Reduced(formula(x, target), reduction)
            : Fused(x, target, loss, slope, reduction, name);
    }

    internal static Tensor Reduced(Tensor loss, LossReduction reduction) => reduction switch
    {
        LossReduction.None => loss,
        LossReduction.Sum => loss.Sum(),
        _ => loss.Mean(),
    };

    internal static void SameShape(Tensor x, Tensor target, string what)
    {
        ArgumentNullException.ThrowIfNull(target);
        if (!x.Shape.SequenceEqual(target.Shape))
        {
            throw new ArgumentException($"{what} got scores {ShapeMath.Format(x.Sizes)} and a target {ShapeMath.Format(target.Sizes)}; the shapes must be equal. Did you forget Squeeze or Flatten?", nameof(target));
        }
    }

    private static Tensor Fused<TLoss>(Tensor x, Tensor target, TLoss loss, Func<Tensor, Tensor, Tensor> slope, LossReduction reduction, string name)
        where TLoss : unmanaged, IPairLoss
    {
        Tensor source = x.Contiguous(), wanted = target.Contiguous();
        int chunks = (x.ElementCount + PairLossKernel<TLoss>.Chunk - 1) / PairLossKernel<TLoss>.Chunk;
        float* few = stackalloc float[FewChunks];
        Tensor? sums = chunks > FewChunks ? Tensor.Empty([chunks], DType.Float32) : null;
        PairLossKernel<TLoss> kernel = Kernel(source, wanted, loss);
        kernel.Sums = sums is null ? few : sums.Pointer<float>();
        WideLanes.RunParallel(IsaTable.Current, kernel, chunks, Cost * PairLossKernel<TLoss>.Chunk);
        double total = 0;
        for (int i = 0; i < chunks; i++)
        {
            total += kernel.Sums[i];
        }

        GC.KeepAlive(source);
        GC.KeepAlive(wanted);
        GC.KeepAlive(sums);
        double count = reduction == LossReduction.Mean ? x.ElementCount : 1;
        Tensor y = Tensor.Scalar(total / count, DType.Float32);
        if (Recording.Of(x))
        {
            y.Node = new PairLossNode<TLoss>(x, source, wanted, loss, slope, count, name);
        }

        return y;
    }

    private static PairLossKernel<TLoss> Kernel<TLoss>(Tensor x, Tensor target, TLoss loss)
        where TLoss : unmanaged, IPairLoss => new() { Loss = loss, X = x.Pointer<float>(), Target = target.Pointer<float>(), Length = x.ElementCount };

    private sealed class PairLossNode<TLoss> : Node
        where TLoss : unmanaged, IPairLoss
    {
        private readonly TLoss _loss;
        private readonly Func<Tensor, Tensor, Tensor> _slope;
        private readonly double _count;

        internal PairLossNode(Tensor x, Tensor source, Tensor target, TLoss loss, Func<Tensor, Tensor, Tensor> slope, double count, string name)
            : base(x)
        {
            (_loss, _slope, _count, Name) = (loss, slope, count, name);
            Save(source, target, x);
        }

        internal override string Name { get; }

        internal override void Backward(Tensor gradient)
        {
            Tensor source = Saved0, target = Saved1;
            if (NoGrad.IsRecording)
            {
                Send(0, _slope(Saved2, target) * (gradient / _count));
                return;
            }

            Tensor gx = Tensor.EmptyLike(source);
            PairLossKernel<TLoss> kernel = Kernel(source, target, _loss);
            kernel.GradientX = gx.Pointer<float>();
            kernel.Factor = (float)(gradient.Item() / _count);
            WideLanes.RunParallel(IsaTable.Current, kernel, (gx.ElementCount + PairLossKernel<TLoss>.Chunk - 1) / PairLossKernel<TLoss>.Chunk, Cost * PairLossKernel<TLoss>.Chunk);
            GC.KeepAlive(source);
            GC.KeepAlive(target);
            Send(0, gx);
        }
    }
}
