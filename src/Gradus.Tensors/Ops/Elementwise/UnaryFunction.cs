using Gradus.Tensors.Autograd;
using Gradus.Tensors.Kernels.Elementwise;
using Gradus.Tensors.Kernels.Lanes;

namespace Gradus.Tensors.Ops.Elementwise;

/// <summary>Runs a function of each element and records it.</summary>
internal static class UnaryFunction
{
    internal static Tensor Run<TOp>(Tensor x, TOp op)
        where TOp : unmanaged, IUnaryFunction
    {
        Tensor source = Arithmetic.Real(x, TOp.Name);
        Tensor y = ElementwiseDriver.Unary(source, op, TOp.Name);
        if (Recording.Of(source))
        {
            y.Node = new UnaryNode<TOp>(source, y, op);
        }

        return y;
    }

    private sealed class UnaryNode<TOp> : Node
        where TOp : unmanaged, IUnaryFunction
    {
        private readonly TOp _op;

        internal UnaryNode(Tensor x, Tensor y, TOp op)
            : base(x)
        {
            _op = op;
            Save(TOp.SavesResult ? y : x);
        }

        internal override string Name => TOp.Name;

        internal override void Backward(Tensor gradient)
        {
            Tensor saved = Saved0;
            Send(0, NoGrad.IsRecording ? _op.Gradient(gradient, saved) : ElementwiseDriver.Binary(gradient, saved, new GradientOp<TOp>(_op), TOp.Name));
        }
    }

    private readonly struct GradientOp<TOp>(TOp op) : IBinaryOp
        where TOp : unmanaged, IUnaryFunction
    {
        public double Invoke(double x, double y) => op.Gradient(x, y);

        public V Invoke<L, V>(V x, V y)
            where L : ILanes<V>
            where V : unmanaged => op.Gradient<L, V>(x, y);
    }
}
