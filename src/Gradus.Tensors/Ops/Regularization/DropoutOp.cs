using Gradus.Tensors.Kernels;
using Gradus.Tensors.Kernels.Elementwise;

namespace Gradus.Tensors;

/// <summary>Dropout.</summary>
public static unsafe class DropoutOp
{
    extension(Tensor x)
    {
        /// <summary>Sets each element to 0 with probability p and multiplies the others by 1 / (1 − p), so that the mean stays. Call it in training only.</summary>
        /// <remarks>Srivastava et al.: Dropout (2014), in the inverted form. The mask is a function of the stream's place, which moves on by the count of elements.</remarks>
        /// <param name="probability">p, from 0 to 1.</param>
        /// <param name="rng">Where the mask is drawn from.</param>
        /// <returns>A tensor of the same shape.</returns>
        /// <exception cref="ArgumentOutOfRangeException">p does not lie from 0 to 1.</exception>
        public Tensor Dropout(double probability, Rng rng)
        {
            ArgumentNullException.ThrowIfNull(rng);
            if (!(probability >= 0 && probability <= 1))
            {
                throw new ArgumentOutOfRangeException(nameof(probability), probability, "Dropout got a probability that does not lie from 0 to 1.");
            }

            if (probability == 0)
            {
                return x;
            }

            if (probability == 1)
            {
                return x * 0;
            }

            Tensor mask = Tensor.EmptyLike(x, DType.Float32);
            rng.Position = (rng.Position + 3) & ~3ul;
            DropoutKernel.Mask(IsaTable.Current, mask.Pointer<float>(), mask.ElementCount, rng.State, probability, (float)(1 / (1 - probability)));
            rng.Position = (rng.Position + (ulong)mask.ElementCount + 3) & ~3ul;
            return x * mask.To(x.DType);
        }
    }
}
