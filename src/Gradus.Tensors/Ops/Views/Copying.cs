using Gradus.Tensors.Autograd;
using Gradus.Tensors.Kernels.Elementwise;
using Gradus.Tensors.Shapes;

namespace Gradus.Tensors;

/// <summary>Copies: for another memory, another order or another type.</summary>
public static unsafe class Copying
{
    extension(Tensor x)
    {
        /// <summary>A contiguous copy; gradients flow through it.</summary>
        /// <returns>A tensor of its own memory.</returns>
        public Tensor Clone()
        {
            Tensor y = Tensor.EmptyLike(x);
            StridedCopy.Run(x.Data, x.Steps, y.Data, y.Steps, x.Sizes, x.DType.SizeInBytes());
            GC.KeepAlive(x);
            if (Recording.Of(x))
            {
                y.Node = new CopyNode(x);
            }

            return y;
        }

        /// <summary>The tensor itself when it is contiguous, else a contiguous copy.</summary>
        /// <returns>A contiguous tensor.</returns>
        public Tensor Contiguous() => x.IsContiguous ? x : x.Clone();

        /// <summary>The elements as another type: to integers by cutting the fraction off, to bool by "is not 0", to bfloat16 by rounding to the nearest, ties to even; int8 wraps around. The tensor itself when it has the type.</summary>
        /// <param name="dtype">The type.</param>
        /// <returns>A tensor of that type. Gradients flow between floating-point types; that of a bfloat16 tensor is float32.</returns>
        public Tensor To(DType dtype)
        {
            if (dtype == x.DType)
            {
                return x;
            }

            Tensor source = x.Contiguous();
            Tensor y = Tensor.EmptyLike(source, dtype);
            ConvertKernel.Run(x.DType, source.Data, dtype, y.Data, y.ElementCount);
            GC.KeepAlive(source);
            if ((dtype.IsFloatingPoint() || dtype == DType.BFloat16) && Recording.Of(x))
            {
                y.Node = new ConvertNode(x);
            }

            return y;
        }

        /// <summary>Overwrites the elements with another tensor's, which broadcasts and is converted: PyTorch's <c>copy_</c>.</summary>
        /// <param name="source">The other.</param>
        /// <returns>The tensor itself.</returns>
        /// <exception cref="ArgumentException">The source does not broadcast to the shape.</exception>
        /// <exception cref="InvalidOperationException">The tensor or the source requires a gradient while gradients are recorded.</exception>
        public Tensor CopyFrom(Tensor source)
        {
            ArgumentNullException.ThrowIfNull(source);
            x.Changing("CopyFrom", source);
            int[] sizes = ShapeMath.Broadcast(x.Sizes, source.Sizes, "CopyFrom");
            if (!sizes.AsSpan().SequenceEqual(x.Sizes))
            {
                throw new ArgumentException($"CopyFrom got a source of shape {ShapeMath.Format(source.Sizes)}, which does not broadcast to {ShapeMath.Format(x.Sizes)}.", nameof(source));
            }

            using NoGrad none = NoGrad.Enter();
            Tensor same = source.To(x.DType);

            // What is still to be read must not be overwritten: the result is that of a copy made first.
            bool sameWay = same.Offset == x.Offset && same.Shape.SequenceEqual(x.Shape) && same.Strides.SequenceEqual(x.Strides);
            same = same.Block == x.Block && !sameWay ? same.Clone() : same;
            Span<int> steps = stackalloc int[x.Rank];
            ShapeMath.ExpandStrides(same.Sizes, same.Steps, x.Sizes, steps);
            StridedCopy.Run(same.Data, steps, x.Data, x.Steps, x.Sizes, x.DType.SizeInBytes());
            GC.KeepAlive(same);
            GC.KeepAlive(x);
            return x;
        }
    }

    private sealed class CopyNode(Tensor x) : Node(x)
    {
        internal override string Name => "Clone";

        internal override void Backward(Tensor gradient) => Send(0, gradient);
    }

    private sealed class ConvertNode(Tensor x) : Node(x)
    {
        private readonly DType _dtype = x.DType;

        internal override string Name => "To";

        // Nothing can be added up in bfloat16, so the gradient of such a tensor stays as wide as it comes.
        internal override void Backward(Tensor gradient) => Send(0, _dtype == DType.BFloat16 ? gradient : gradient.To(_dtype));
    }
}
