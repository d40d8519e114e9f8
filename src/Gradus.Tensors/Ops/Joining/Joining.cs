using Gradus.Tensors.Autograd;
using Gradus.Tensors.Ops.Elementwise;
using Gradus.Tensors.Shapes;

namespace Gradus.Tensors;

/// <summary>Several tensors made one.</summary>
public static class Joining
{
    extension(Tensor)
    {
        /// <summary>Lays tensors one after the other along a dimension. Empty ones of shape [0] are skipped whatever the others are, as in PyTorch; their type counts.</summary>
        /// <param name="tensors">At least one; equal in all other dimensions.</param>
        /// <param name="dim">The dimension; 0 by default.</param>
        /// <returns>A new tensor, of the promoted type.</returns>
        /// <exception cref="ArgumentException">There is none, one is a single number, or shapes do not fit.</exception>
        public static Tensor Cat(IReadOnlyList<Tensor> tensors, int dim = 0)
        {
            ArgumentNullException.ThrowIfNull(tensors);
            if (tensors.Count == 0)
            {
                throw new ArgumentException("Cat needs at least one tensor.", nameof(tensors));
            }

            Tensor first = First(tensors, out DType dtype);
            int axis = IsNothing(first) ? 0 : ShapeMath.Axis(dim, first.Rank, "Cat");
            int[] sizes = ShapeMath.With(first.Sizes, axis, 0);
            for (int i = 0; i < tensors.Count; i++)
            {
                if (IsNothing(tensors[i]))
                {
                    continue;
                }

                bool fits = tensors[i].Rank == first.Rank;
                for (int d = 0; d < first.Rank && fits; d++)
                {
                    fits = d == axis || tensors[i].Sizes[d] == first.Sizes[d];
                }

                if (!fits)
                {
                    throw new ArgumentException($"Cat along dimension {dim} got shapes {ShapeMath.Format(first.Sizes)} and {ShapeMath.Format(tensors[i].Sizes)}; all other dimensions must be equal.", nameof(tensors));
                }

                if ((long)sizes[axis] + tensors[i].Sizes[axis] > int.MaxValue)
                {
                    throw new ArgumentException($"Cat along dimension {dim} would make more than {int.MaxValue} places, the most that a tensor may have.", nameof(tensors));
                }

                sizes[axis] += tensors[i].Sizes[axis];
            }

            Tensor y = Tensor.Empty(sizes, dtype);
            Tensor[] parts = new Tensor[tensors.Count];
            bool record = false;
            int start = 0;
            for (int i = 0; i < parts.Length; i++)
            {
                parts[i] = tensors[i].To(dtype);
                record |= Recording.Of(parts[i]);
                if (IsNothing(parts[i]))
                {
                    continue;
                }

                using NoGrad none = NoGrad.Enter();
                y.Narrow(axis, start, parts[i].Sizes[axis]).CopyFrom(parts[i]);
                start += parts[i].Sizes[axis];
            }

            if (record)
            {
                y.Node = new CatNode(parts, axis);
            }

            return y;
        }

        /// <summary>Lays tensors of one shape side by side along a new dimension.</summary>
        /// <param name="tensors">At least one.</param>
        /// <param name="dim">Where the new dimension stands; 0 by default.</param>
        /// <returns>A new tensor of one dimension more.</returns>
        /// <exception cref="ArgumentException">There is none, or shapes differ.</exception>
        public static Tensor Stack(IReadOnlyList<Tensor> tensors, int dim = 0)
        {
            ArgumentNullException.ThrowIfNull(tensors);
            Tensor[] wide = new Tensor[tensors.Count];
            for (int i = 0; i < wide.Length; i++)
            {
                wide[i] = tensors[i].Shape.SequenceEqual(tensors[0].Shape)
                    ? tensors[i].Unsqueeze(dim)
                    : throw new ArgumentException($"Stack got shapes {ShapeMath.Format(tensors[0].Sizes)} and {ShapeMath.Format(tensors[i].Sizes)}; all must be equal.", nameof(tensors));
            }

            return wide.Length == 0 ? throw new ArgumentException("Stack needs at least one tensor.", nameof(tensors)) : Tensor.Cat(wide, dim);
        }
    }

    extension(Tensor)
    {
        /// <summary>Lays tensors side by side: along dimension 1, or along the only one where they have one.</summary>
        /// <param name="tensors">At least one; single numbers count as one element.</param>
        /// <returns>A new tensor.</returns>
        /// <exception cref="ArgumentException">There is none, or shapes do not fit.</exception>
        public static Tensor HStack(IReadOnlyList<Tensor> tensors)
        {
            ArgumentNullException.ThrowIfNull(tensors);
            Tensor[] wide = [.. tensors.Select(tensor => tensor.Rank == 0 ? tensor.Unsqueeze(0) : tensor)];
            return Tensor.Cat(wide, wide.Length == 0 || wide[0].Rank == 1 ? 0 : 1);
        }

        /// <summary>Lays tensors one below the other; a row counts as a matrix of one row.</summary>
        /// <param name="tensors">At least one.</param>
        /// <returns>A new tensor of two dimensions or more.</returns>
        /// <exception cref="ArgumentException">There is none, or shapes do not fit.</exception>
        public static Tensor VStack(IReadOnlyList<Tensor> tensors)
        {
            ArgumentNullException.ThrowIfNull(tensors);
            return Tensor.Cat([.. tensors.Select(tensor => tensor.Rank == 0 ? tensor.Reshape(1, 1) : tensor.Rank == 1 ? tensor.Unsqueeze(0) : tensor)]);
        }
    }

    private static bool IsNothing(Tensor tensor) => tensor.Sizes is [0];

    /// <summary>The first tensor that is not skipped, the first of all where none is left, and the common type.</summary>
    private static Tensor First(IReadOnlyList<Tensor> tensors, out DType dtype)
    {
        Tensor? first = null;
        dtype = DType.Bool; // gives way to every other
        for (int i = 0; i < tensors.Count; i++)
        {
            ArgumentNullException.ThrowIfNull(tensors[i], nameof(tensors));
            if (tensors[i].Rank == 0)
            {
                throw new ArgumentException($"Cat got a single number at place {i}, which has no dimension to lay it along. For single numbers use Stack, or Unsqueeze(0) first.", nameof(tensors));
            }

            first ??= IsNothing(tensors[i]) ? null : tensors[i];
            dtype = ElementwiseDriver.Promote(dtype, tensors[i].DType);
        }

        return first ?? tensors[0];
    }

    private sealed class CatNode : Node
    {
        private const int Skipped = -1;
        private readonly Node?[] _inputs;
        private readonly int[] _lengths;
        private readonly int _axis;

        internal CatNode(Tensor[] parts, int axis)
        {
            _axis = axis;
            _inputs = new Node?[parts.Length];
            _lengths = new int[parts.Length];
            for (int i = 0; i < parts.Length; i++)
            {
                _inputs[i] = parts[i].GradNode;
                _lengths[i] = IsNothing(parts[i]) ? Skipped : parts[i].Sizes[axis];
            }
        }

        internal override string Name => "Cat";

        internal override int InputCount => _inputs.Length;

        internal override Node? Input(int index) => _inputs[index];

        internal override void Backward(Tensor gradient)
        {
            int start = 0;
            for (int i = 0; i < _inputs.Length; i++)
            {
                if (Needs(i))
                {
                    Send(i, _lengths[i] == Skipped ? Tensor.Zeros(gradient.DType, 0) : gradient.Narrow(_axis, start, _lengths[i]));
                }

                start += Math.Max(0, _lengths[i]);
            }
        }

        internal override void Release()
        {
            Array.Clear(_inputs);
            base.Release();
        }
    }
}
