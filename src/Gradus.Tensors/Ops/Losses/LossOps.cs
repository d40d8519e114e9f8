using Gradus.Tensors.Shapes;

namespace Gradus.Tensors;

/// <summary>The losses that are trained most, from raw scores (logits), averaged over the batch.</summary>
public static class LossOps
{
    extension(Tensor x)
    {
        /// <summary>−ln softmax(x)[label], averaged over rows: PyTorch's <c>F.cross_entropy</c>.</summary>
        /// <param name="target">int64 labels of shape [N] from 0 to C − 1, or class probabilities of shape [N, C].</param>
        /// <param name="weight">A weight for each class, of shape [C]; with labels the mean is weighted. 1 by default.</param>
        /// <param name="labelSmoothing">ε in (1 − ε) · target + ε / C; 0 by default. Szegedy et al. (2016).</param>
        /// <returns>A tensor of no dimensions.</returns>
        /// <exception cref="ArgumentException">x is not [N, C], or the target does not fit.</exception>
        /// <exception cref="ArgumentOutOfRangeException">A label does not lie from 0 to C − 1, or ε from 0 to 1.</exception>
        public Tensor CrossEntropy(Tensor target, Tensor? weight = null, double labelSmoothing = 0)
        {
            ArgumentNullException.ThrowIfNull(target);
            if (!(labelSmoothing >= 0 && labelSmoothing <= 1))
            {
                throw new ArgumentOutOfRangeException(nameof(labelSmoothing), labelSmoothing, "Label smoothing must lie from 0 to 1.");
            }

            bool labels = !target.DType.IsFloatingPoint();
            bool fits = x.Rank == 2 && (labels ? target.Rank == 1 && target.Sizes[0] == x.Sizes[0] : target.Shape.SequenceEqual(x.Shape));
            if (!fits || (weight is not null && (weight.Rank != 1 || weight.Sizes[0] != x.Sizes[1])))
            {
                throw new ArgumentException(
                    $"CrossEntropy got logits {ShapeMath.Format(x.Sizes)} and a {target.DType} target {ShapeMath.Format(target.Sizes)}; it needs [N, C] with int64 labels [N] or probabilities [N, C], and weights [C].", nameof(target));
            }

            weight = weight?.To(x.DType);
            int classes = x.Sizes[1];
            Tensor logarithms = x.LogSoftmax(1);
            Tensor weighted = weight is null ? logarithms : logarithms * weight;
            if (!labels)
            {
                Tensor smooth = labelSmoothing == 0 ? target : (target * (1 - labelSmoothing)) + (labelSmoothing / classes);
                return -((weighted * smooth).Sum() / x.Sizes[0]);
            }

            Tensor index = target.Unsqueeze(1);
            Tensor total = weight is null ? Tensor.Scalar(x.Sizes[0], x.DType) : weight.IndexSelect(0, target).Sum();
            Tensor loss = -(weighted.Gather(1, index).Sum() / total);
            return labelSmoothing == 0 ? loss : (loss * (1 - labelSmoothing)) - (weighted.Sum() / total * (labelSmoothing / classes));
        }

        /// <summary>−(w₊ y ln σ(x) + (1 − y) ln(1 − σ(x))) · weight, averaged: PyTorch's <c>F.binary_cross_entropy_with_logits</c>, stable for large scores.</summary>
        /// <param name="target">y, from 0 to 1, of the shape of x.</param>
        /// <param name="weight">A weight for each element, which broadcasts; 1 by default.</param>
        /// <param name="posWeight">w₊, the weight of positives, which broadcasts; 1 by default.</param>
        /// <returns>A tensor of no dimensions.</returns>
        /// <exception cref="ArgumentException">The shapes differ.</exception>
        public Tensor BinaryCrossEntropyWithLogits(Tensor target, Tensor? weight = null, Tensor? posWeight = null)
        {
            SameShape(x, target, "BinaryCrossEntropyWithLogits");
            return BinaryCrossEntropy.Run(Arithmetic.Real(x), target, weight, posWeight);
        }

        /// <summary>(x − target)², averaged.</summary>
        /// <param name="target">The wanted values, of the shape of x.</param>
        /// <returns>A tensor of no dimensions.</returns>
        /// <exception cref="ArgumentException">The shapes differ; they are not broadcast, for that is nearly always a mistake here.</exception>
        public Tensor MseLoss(Tensor target)
        {
            SameShape(x, target, "MseLoss");
            return (x - target).Square().Mean();
        }
    }

    private static void SameShape(Tensor x, Tensor target, string what)
    {
        ArgumentNullException.ThrowIfNull(target);
        if (!x.Shape.SequenceEqual(target.Shape))
        {
            throw new ArgumentException($"{what} got scores {ShapeMath.Format(x.Sizes)} and a target {ShapeMath.Format(target.Sizes)}; the shapes must be equal. Did you forget Squeeze or Flatten?", nameof(target));
        }
    }
}
