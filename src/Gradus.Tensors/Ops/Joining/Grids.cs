using Gradus.Tensors.Shapes;

namespace Gradus.Tensors;

/// <summary>Tensors brought to one shape.</summary>
public static class Grids
{
    extension(Tensor)
    {
        /// <summary>Coordinates of the points of a grid: as many tensors as axes, each with the shape of the grid.</summary>
        /// <param name="tensors">The coordinates along each axis, of at most one dimension.</param>
        /// <param name="indexing">"ij" (the default): the first axis counts rows of the result. "xy": the first two are exchanged, as in pictures.</param>
        /// <returns>Views.</returns>
        /// <exception cref="ArgumentException">There is none, one has more than one dimension, or the indexing has no such name.</exception>
        public static Tensor[] Meshgrid(IReadOnlyList<Tensor> tensors, string indexing = "ij")
        {
            ArgumentNullException.ThrowIfNull(tensors);
            if (indexing is not ("ij" or "xy"))
            {
                throw new ArgumentException($"Meshgrid knows the indexing ij or xy; got '{indexing}'.", nameof(indexing));
            }

            if (tensors.Count == 0 || tensors.Any(tensor => tensor.Rank > 1))
            {
                throw new ArgumentException($"Meshgrid got shapes {string.Join(", ", tensors.Select(tensor => ShapeMath.Format(tensor.Sizes)))}; it needs one tensor or more, each of at most one dimension.", nameof(tensors));
            }

            int[] sizes = ShapeMath.Own([.. tensors.Select(tensor => tensor.ElementCount)]);
            Tensor[] grids = new Tensor[sizes.Length];
            for (int i = 0; i < grids.Length; i++)
            {
                int[] shape = new int[sizes.Length];
                Array.Fill(shape, 1);
                shape[i] = sizes[i];
                grids[i] = Expanding.ExpandTo(Reshaping.ReshapeTo(tensors[i], shape), sizes);
                grids[i] = indexing == "xy" && sizes.Length > 1 ? grids[i].Transpose(0, 1) : grids[i];
            }

            return grids;
        }

        /// <summary>Tensors expanded to the shape to which all of them broadcast.</summary>
        /// <param name="tensors">The tensors.</param>
        /// <returns>Views, in the same order.</returns>
        /// <exception cref="ArgumentException">They do not broadcast.</exception>
        public static Tensor[] BroadcastTensors(params IReadOnlyList<Tensor> tensors)
        {
            ArgumentNullException.ThrowIfNull(tensors);
            int[] sizes = [];
            foreach (Tensor tensor in tensors)
            {
                sizes = ShapeMath.Broadcast(sizes, tensor.Sizes, "BroadcastTensors");
            }

            return [.. tensors.Select(tensor => Expanding.ExpandTo(tensor, sizes))];
        }
    }

    extension(Tensor x)
    {
        /// <summary>The tensor under a shape to which it broadcasts, without copying; <see cref="Expanding.Expand"/> under PyTorch's other name.</summary>
        /// <param name="shape">The sizes.</param>
        /// <returns>A view with strides of 0.</returns>
        /// <exception cref="ArgumentException">The tensor does not broadcast to the shape.</exception>
        public Tensor BroadcastTo(params ReadOnlySpan<int> shape) => x.Expand(shape);
    }
}
