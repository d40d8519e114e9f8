using Gradus.Tensors.Autograd;
using Gradus.Tensors.Kernels;
using Gradus.Tensors.Kernels.Regularization;
using Gradus.Tensors.Shapes;

namespace Gradus.Tensors;

/// <summary>Dropout in its forms.</summary>
public static unsafe class DropoutOp
{
    // The output of a saturated SELU unit, −scale · alpha. Klambauer et al.: Self-normalizing neural networks (2017).
    private const double SeluFloor = -1.0507009873554804934193349852946 * 1.6732632423543772848170429916717;

    extension(Tensor x)
    {
        /// <summary>Sets each element to 0 with probability p and multiplies the others by 1 / (1 − p), so that the mean stays. Call it in training only.</summary>
        /// <remarks>
        /// Srivastava et al.: Dropout (2014), in the inverted form. The mask is a function of the stream's place, which moves on by the count of elements; the gradient draws it again instead of keeping it.
        /// </remarks>
        /// <param name="probability">p, from 0 to 1.</param>
        /// <param name="rng">Where the mask is drawn from.</param>
        /// <returns>A tensor of the same shape.</returns>
        /// <exception cref="ArgumentOutOfRangeException">p does not lie from 0 to 1.</exception>
        public Tensor Dropout(double probability, Rng rng)
        {
            Check(probability, rng, "Dropout");
            if (probability == 0)
            {
                return x;
            }

            x = Arithmetic.Real(x);
            return probability == 1 ? x * 0 : Run(x, probability, Take(rng, x.ElementCount));
        }

        /// <summary>Sets each channel of each example to 0 with probability p and multiplies the others by 1 / (1 − p): PyTorch's <c>F.dropout1d</c> to <c>F.dropout3d</c>.</summary>
        /// <remarks>Tompson et al.: Efficient object localization using convolutional networks (2015): neighbours in an image are alike, so that dropping single ones hides little.</remarks>
        /// <param name="probability">p, from 0 to 1.</param>
        /// <param name="rng">Where the mask is drawn from.</param>
        /// <returns>A tensor of the shape of x, which is [N, C, ...].</returns>
        /// <exception cref="ArgumentException">x has fewer than three dimensions.</exception>
        /// <exception cref="ArgumentOutOfRangeException">p does not lie from 0 to 1.</exception>
        public Tensor FeatureDropout(double probability, Rng rng)
        {
            Check(probability, rng, "FeatureDropout");
            if (x.Rank < 3)
            {
                throw new ArgumentException($"FeatureDropout needs [N, C, ...]; got {ShapeMath.Format(x.Sizes)}. Use Dropout for [N, C].", nameof(x));
            }

            int[] channels = new int[x.Rank];
            Array.Fill(channels, 1);
            (channels[0], channels[1]) = (x.Sizes[0], x.Sizes[1]);
            return probability == 0 ? x : x * Tensor.Ones(x.DType, channels).Dropout(probability, rng);
        }

        /// <summary>Sets each element with probability p to the least value of SELU, then scales and shifts so that mean 0 and variance 1 stay: PyTorch's <c>F.alpha_dropout</c>.</summary>
        /// <remarks>Klambauer et al.: Self-normalizing neural networks (2017): with q = 1 − p and α' = −scale · alpha, a = 1 / √(q (1 + p α'²)) and b = −a p α'.</remarks>
        /// <param name="probability">p, from 0 to 1. With 1 all becomes 0, as in PyTorch: no variance could stay.</param>
        /// <param name="rng">Where the mask is drawn from.</param>
        /// <returns>A tensor of the same shape.</returns>
        /// <exception cref="ArgumentOutOfRangeException">p does not lie from 0 to 1.</exception>
        public Tensor AlphaDropout(double probability, Rng rng)
        {
            Check(probability, rng, "AlphaDropout");
            if (probability is 0 or 1)
            {
                return x.Dropout(probability, rng);
            }

            double keep = 1 - probability, scale = 1 / Math.Sqrt(keep * (1 + (probability * SeluFloor * SeluFloor)));
            Tensor kept = Tensor.OnesLike(x).Dropout(probability, rng) * keep;
            return (((x * kept) + ((1 - kept) * SeluFloor)) * scale) - (scale * probability * SeluFloor);
        }
    }

    private static void Check(double probability, Rng rng, string what)
    {
        ArgumentNullException.ThrowIfNull(rng);
        if (!(probability >= 0 && probability <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(probability), probability, $"{what} got a probability that does not lie from 0 to 1.");
        }
    }

    // A mask begins where a block of four words begins.
    private static RngState Take(Rng rng, int count)
    {
        rng.Position = (rng.Position + 3) & ~3ul;
        RngState state = rng.State;
        rng.Position = (rng.Position + (ulong)count + 3) & ~3ul;
        return state;
    }

    private static Tensor Run(Tensor x, double probability, RngState state)
    {
        Tensor source = x.Contiguous(), y = Tensor.EmptyLike(source);
        DropoutCall call = new() { Isa = IsaTable.Current, X = source.Data, Y = y.Data, Length = y.ElementCount, IsDouble = x.DType == DType.Float64, Probability = probability, State = state };
        call.Run();
        GC.KeepAlive(source);
        if (Recording.Of(x))
        {
            y.Node = new DropoutNode(x, probability, state);
        }

        return y;
    }

    private sealed class DropoutNode(Tensor x, double probability, RngState state) : Node(x)
    {
        internal override string Name => "Dropout";

        internal override void Backward(Tensor gradient) => Send(0, Run(gradient, probability, state));
    }
}
