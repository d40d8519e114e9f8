using Gradus.Tensors.Ops.Indexing;
using Gradus.Tensors.Shapes;

namespace Gradus.Tensors;

/// <summary>Indices for several dimensions at once, as in PyTorch's brackets with tensors.</summary>
public static class AdvancedIndexing
{
    extension(Tensor x)
    {
        /// <summary>
        /// The elements x[index₀[k], index₁[k], ..] for each k of the indices, which broadcast. Dimensions without an index stay whole. The indices' dimensions stand where the indexed dimensions stood,
        /// or first when those do not lie side by side. A bool mask stands for the places where it is true and takes as many dimensions as it has.
        /// </summary>
        /// <param name="indices">One entry for each dimension from the first on (a mask of several dimensions is one entry); null for a whole dimension. Negative indices count from the end.</param>
        /// <returns>A new tensor.</returns>
        /// <exception cref="ArgumentException">There are too many, their shapes do not broadcast, or a mask does not fit.</exception>
        /// <exception cref="ArgumentOutOfRangeException">An index does not lie in its dimension.</exception>
        public Tensor Index(IReadOnlyList<Tensor?> indices)
        {
            Lookup lookup = new(x, indices, "Index");
            Tensor y = Indexing.Take(lookup.Flatten(x), 1, lookup.Places);
            return Reshaping.ReshapeTo(y, lookup.ResultSizes);
        }

        /// <summary>y = x, then y[indices] = values, or += values: PyTorch's <c>index_put</c>. Without accumulation the last of equal places stays, and gradients are right where none comes twice.</summary>
        /// <param name="indices">As for <see cref="Index"/>.</param>
        /// <param name="values">What is written; it broadcasts to the shape that <see cref="Index"/> gives.</param>
        /// <param name="accumulate">Adds instead; equal places add up.</param>
        /// <returns>A new tensor of the tensor's shape.</returns>
        /// <exception cref="ArgumentException">Shapes or types do not fit.</exception>
        /// <exception cref="ArgumentOutOfRangeException">An index does not lie in its dimension.</exception>
        public Tensor IndexPut(IReadOnlyList<Tensor?> indices, Tensor values, bool accumulate = false)
        {
            ArgumentNullException.ThrowIfNull(values);
            Lookup lookup = new(x, indices, "IndexPut");
            if (values.DType != x.DType)
            {
                throw new ArgumentException($"IndexPut got values of {values.DType} for a tensor of {x.DType}; bring them to one type with To().", nameof(values));
            }

            int[] sizes = ShapeMath.Broadcast(lookup.ResultSizes, values.Sizes, "IndexPut");
            if (!sizes.AsSpan().SequenceEqual(lookup.ResultSizes))
            {
                throw new ArgumentException($"IndexPut got values of shape {ShapeMath.Format(values.Sizes)}, which do not broadcast to {ShapeMath.Format(lookup.ResultSizes)}.", nameof(values));
            }

            Tensor flat = lookup.Flatten(x);
            Tensor part = Reshaping.ReshapeTo(Expanding.ExpandTo(values, lookup.ResultSizes), ShapeMath.With(flat.Sizes, 1, lookup.Places.ElementCount));
            return lookup.Restore(accumulate ? flat.IndexAdd(1, lookup.Places, part) : flat.IndexCopy(1, lookup.Places, part));
        }
    }

    /// <summary>Indices of several dimensions made one: the tensor as [before, indexed, after] and places in the middle.</summary>
    private sealed class Lookup
    {
        private readonly int[] _order;
        private readonly int[] _moved;
        private readonly int[] _flat;

        internal Lookup(Tensor x, IReadOnlyList<Tensor?> indices, string what)
        {
            ArgumentNullException.ThrowIfNull(indices);
            List<(int Dim, Tensor Index)> parts = Parts(x, indices, what);
            if (parts.Count == 0)
            {
                throw new ArgumentException($"{what} needs at least one index that is not null.", nameof(indices));
            }

            int[] common = [];
            foreach ((_, Tensor index) in parts)
            {
                common = ShapeMath.Broadcast(common, index.Sizes, what);
            }

            bool together = parts[^1].Dim - parts[0].Dim == parts.Count - 1;
            int before = together ? parts[0].Dim : 0;
            List<int> order = [.. Enumerable.Range(0, x.Rank).Where(dim => !parts.Exists(part => part.Dim == dim))];
            order.InsertRange(before, parts.Select(part => part.Dim));
            _order = [.. order];
            _moved = [.. _order.Select(dim => x.Sizes[dim])];
            int after = before + parts.Count;
            _flat = [ShapeMath.Product(_moved.AsSpan(0, before)), ShapeMath.Product(_moved.AsSpan(before, parts.Count)), ShapeMath.Product(_moved.AsSpan(after))];
            ResultSizes = ShapeMath.Own([.. _moved[..before], .. common, .. _moved[after..]]);

            Tensor? places = null;
            foreach ((int dim, Tensor index) in parts)
            {
                Tensor wide = Expanding.ExpandTo(index, common);
                places = places is null ? wide : (places * Tensor.Scalar(x.Sizes[dim], DType.Int64)) + wide;
            }

            Places = Reshaping.ReshapeTo(places!, [ShapeMath.Count(common)]).Contiguous();
        }

        internal Tensor Places { get; }

        internal int[] ResultSizes { get; }

        internal Tensor Flatten(Tensor x) => Reshaping.ReshapeTo(x.Permute(_order), _flat);

        internal Tensor Restore(Tensor flat)
        {
            int[] inverse = new int[_order.Length];
            for (int i = 0; i < inverse.Length; i++)
            {
                inverse[_order[i]] = i;
            }

            return Reshaping.ReshapeTo(flat, _moved).Permute(inverse);
        }

        private static List<(int Dim, Tensor Index)> Parts(Tensor x, IReadOnlyList<Tensor?> indices, string what)
        {
            List<(int Dim, Tensor Index)> parts = [];
            int dim = 0;
            foreach (Tensor? index in indices)
            {
                int taken = index is { DType: DType.Bool } ? index.Rank : 1;
                if (dim + taken > x.Rank)
                {
                    throw new ArgumentException($"{what} got indices for more dimensions than shape {ShapeMath.Format(x.Sizes)} has.", nameof(indices));
                }

                if (index is { DType: DType.Bool })
                {
                    if (!index.Shape.SequenceEqual(x.Sizes.AsSpan(dim, taken)))
                    {
                        throw new ArgumentException($"{what} got a mask of shape {ShapeMath.Format(index.Sizes)} at dimension {dim} of shape {ShapeMath.Format(x.Sizes)}; the sizes must be equal.", nameof(indices));
                    }

                    foreach (Tensor column in index.Nonzero().Unbind(1))
                    {
                        parts.Add((dim++, column));
                    }

                    continue;
                }

                if (index is not null)
                {
                    int place = dim;
                    parts.Add((dim, IndexArguments.CheckSigned(index, x.Sizes[dim], what, () => IndexArguments.Dimension(place, x), nameof(indices))));
                }

                dim++;
            }

            return parts;
        }
    }
}
