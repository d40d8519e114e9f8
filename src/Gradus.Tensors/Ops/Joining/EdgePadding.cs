using Gradus.Tensors.Autograd;
using Gradus.Tensors.Shapes;

namespace Gradus.Tensors;

/// <summary>Tensors made larger at their edges.</summary>
public static class EdgePadding
{
    extension(Tensor x)
    {
        /// <summary>Adds elements before and after the last dimensions, as PyTorch's <c>pad</c>.</summary>
        /// <param name="pad">Counts before and after the last dimension, then before and after the one before it, and so on. Negative ones cut away, in the mode "constant".</param>
        /// <param name="mode">
        /// "constant" (the default): one value. "reflect": mirrored at the edge element, which is not repeated. "replicate": the edge element again. "circular": from the other end.
        /// </param>
        /// <param name="value">The value of the mode "constant".</param>
        /// <returns>A new tensor.</returns>
        /// <exception cref="ArgumentException">The counts are odd in number or too many, the mode has no such name, or the dimension is too small for it.</exception>
        public Tensor Pad(ReadOnlySpan<int> pad, string mode = "constant", double value = 0)
        {
            if (pad.Length % 2 != 0 || pad.Length > 2 * x.Rank)
            {
                throw new ArgumentException($"Pad got {ShapeMath.Format(pad)} for a tensor of shape {ShapeMath.Format(x.Sizes)}; it needs two counts for each of the last dimensions, at most {2 * x.Rank}.", nameof(pad));
            }

            if (mode == "constant")
            {
                int[] before = new int[x.Rank], sizes = (int[])x.Sizes.Clone();
                for (int i = 0; i < pad.Length / 2; i++)
                {
                    int axis = x.Rank - 1 - i;
                    before[axis] = pad[2 * i];
                    long padded = (long)sizes[axis] + pad[2 * i] + pad[(2 * i) + 1];
                    sizes[axis] = (int)Math.Clamp(padded, 0, int.MaxValue);
                    if (padded > int.MaxValue)
                    {
                        throw new ArgumentException($"Pad got {ShapeMath.Format(pad)} for a tensor of shape {ShapeMath.Format(x.Sizes)}: a dimension would have {padded} places, more than the {int.MaxValue} that a tensor may have.", nameof(pad));
                    }

                    if (padded < 0)
                    {
                        throw new ArgumentException($"Pad got {ShapeMath.Format(pad)} for a tensor of shape {ShapeMath.Format(x.Sizes)}, which cuts away more than there is.", nameof(pad));
                    }
                }

                return Constant(x, before, sizes, value);
            }

            Func<int, int, int> source = mode switch
            {
                "reflect" => (place, size) => place < 0 ? -place : place >= size ? (2 * (size - 1)) - place : place,
                "replicate" => (place, size) => Math.Clamp(place, 0, size - 1),
                "circular" => (place, size) => ((place % size) + size) % size,
                _ => throw new ArgumentException($"Pad knows constant, reflect, replicate and circular; got '{mode}'.", nameof(mode)),
            };
            Tensor y = x;
            for (int i = 0; i < pad.Length / 2; i++)
            {
                int axis = x.Rank - 1 - i;
                y = Along(y, axis, pad[2 * i], pad[(2 * i) + 1], mode, source);
            }

            return ReferenceEquals(x, y) ? x.Clone() : y;
        }
    }

    private static Tensor Along(Tensor x, int axis, int before, int after, string mode, Func<int, int, int> source)
    {
        int size = x.Sizes[axis];
        int most = mode == "reflect" ? size - 1 : mode == "circular" ? size : size == 0 ? 0 : int.MaxValue;
        if (before == 0 && after == 0)
        {
            return x;
        }

        if (before < 0 || after < 0 || before > most || after > most)
        {
            throw new ArgumentException($"Pad of mode {mode} got {before} and {after} for dimension {axis} of shape {ShapeMath.Format(x.Sizes)}; each must lie in 0 to {most}.", "pad");
        }

        long[] places = new long[before + size + after];
        for (int i = 0; i < places.Length; i++)
        {
            places[i] = source(i - before, size);
        }

        return Indexing.Take(x, axis, Tensor.From(places));
    }

    private static Tensor Constant(Tensor x, int[] before, int[] sizes, double value)
    {
        Tensor y = Tensor.Full(value, x.DType, sizes);
        using (NoGrad.Enter())
        {
            (Tensor target, Tensor source) = Overlap(y, x.Detach(), before);
            target.CopyFrom(source);
        }

        if (Recording.Of(x))
        {
            y.Node = new PadNode(x, before);
        }

        return y;
    }

    /// <summary>The parts of the padded and the plain tensor that are the same.</summary>
    private static (Tensor Padded, Tensor Plain) Overlap(Tensor padded, Tensor plain, int[] before)
    {
        for (int axis = 0; axis < before.Length; axis++)
        {
            int first = Math.Max(0, before[axis]), skipped = Math.Max(0, -before[axis]);
            int length = Math.Max(0, Math.Min(padded.Sizes[axis] - first, plain.Sizes[axis] - skipped));
            if (length != padded.Sizes[axis])
            {
                padded = padded.Narrow(axis, Math.Min(first, padded.Sizes[axis]), length);
            }

            if (length != plain.Sizes[axis])
            {
                plain = plain.Narrow(axis, Math.Min(skipped, plain.Sizes[axis]), length);
            }
        }

        return (padded, plain);
    }

    private sealed class PadNode(Tensor x, int[] before) : Node(x)
    {
        private readonly int[] _sizes = x.Sizes;

        internal override string Name => "Pad";

        // The gradient of padding is padding by the negative counts.
        internal override void Backward(Tensor gradient) => Send(0, Constant(gradient, [.. before.Select(count => -count)], _sizes, 0));
    }
}
