using Gradus.Tensors.Autograd;
using Gradus.Tensors.Kernels;
using Gradus.Tensors.Kernels.Embedding;
using Gradus.Tensors.Kernels.Lanes;
using Gradus.Tensors.Shapes;

namespace Gradus.Tensors;

/// <summary>Learned rows for indices.</summary>
public static unsafe class EmbeddingOp
{
    extension(Tensor indices)
    {
        /// <summary>y[i] = weight[indices[i]], PyTorch's <c>F.embedding</c>.</summary>
        /// <remarks>The gradient of a row is the sum over its indices in their order, so it has the same bits for every count of threads.</remarks>
        /// <param name="weight">The table, of shape [V, D].</param>
        /// <param name="paddingIndex">The index whose row gets no gradient; none by default.</param>
        /// <returns>A tensor of the indices' shape with D behind.</returns>
        /// <exception cref="ArgumentException">The indices are not int64 or int32, or the table has not two dimensions.</exception>
        /// <exception cref="ArgumentOutOfRangeException">An index does not lie from 0 to V − 1.</exception>
        public Tensor Embedding(Tensor weight, int? paddingIndex = null)
        {
            ArgumentNullException.ThrowIfNull(weight);
            if (weight.Rank != 2 || !weight.DType.IsFloatingPoint() || indices.DType is not (DType.Int64 or DType.Int32))
            {
                throw new ArgumentException(
                    $"Embedding got {indices.DType} indices and a {weight.DType} table {ShapeMath.Format(weight.Sizes)}; it needs int64 or int32 indices and a floating-point table [V, D].", nameof(weight));
            }

            Tensor places = indices.To(DType.Int64).Contiguous();
            foreach (long place in places.AsSpan<long>())
            {
                if ((ulong)place >= (ulong)weight.Sizes[0])
                {
                    throw new ArgumentOutOfRangeException(nameof(indices), place, $"Embedding got index {place} for a table of {weight.Sizes[0]} rows; it must lie from 0 to {weight.Sizes[0] - 1}.");
                }
            }

            if (paddingIndex is { } padding && (uint)padding >= (uint)weight.Sizes[0])
            {
                throw new ArgumentOutOfRangeException(nameof(paddingIndex), padding, $"Embedding got a padding index of {padding} for a table of {weight.Sizes[0]} rows.");
            }

            return Gathered(weight, places, paddingIndex ?? -1, false);
        }

        /// <summary>The sum or the mean of the rows of each bag of indices, PyTorch's <c>F.embedding_bag</c>.</summary>
        /// <param name="weight">The table, of shape [V, D].</param>
        /// <param name="mean">Whether the rows of a bag are averaged, as by default, or summed.</param>
        /// <returns>For indices [N, B], N bags of B, a tensor [N, D].</returns>
        /// <exception cref="ArgumentException">The indices have not two dimensions, or do not fit the table.</exception>
        /// <exception cref="ArgumentOutOfRangeException">An index does not lie from 0 to V − 1.</exception>
        public Tensor EmbeddingBag(Tensor weight, bool mean = true)
        {
            ArgumentNullException.ThrowIfNull(weight);
            if (indices.Rank != 2)
            {
                throw new ArgumentException($"EmbeddingBag needs indices [N, B], a row for each bag; got shape {ShapeMath.Format(indices.Sizes)}.", nameof(indices));
            }

            Tensor rows = indices.Embedding(weight);
            return mean ? rows.Mean(1) : rows.Sum(1);
        }
    }

    // Rows of padding stay 0 where this is the gradient of a gradient.
    private static Tensor Gathered(Tensor table, Tensor places, long padding, bool withoutPadding)
    {
        Tensor source = table.Contiguous();
        int width = table.Sizes[1], count = places.ElementCount;
        Tensor y = Tensor.Empty([.. places.Sizes, width], table.DType);
        if (table.DType == DType.Float32)
        {
            EmbeddingKernel kernel = new() { Table = source.Pointer<float>(), Indices = places.Pointer<long>(), IndexCount = count, Width = width, Y = y.Pointer<float>() };
            WideLanes.RunParallel(IsaTable.Current, kernel, count, width);
        }
        else
        {
            for (int i = 0; i < count; i++)
            {
                source.AsSpan<double>().Slice((int)places.Pointer<long>()[i] * width, width).CopyTo(new Span<double>(y.Pointer<double>() + ((nint)i * width), width));
            }
        }

        GC.KeepAlive(source);
        GC.KeepAlive(places);
        if (withoutPadding && padding >= 0)
        {
            y = y.MaskedFill(places.Equal(padding).Unsqueeze(-1), 0);
        }

        if (Recording.Of(table))
        {
            y.Node = new EmbeddingNode(table, places, padding);
        }

        return y;
    }

    private static Tensor Scattered(Tensor gradient, Tensor places, int[] sizes, long padding, Tensor? leaf, bool accumulate)
    {
        Tensor gy = gradient.Contiguous();
        int count = places.ElementCount, width = sizes[1];
        Tensor table = leaf ?? (gradient.DType == DType.Float32 ? Tensor.Empty(sizes, DType.Float32) : Tensor.Zeros(DType.Float64, sizes));
        if (gradient.DType == DType.Float32)
        {
            EmbeddingKernel kernel = new()
            {
                Table = table.Pointer<float>(),
                Indices = places.Pointer<long>(),
                IndexCount = count,
                Width = width,
                GradientY = gy.Pointer<float>(),
                Padding = padding,
                Accumulate = accumulate,
            };
            WideLanes.RunParallel(IsaTable.Current, kernel, sizes[0], ((long)count / Math.Max(1, sizes[0]) * width) + width);
        }
        else
        {
            EmbeddingKernel.Scatter(gy.Pointer<double>(), places.Pointer<long>(), count, width, table.Pointer<double>(), padding);
        }

        GC.KeepAlive(gy);
        GC.KeepAlive(places);
        if (Recording.Of(gradient))
        {
            table.Node = new ScatterNode(gradient, places, padding);
        }

        return table;
    }

    private sealed class EmbeddingNode : Node
    {
        private readonly int[] _sizes;
        private readonly long _padding;

        internal EmbeddingNode(Tensor table, Tensor places, long padding)
            : base(table)
        {
            (_sizes, _padding) = (table.Sizes, padding);
            Save(places);
        }

        internal override string Name => "Embedding";

        internal override void Backward(Tensor gradient)
        {
            bool accumulate = false;
            Tensor? leaf = gradient.DType == DType.Float32 && !NoGrad.IsRecording ? LeafTarget(0, out accumulate) : null;
            Tensor table = Scattered(gradient, Saved0, _sizes, _padding, leaf, accumulate);
            if (leaf is null)
            {
                Send(0, table);
            }
        }
    }

    private sealed class ScatterNode : Node
    {
        private readonly long _padding;

        internal ScatterNode(Tensor gradient, Tensor places, long padding)
            : base(gradient)
        {
            _padding = padding;
            Save(places);
        }

        internal override string Name => "Embedding gradient";

        internal override void Backward(Tensor gradient) => Send(0, Gathered(gradient, Saved0, _padding, true));
    }
}
