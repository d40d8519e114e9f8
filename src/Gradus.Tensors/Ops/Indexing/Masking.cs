using Gradus.Tensors.Shapes;

namespace Gradus.Tensors;

/// <summary>Elements chosen by a mask, and the places where one is true.</summary>
public static unsafe class Masking
{
    extension(Tensor x)
    {
        /// <summary>The places of the elements that are not 0: PyTorch's <c>nonzero</c>.</summary>
        /// <returns>int64 [count, rank], in the order of the indices.</returns>
        public Tensor Nonzero()
        {
            Tensor places = Places(x);
            Tensor y = Tensor.Empty([places.ElementCount, x.Rank], DType.Int64);
            long* from = places.Pointer<long>();
            long* to = y.Pointer<long>();
            for (nint i = 0; i < places.ElementCount; i++)
            {
                long rest = from[i];
                for (int d = x.Rank - 1; d >= 0; d--)
                {
                    (rest, to[(i * x.Rank) + d]) = Math.DivRem(rest, x.Sizes[d]);
                }
            }

            GC.KeepAlive(places);
            return y;
        }

        /// <summary>The elements where a mask is true, in the order of their indices. Tensor and mask broadcast.</summary>
        /// <param name="mask">A bool tensor.</param>
        /// <returns>A new tensor of one dimension.</returns>
        /// <exception cref="ArgumentException">The mask is not bool, or the two do not broadcast.</exception>
        public Tensor MaskedSelect(Tensor mask)
        {
            int[] sizes = ShapeMath.Broadcast(x.Sizes, Bool(mask, "MaskedSelect").Sizes, "MaskedSelect");
            Tensor flat = Reshaping.ReshapeTo(Expanding.ExpandTo(x, sizes), [ShapeMath.Count(sizes)]);
            return Indexing.Take(flat, 0, Places(Expanding.ExpandTo(mask, sizes)));
        }

        /// <summary>Replaces the elements where a mask is true by a tensor of one element, to which gradients flow too.</summary>
        /// <param name="mask">A bool tensor that broadcasts.</param>
        /// <param name="value">A tensor of no dimensions.</param>
        /// <returns>A new tensor.</returns>
        /// <exception cref="ArgumentException">The mask is not bool, or the value has dimensions.</exception>
        public Tensor MaskedFill(Tensor mask, Tensor value)
        {
            ArgumentNullException.ThrowIfNull(mask);
            ArgumentNullException.ThrowIfNull(value);
            return value.Rank == 0
                ? Tensor.Where(Bool(mask, "MaskedFill"), value.To(x.DType), x)
                : throw new ArgumentException($"MaskedFill needs a value of no dimensions; got shape {ShapeMath.Format(value.Sizes)}. Use Tensor.Where.", nameof(value));
        }

        /// <summary>Replaces the elements where a mask is true by the elements of a source, one after the other.</summary>
        /// <param name="mask">A bool tensor that broadcasts to the tensor.</param>
        /// <param name="source">At least as many elements as the mask has true ones.</param>
        /// <returns>A new tensor.</returns>
        /// <exception cref="ArgumentException">The mask is not bool or does not broadcast, or the source is too short or of another type.</exception>
        public Tensor MaskedScatter(Tensor mask, Tensor source)
        {
            ArgumentNullException.ThrowIfNull(source);
            int[] sizes = ShapeMath.Broadcast(x.Sizes, Bool(mask, "MaskedScatter").Sizes, "MaskedScatter");
            Tensor places = Places(Expanding.ExpandTo(mask, sizes));
            if (source.ElementCount < places.ElementCount)
            {
                throw new ArgumentException($"MaskedScatter got a source of {source.ElementCount} elements for a mask of {places.ElementCount} true ones.", nameof(source));
            }

            Tensor part = Reshaping.ReshapeTo(source, [source.ElementCount]).Narrow(0, 0, places.ElementCount);
            return Reshaping.ReshapeTo(Reshaping.ReshapeTo(Expanding.ExpandTo(x, sizes), [ShapeMath.Count(sizes)]).IndexCopy(0, places, part), sizes);
        }
    }

    extension(Tensor)
    {
        /// <summary>The places where a condition holds, one int64 tensor for each dimension: PyTorch's <c>where</c> with one argument.</summary>
        /// <param name="condition">A bool tensor (or not 0).</param>
        /// <returns>As many tensors as dimensions, fit for <see cref="AdvancedIndexing.Index"/>.</returns>
        public static Tensor[] Where(Tensor condition) => Arithmetic.Given(condition, nameof(condition)).Nonzero().Unbind(1);
    }

    /// <summary>The places of the elements that are not 0, counted through the whole tensor.</summary>
    internal static Tensor Places(Tensor x)
    {
        Tensor mask = x.Detach().To(DType.Bool).Contiguous();
        ReadOnlySpan<byte> bytes = new(mask.Data, mask.ElementCount);
        int count = bytes.Length - bytes.Count((byte)0);
        Tensor y = Tensor.Empty([count], DType.Int64);
        long* to = y.Pointer<long>();
        int place = 0;

        // Written whether true or not, and kept where true: no branch to guess. The last true one ends it, so that nothing is written past the end.
        for (int i = 0; place < count; i++)
        {
            to[place] = i;
            place += bytes[i] != 0 ? 1 : 0;
        }

        GC.KeepAlive(mask);
        return y;
    }

    private static Tensor Bool(Tensor mask, string what)
    {
        ArgumentNullException.ThrowIfNull(mask);
        return mask.DType == DType.Bool ? mask : throw new ArgumentException($"{what} needs a bool mask; got {mask.DType}. Compare first, as x.Greater(0).", nameof(mask));
    }
}
