using Gradus.Tensors.Shapes;

namespace Gradus.Tensors;

/// <summary>The affine map of a dense layer.</summary>
public static class LinearOp
{
    extension(Tensor x)
    {
        /// <summary>y = x Wᵀ + b, PyTorch's <c>F.linear</c>, with max(0, y) in the same pass where wanted.</summary>
        /// <param name="weight">W, of shape [out, in].</param>
        /// <param name="bias">b, of shape [out]; none by default.</param>
        /// <param name="relu">Whether max(0, ·) is applied to the result.</param>
        /// <returns>For x of shape [.., in] a tensor of shape [.., out].</returns>
        /// <exception cref="ArgumentException">Shapes do not fit.</exception>
        public Tensor Linear(Tensor weight, Tensor? bias = null, bool relu = false)
        {
            ArgumentNullException.ThrowIfNull(weight);
            if (weight.Rank != 2 || x.Rank == 0 || x.Sizes[^1] != weight.Sizes[1] || (bias is not null && (bias.Rank != 1 || bias.Sizes[0] != weight.Sizes[0])))
            {
                string shape = bias is null ? "none" : ShapeMath.Format(bias.Sizes);
                throw new ArgumentException(
                    $"Linear got an input of shape {ShapeMath.Format(x.Sizes)}, a weight of shape {ShapeMath.Format(weight.Sizes)} and a bias of shape {shape}; they must be [.., in], [out, in] and [out].", nameof(weight));
            }

            Tensor y = x.MatMul(weight.T());
            y = bias is null ? y : y + bias;
            return relu ? y.Relu() : y;
        }
    }
}
