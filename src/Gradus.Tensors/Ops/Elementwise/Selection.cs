using Gradus.Tensors.Autograd;
using Gradus.Tensors.Ops.Elementwise;
using Gradus.Tensors.Shapes;

namespace Gradus.Tensors;

/// <summary>Choices between elements.</summary>
public static unsafe class Selection
{
    extension(Tensor)
    {
        /// <summary>Takes each element from one tensor where a condition holds, else from the other; all three broadcast.</summary>
        /// <param name="condition">A bool tensor (or not 0).</param>
        /// <param name="whereTrue">Taken where it holds.</param>
        /// <param name="whereFalse">Taken elsewhere.</param>
        /// <returns>A tensor of the common shape.</returns>
        public static Tensor Where(Tensor condition, Tensor whereTrue, Tensor whereFalse)
        {
            Arithmetic.Unify(ref whereTrue, ref whereFalse);
            int[] sizes = ShapeMath.Broadcast(ShapeMath.Broadcast(whereTrue.Sizes, whereFalse.Sizes, "Where"), condition.Sizes, "Where");
            Tensor mask = Expanding.ExpandTo(condition.Detach().To(DType.Bool), sizes).Contiguous();
            Tensor a = Expanding.ExpandTo(whereTrue, sizes).Contiguous(), b = Expanding.ExpandTo(whereFalse, sizes).Contiguous();
            Tensor y = Tensor.Empty(sizes, a.DType);
            switch (a.DType.SizeInBytes())
            {
                case 1:
                    Choose(mask.Data, a.Data, b.Data, y.Data, y.ElementCount);
                    break;
                case 4:
                    Choose(mask.Data, a.Pointer<uint>(), b.Pointer<uint>(), y.Pointer<uint>(), y.ElementCount);
                    break;
                default:
                    Choose(mask.Data, a.Pointer<ulong>(), b.Pointer<ulong>(), y.Pointer<ulong>(), y.ElementCount);
                    break;
            }

            GC.KeepAlive(mask);
            GC.KeepAlive(a);
            GC.KeepAlive(b);
            if (Recording.Of(a, b))
            {
                y.Node = new WhereNode(mask, a, b);
            }

            return y;
        }

        /// <summary>The larger of two elements, NaN where either is; where they are equal each gets half of the gradient.</summary>
        /// <param name="a">One operand.</param>
        /// <param name="b">The other; the two broadcast.</param>
        /// <returns>The maxima.</returns>
        public static Tensor Maximum(Tensor a, Tensor b) => Extreme(a, b, true);

        /// <summary>The smaller of two elements, NaN where either is; where they are equal each gets half of the gradient.</summary>
        /// <param name="a">One operand.</param>
        /// <param name="b">The other; the two broadcast.</param>
        /// <returns>The minima.</returns>
        public static Tensor Minimum(Tensor a, Tensor b) => Extreme(a, b, false);
    }

    extension(Tensor x)
    {
        /// <summary>Replaces the elements where a mask is true; no gradient flows to those.</summary>
        /// <param name="mask">A bool tensor that broadcasts.</param>
        /// <param name="value">What stands there then.</param>
        /// <returns>A new tensor.</returns>
        public Tensor MaskedFill(Tensor mask, double value) => Tensor.Where(mask, Tensor.Scalar(value, x.DType), x);
    }

    private static Tensor Extreme(Tensor a, Tensor b, bool largest)
    {
        Arithmetic.Unify(ref a, ref b);
        (a, b) = (Arithmetic.Real(a), Arithmetic.Real(b));
        Tensor y = largest ? ElementwiseDriver.Binary(a, b, default(MaximumOp), "Maximum") : ElementwiseDriver.Binary(a, b, default(MinimumOp), "Minimum");
        if (Recording.Of(a, b))
        {
            y.Node = new ExtremeNode(a, b, largest);
        }

        return y;
    }

    private static void Choose<T>(byte* mask, T* a, T* b, T* y, int length)
        where T : unmanaged
    {
        for (int i = 0; i < length; i++)
        {
            y[i] = mask[i] != 0 ? a[i] : b[i];
        }
    }

    private sealed class WhereNode : Node
    {
        internal WhereNode(Tensor mask, Tensor a, Tensor b)
            : base(a, b) => Save(mask);

        internal override string Name => "Where";

        internal override void Backward(Tensor gradient)
        {
            Tensor zero = Tensor.Scalar(0, gradient.DType);
            if (Needs(0))
            {
                Send(0, Tensor.Where(Saved0, gradient, zero));
            }

            if (Needs(1))
            {
                Send(1, Tensor.Where(Saved0, zero, gradient));
            }
        }
    }

    private sealed class ExtremeNode : Node
    {
        private readonly bool _largest;

        internal ExtremeNode(Tensor a, Tensor b, bool largest)
            : base(a, b)
        {
            _largest = largest;
            Save(a, b);
        }

        internal override string Name => _largest ? "Maximum" : "Minimum";

        internal override void Backward(Tensor gradient)
        {
            Tensor a = Saved0.Detach(), b = Saved1.Detach();
            Tensor wins = _largest ? a.Greater(b) : a.Less(b);
            Tensor share = wins.To(gradient.DType) + (a.Equal(b).To(gradient.DType) * 0.5);
            if (Needs(0))
            {
                Send(0, (gradient * share).SumTo(a.Sizes));
            }

            if (Needs(1))
            {
                Send(1, (gradient * (1 - share)).SumTo(b.Sizes));
            }
        }
    }
}
