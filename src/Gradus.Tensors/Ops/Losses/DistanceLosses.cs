using Gradus.Tensors.Ops.Losses;

namespace Gradus.Tensors;

/// <summary>Similarities and losses of vectors that a network gives, made of basic operators.</summary>
public static class DistanceLosses
{
    extension(Tensor x)
    {
        /// <summary>x / max(‖x‖₂, ε) along a dimension: PyTorch's <c>F.normalize</c>.</summary>
        /// <param name="dim">The dimension; 1 by default.</param>
        /// <param name="eps">ε; 1e-12 by default.</param>
        /// <returns>A tensor of the same shape, whose vectors have length 1.</returns>
        /// <exception cref="ArgumentOutOfRangeException">There is no such dimension.</exception>
        public Tensor Normalize(int dim = 1, double eps = 1e-12) => x / x.Square().Sum(dim, true).Clamp(eps * eps, double.PositiveInfinity).Sqrt();

        /// <summary>x · y / (max(‖x‖, ε) max(‖y‖, ε)) along a dimension: PyTorch's <c>F.cosine_similarity</c>.</summary>
        /// <param name="other">y; broadcasts.</param>
        /// <param name="dim">The dimension, which goes away; 1 by default.</param>
        /// <param name="eps">ε; 1e-8 by default.</param>
        /// <returns>Numbers from −1 to 1.</returns>
        public Tensor CosineSimilarity(Tensor other, int dim = 1, double eps = 1e-8)
        {
            ArgumentNullException.ThrowIfNull(other);
            return (x.Normalize(dim, eps) * other.Normalize(dim, eps)).Sum(dim);
        }

        /// <summary>x where y is 1, max(0, margin − x) where y is −1: PyTorch's <c>F.hinge_embedding_loss</c>.</summary>
        /// <param name="target">y, 1 or −1, of the shape of x.</param>
        /// <param name="margin">The distance that unlike pairs should have; 1 by default.</param>
        /// <param name="reduction">How the elements' losses become the result; their mean by default.</param>
        /// <returns>A tensor of no dimensions, or of the shape of x where nothing is reduced.</returns>
        /// <exception cref="ArgumentException">The shapes differ.</exception>
        public Tensor HingeEmbeddingLoss(Tensor target, double margin = 1, LossReduction reduction = LossReduction.Mean)
        {
            PairLoss.SameShape(x, target, "HingeEmbeddingLoss");
            x = Arithmetic.Real(x);
            return PairLoss.Reduced(Tensor.Where(target.Detach().Greater(0), x, (margin - x).Relu()), reduction);
        }

        /// <summary>1 − cos(x, y) for pairs that belong together, max(0, cos(x, y) − margin) for others: PyTorch's <c>F.cosine_embedding_loss</c>.</summary>
        /// <param name="other">y, of shape [N, D] as x.</param>
        /// <param name="target">1 or −1 for each pair, of shape [N].</param>
        /// <param name="margin">The cosine that unlike pairs may have; 0 by default.</param>
        /// <param name="reduction">How the pairs' losses become the result; their mean by default.</param>
        /// <returns>A tensor of no dimensions, or [N] where nothing is reduced.</returns>
        /// <exception cref="ArgumentException">The shapes do not fit.</exception>
        public Tensor CosineEmbeddingLoss(Tensor other, Tensor target, double margin = 0, LossReduction reduction = LossReduction.Mean)
        {
            Tensor cosine = x.CosineSimilarity(other);
            PairLoss.SameShape(cosine, target, "CosineEmbeddingLoss");
            return PairLoss.Reduced(Tensor.Where(target.Detach().Greater(0), 1 - cosine, (cosine - margin).Relu()), reduction);
        }

        /// <summary>max(0, ‖a − p + ε‖ − ‖a − n + ε‖ + margin) along the last dimension: PyTorch's <c>F.triplet_margin_loss</c>.</summary>
        /// <remarks>Schroff, Kalenichenko and Philbin: FaceNet (2015); the swap is that of Balntas et al. (2016).</remarks>
        /// <param name="positive">p, which should be near to the anchor a, this tensor.</param>
        /// <param name="negative">n, which should be far.</param>
        /// <param name="margin">By how much farther; 1 by default.</param>
        /// <param name="p">The exponent of the norm, above 0; 2 by default.</param>
        /// <param name="eps">ε, so that equal vectors have a gradient; 1e-6 by default.</param>
        /// <param name="swap">Whether the distance from p to n counts where it is smaller than that from a to n.</param>
        /// <param name="reduction">How the triplets' losses become the result; their mean by default.</param>
        /// <returns>A tensor of no dimensions, or one number for each triplet where nothing is reduced.</returns>
        /// <exception cref="ArgumentException">The shapes differ.</exception>
        public Tensor TripletMarginLoss(
            Tensor positive, Tensor negative, double margin = 1, double p = 2, double eps = 1e-6, bool swap = false, LossReduction reduction = LossReduction.Mean)
        {
            ArgumentNullException.ThrowIfNull(positive);
            ArgumentNullException.ThrowIfNull(negative);
            PairLoss.SameShape(x, positive, "TripletMarginLoss");
            PairLoss.SameShape(x, negative, "TripletMarginLoss");
            (x, positive, negative) = (Arithmetic.Real(x), Arithmetic.Real(positive), Arithmetic.Real(negative));
            Tensor near = Distance(x, positive, p, eps), far = Distance(x, negative, p, eps);
            far = swap ? Tensor.Minimum(far, Distance(positive, negative, p, eps)) : far;
            return PairLoss.Reduced((near - far + margin).Relu(), reduction);
        }
    }

    private static Tensor Distance(Tensor a, Tensor b, double p, double eps) => p == 2 ? (a - b + eps).Square().Sum(-1).Sqrt() : (a - b + eps).Norm(p, [-1]);
}
