using Gradus.Tensors.Autograd;

namespace Gradus.Tensors.Ops.Elementwise;

/// <summary>Runs a function of pairs of elements, which broadcast, and records it.</summary>
internal static class BinaryFunction
{
    internal static Tensor Run<TOp>(Tensor a, Tensor b, TOp op)
        where TOp : unmanaged, IBinaryFunction
    {
        Arithmetic.Unify(ref a, ref b);
        (a, b) = (Arithmetic.Real(a, TOp.Name), Arithmetic.Real(b, TOp.Name));
        Tensor y = ElementwiseDriver.Binary(a, b, op, TOp.Name);
        if (Recording.Of(a, b))
        {
            y.Node = new BinaryNode<TOp>(a, b, op);
        }

        return y;
    }

    private sealed class BinaryNode<TOp> : Node
        where TOp : unmanaged, IBinaryFunction
    {
        private readonly TOp _op;

        internal BinaryNode(Tensor a, Tensor b, TOp op)
            : base(a, b)
        {
            _op = op;
            Save(a, b);
        }

        internal override string Name => TOp.Name;

        internal override void Backward(Tensor gradient)
        {
            Tensor a = Saved0, b = Saved1;
            if (Needs(0))
            {
                Send(0, _op.GradientA(gradient, a, b).SumTo(a.Sizes));
            }

            if (Needs(1))
            {
                Send(1, _op.GradientB(gradient, a, b).SumTo(b.Sizes));
            }
        }
    }
}
