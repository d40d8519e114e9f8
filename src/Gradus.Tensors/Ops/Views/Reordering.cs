using Gradus.Tensors.Autograd;
using Gradus.Tensors.Kernels.Elementwise;
using Gradus.Tensors.Shapes;

namespace Gradus.Tensors;

/// <summary>The elements in another order, or several times: copies.</summary>
public static unsafe class Reordering
{
    extension(Tensor x)
    {
        /// <summary>Turns dimensions round.</summary>
        /// <param name="dims">The dimensions, none twice.</param>
        /// <returns>A new tensor.</returns>
        /// <exception cref="ArgumentException">A dimension comes twice.</exception>
        /// <exception cref="ArgumentOutOfRangeException">There is no such dimension.</exception>
        public Tensor Flip(params ReadOnlySpan<int> dims)
        {
            int mask = 0;
            foreach (int dim in dims)
            {
                int bit = 1 << ShapeMath.Axis(dim, x.Rank, "Flip", nameof(dims));
                mask = (mask & bit) == 0 ? mask | bit : throw new ArgumentException($"Flip got dimension {dim} twice, in {ShapeMath.Format(dims)}.", nameof(dims));
            }

            return FlipTo(x, x.Rank == 0 ? 0 : mask);
        }

        /// <summary>Moves elements along dimensions; what leaves at the end comes back at the start.</summary>
        /// <param name="shifts">How far along each dimension; backward where negative.</param>
        /// <param name="dims">The dimensions; when empty, the tensor is rolled as if it had one.</param>
        /// <returns>A new tensor.</returns>
        /// <exception cref="ArgumentException">There are not as many shifts as dimensions.</exception>
        /// <exception cref="ArgumentOutOfRangeException">There is no such dimension.</exception>
        public Tensor Roll(ReadOnlySpan<int> shifts, ReadOnlySpan<int> dims = default)
        {
            if (dims.IsEmpty && shifts.Length == 1)
            {
                return Reshaping.ReshapeTo(Reshaping.ReshapeTo(x, [x.ElementCount]).Roll(shifts, [0]), x.Sizes);
            }

            if (shifts.Length != dims.Length)
            {
                throw new ArgumentException($"Roll got shifts {ShapeMath.Format(shifts)} for dimensions {ShapeMath.Format(dims)}; there must be one for each.", nameof(shifts));
            }

            Tensor y = x;
            for (int i = 0; i < dims.Length; i++)
            {
                int axis = ShapeMath.Axis(dims[i], x.Rank, "Roll", nameof(dims));
                int size = x.Rank == 0 ? 1 : x.Sizes[axis];
                int shift = size == 0 ? 0 : ((shifts[i] % size) + size) % size;
                y = shift == 0 ? y : Tensor.Cat([y.Narrow(axis, size - shift, shift), y.Narrow(axis, 0, size - shift)], axis);
            }

            return ReferenceEquals(x, y) ? x.Clone() : y;
        }

        /// <summary>Moves elements along one dimension; what leaves at the end comes back at the start.</summary>
        /// <param name="shift">How far; backward where negative.</param>
        /// <param name="dim">The dimension.</param>
        /// <returns>A new tensor.</returns>
        /// <exception cref="ArgumentOutOfRangeException">There is no such dimension.</exception>
        public Tensor Roll(int shift, int dim) => x.Roll([shift], [dim]);

        /// <summary>Lays copies of the whole tensor side by side along each dimension.</summary>
        /// <param name="repeats">How often along each dimension; at least as many as the tensor has, leading ones are new.</param>
        /// <returns>A new tensor.</returns>
        /// <exception cref="ArgumentException">There are fewer repeats than dimensions, or one is negative.</exception>
        public Tensor Repeat(params ReadOnlySpan<int> repeats) => Repeated(x, repeats, "Repeat", nameof(repeats));

        /// <summary>As <see cref="Repeat"/>, but missing leading counts are 1.</summary>
        /// <param name="dims">How often along the last dimensions.</param>
        /// <returns>A new tensor.</returns>
        /// <exception cref="ArgumentException">A count is negative, or the result would have more elements than a tensor holds.</exception>
        public Tensor Tile(params ReadOnlySpan<int> dims)
        {
            int[] repeats = new int[Math.Max(dims.Length, x.Rank)];
            Array.Fill(repeats, 1);
            dims.CopyTo(repeats.AsSpan(repeats.Length - dims.Length));
            return Repeated(x, repeats, "Tile", nameof(dims));
        }

        /// <summary>Repeats each element of a dimension in its place.</summary>
        /// <param name="repeats">How often.</param>
        /// <param name="dim">The dimension; null flattens the tensor first.</param>
        /// <returns>A new tensor.</returns>
        /// <exception cref="ArgumentOutOfRangeException">The count is negative, or there is no such dimension.</exception>
        public Tensor RepeatInterleave(int repeats, int? dim = null)
        {
            if (repeats < 0)
            {
                throw new ArgumentOutOfRangeException(nameof(repeats), repeats, "RepeatInterleave needs a count of 0 or more.");
            }

            Tensor source = dim is null ? Reshaping.ReshapeTo(x, [x.ElementCount]) : x;
            int axis = Slicing.Dimension(source, dim ?? 0, "RepeatInterleave");
            int places = Places((long)source.Sizes[axis] * repeats, source, $"{repeats} repeats", "RepeatInterleave", nameof(repeats));
            int[] apart = [.. source.Sizes[..(axis + 1)], 1, .. source.Sizes[(axis + 1)..]];
            Tensor wide = Expanding.ExpandTo(Reshaping.ReshapeTo(source, apart), ShapeMath.With(apart, axis + 1, repeats));
            return Reshaping.ReshapeTo(wide.Clone(), ShapeMath.With(source.Sizes, axis, places));
        }

        /// <summary>Repeats each element of a dimension in its place, each its own count of times.</summary>
        /// <param name="repeats">int64 or int32 counts, one for each index of the dimension.</param>
        /// <param name="dim">The dimension; null flattens the tensor first.</param>
        /// <returns>A new tensor.</returns>
        /// <exception cref="ArgumentException">There is not one count for each index, or one is negative.</exception>
        public Tensor RepeatInterleave(Tensor repeats, int? dim = null)
        {
            ArgumentNullException.ThrowIfNull(repeats);
            Tensor source = dim is null ? Reshaping.ReshapeTo(x, [x.ElementCount]) : x;
            int axis = Slicing.Dimension(source, dim ?? 0, "RepeatInterleave");
            long[] counts = repeats.DType is DType.Int64 or DType.Int32
                ? repeats.ToArray<long>()
                : throw new ArgumentException($"RepeatInterleave needs int64 or int32 counts; got {repeats.DType}.", nameof(repeats));
            if (repeats.Rank != 1 || counts.Length != source.Sizes[axis] || Array.Exists(counts, count => count < 0))
            {
                throw new ArgumentException($"RepeatInterleave got counts of shape {ShapeMath.Format(repeats.Sizes)} for a dimension of size {source.Sizes[axis]}; it needs one count of 0 or more for each index.", nameof(repeats));
            }

            _ = Places(counts.Aggregate(0L, (sum, count) => sum + Math.Min(count, int.MaxValue + 1L)), source, $"{counts.Length} counts", "RepeatInterleave", nameof(repeats));
            List<long> places = [];
            for (int i = 0; i < counts.Length; i++)
            {
                places.AddRange(Enumerable.Repeat((long)i, (int)counts[i]));
            }

            return source.IndexSelect(axis, Tensor.From(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(places)));
        }
    }

    private static Tensor Repeated(Tensor x, ReadOnlySpan<int> repeats, string what, string parameter)
    {
        int lead = repeats.Length - x.Rank;
        if (lead < 0 || repeats.ContainsAnyInRange(int.MinValue, -1))
        {
            throw new ArgumentException($"{what} got {ShapeMath.Format(repeats)} for a tensor of shape {ShapeMath.Format(x.Sizes)}; it needs a count of 0 or more for each dimension.", parameter);
        }

        // [n] -> [1, n] -> [r, n] -> [r · n], all dimensions at once.
        int[] apart = new int[2 * repeats.Length], wide = new int[2 * repeats.Length], sizes = ShapeMath.Own(repeats);
        for (int i = 0; i < repeats.Length; i++)
        {
            apart[2 * i] = 1;
            apart[(2 * i) + 1] = i < lead ? 1 : x.Sizes[i - lead];
            wide[2 * i] = repeats[i];
            wide[(2 * i) + 1] = apart[(2 * i) + 1];
            sizes[i] = Places((long)repeats[i] * wide[(2 * i) + 1], x, ShapeMath.Format(repeats), what, parameter);
        }

        ShapeMath.Count(sizes);
        return Reshaping.ReshapeTo(Expanding.ExpandTo(Reshaping.ReshapeTo(x, apart), wide).Clone(), sizes);
    }

    /// <summary>The size of a dimension, unless it is more than a tensor may have.</summary>
    private static int Places(long size, Tensor x, string given, string what, string parameter) => size <= int.MaxValue
        ? (int)size
        : throw new ArgumentException($"{what} got {given} for a tensor of shape {ShapeMath.Format(x.Sizes)}: a dimension would have {size} places, more than the {int.MaxValue} that a tensor may have. Expand() repeats without memory.", parameter);

    private static Tensor FlipTo(Tensor x, int mask)
    {
        Tensor y = Tensor.EmptyLike(x);
        if (y.ElementCount > 0)
        {
            int[] steps = (int[])x.Steps.Clone();
            nint start = 0;
            for (int i = 0; i < x.Rank; i++)
            {
                if ((mask >> i & 1) != 0)
                {
                    start += (nint)(x.Sizes[i] - 1) * steps[i];
                    steps[i] = -steps[i];
                }
            }

            int size = x.DType.SizeInBytes();
            StridedCopy.Run(x.Data + (start * size), steps, y.Data, y.Steps, x.Sizes, size);
        }

        GC.KeepAlive(x);
        if (Recording.Of(x))
        {
            y.Node = new FlipNode(x, mask);
        }

        return y;
    }

    private sealed class FlipNode(Tensor x, int mask) : Node(x)
    {
        internal override string Name => "Flip";

        internal override void Backward(Tensor gradient) => Send(0, FlipTo(gradient, mask));
    }
}
