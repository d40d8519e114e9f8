using Gradus.Tensors.Autograd;
using Gradus.Tensors.Ops.Losses;
using Gradus.Tensors.Shapes;

namespace Gradus.Tensors;

/// <summary>Binary cross-entropy of probabilities.</summary>
public static class BinaryCrossEntropyOp
{
    // As in PyTorch: logarithms are −100 at least, and the slope's denominator is 1e-12 at least.
    private const double LeastLogarithm = -100;
    private const double LeastVariance = 1e-12;

    extension(Tensor x)
    {
        /// <summary>−(y ln x + (1 − y) ln(1 − x)) · weight for probabilities x: PyTorch's <c>F.binary_cross_entropy</c>. From scores, <c>BinaryCrossEntropyWithLogits</c> is more exact.</summary>
        /// <param name="target">y, from 0 to 1, of the shape of x.</param>
        /// <param name="weight">A weight for each element, which broadcasts; 1 by default.</param>
        /// <param name="reduction">How the elements' losses become the result; their mean by default.</param>
        /// <returns>A tensor of no dimensions, or of the shape of x where nothing is reduced. Logarithms are −100 at least.</returns>
        /// <exception cref="ArgumentException">The shapes differ.</exception>
        /// <exception cref="ArgumentOutOfRangeException">An element of x does not lie from 0 to 1.</exception>
        public Tensor BinaryCrossEntropy(Tensor target, Tensor? weight = null, LossReduction reduction = LossReduction.Mean)
        {
            PairLoss.SameShape(x, target, "BinaryCrossEntropy");
            x = Arithmetic.Real(x);
            RequireProbabilities(x.Detach());
            Tensor each = Run(x, target.To(x.DType));
            return PairLoss.Reduced(weight is null ? each : each * weight.To(x.DType), reduction);
        }
    }

    private static void RequireProbabilities(Tensor x)
    {
        // NaN comes through both extremes.
        if (x.ElementCount == 0 || (x.Min().Item() >= 0 && x.Max().Item() <= 1))
        {
            return;
        }

        double[] values = x.ToArray<double>();
        int bad = Array.FindIndex(values, value => !(value >= 0 && value <= 1));
        throw new ArgumentOutOfRangeException(
            nameof(x),
            values[bad],
            $"BinaryCrossEntropy got {values[bad]} at {ShapeMath.FormatIndex(bad, x.Sizes)}; probabilities lie from 0 to 1. Apply Sigmoid first, or give scores to BinaryCrossEntropyWithLogits.");
    }

    private static Tensor Run(Tensor x, Tensor target)
    {
        Tensor p = x.Detach(), y = target.Detach();
        Tensor loss = -((y * Logarithm(p)) + ((1 - y) * Logarithm(1 - p)));
        if (Recording.Of(x, target))
        {
            loss.Node = new BinaryCrossEntropyNode(x, target);
        }

        return loss;
    }

    private static Tensor Logarithm(Tensor x) => x.Log().Clamp(LeastLogarithm, double.PositiveInfinity);

    private sealed class BinaryCrossEntropyNode : Node
    {
        internal BinaryCrossEntropyNode(Tensor x, Tensor target)
            : base(x, target) => Save(x, target);

        internal override string Name => "BinaryCrossEntropy";

        internal override void Backward(Tensor gradient)
        {
            Tensor x = Saved0, target = Saved1;
            if (Needs(0))
            {
                Send(0, gradient * (x - target) / (x * (1 - x)).Clamp(LeastVariance, double.PositiveInfinity));
            }

            if (Needs(1))
            {
                Send(1, gradient * (Logarithm(1 - x) - Logarithm(x)));
            }
        }
    }
}
