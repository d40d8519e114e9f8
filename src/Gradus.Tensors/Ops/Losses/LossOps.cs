using Gradus.Tensors.Autograd;
using Gradus.Tensors.Kernels.Losses;
using Gradus.Tensors.Ops.Losses;

namespace Gradus.Tensors;

/// <summary>Losses of a prediction and a target of the same shape. Shapes are not broadcast, for that is nearly always a mistake here.</summary>
public static class LossOps
{
    extension(Tensor x)
    {
        /// <summary>−(w₊ y ln σ(x) + (1 − y) ln(1 − σ(x))) · weight: PyTorch's <c>F.binary_cross_entropy_with_logits</c>, stable for large scores.</summary>
        /// <param name="target">y, from 0 to 1, of the shape of x.</param>
        /// <param name="weight">A weight for each element, which broadcasts; 1 by default.</param>
        /// <param name="posWeight">w₊, the weight of positives, which broadcasts; 1 by default.</param>
        /// <param name="reduction">How the elements' losses become the result; their mean by default.</param>
        /// <returns>A tensor of no dimensions, or of the shape of x where nothing is reduced.</returns>
        /// <exception cref="ArgumentException">The shapes differ.</exception>
        public Tensor BinaryCrossEntropyWithLogits(Tensor target, Tensor? weight = null, Tensor? posWeight = null, LossReduction reduction = LossReduction.Mean)
        {
            PairLoss.SameShape(x, target, "BinaryCrossEntropyWithLogits");
            x = Arithmetic.Real(x);
            Tensor? own = weight?.To(x.DType), positive = posWeight?.To(x.DType);
            if (own is null && (positive is null || (positive.ElementCount == 1 && !Recording.Of(positive))))
            {
                return positive is null
                    ? PairLoss.Run(x, target, new LogitError(1), static (a, b) => Logits(a, b, null), static (a, b) => LogitSlope(a, b, null), reduction, "BinaryCrossEntropyWithLogits")
                    : Weighted(x, target, positive, reduction);
            }

            Tensor each = Logits(x, target.To(x.DType), positive);
            return PairLoss.Reduced(own is null ? each : each * own, reduction);
        }

        /// <summary>(x − target)²: PyTorch's <c>F.mse_loss</c>.</summary>
        /// <param name="target">The wanted values, of the shape of x.</param>
        /// <param name="reduction">How the elements' losses become the result; their mean by default.</param>
        /// <returns>A tensor of no dimensions, or of the shape of x where nothing is reduced.</returns>
        /// <exception cref="ArgumentException">The shapes differ.</exception>
        public Tensor MseLoss(Tensor target, LossReduction reduction = LossReduction.Mean) =>
            PairLoss.Run(x, target, default(SquaredError), (a, b) => (a - b).Square(), (a, b) => (a - b) * 2, reduction, "MseLoss");

        /// <summary>|x − target|: PyTorch's <c>F.l1_loss</c>. The gradient is 0 where both are equal.</summary>
        /// <param name="target">The wanted values, of the shape of x.</param>
        /// <param name="reduction">How the elements' losses become the result; their mean by default.</param>
        /// <returns>A tensor of no dimensions, or of the shape of x where nothing is reduced.</returns>
        /// <exception cref="ArgumentException">The shapes differ.</exception>
        public Tensor L1Loss(Tensor target, LossReduction reduction = LossReduction.Mean) =>
            PairLoss.Run(x, target, default(AbsoluteError), (a, b) => (a - b).Abs(), (a, b) => (a - b).Sign(), reduction, "L1Loss");

        /// <summary>d² / (2 β) where |d| is below β, else |d| − β / 2, with d = x − target: PyTorch's <c>F.smooth_l1_loss</c>.</summary>
        /// <param name="target">The wanted values, of the shape of x.</param>
        /// <param name="reduction">How the elements' losses become the result; their mean by default.</param>
        /// <param name="beta">β, above 0; 1 by default.</param>
        /// <returns>A tensor of no dimensions, or of the shape of x where nothing is reduced.</returns>
        /// <exception cref="ArgumentException">The shapes differ.</exception>
        /// <exception cref="ArgumentOutOfRangeException">β is not above 0.</exception>
        public Tensor SmoothL1Loss(Tensor target, LossReduction reduction = LossReduction.Mean, double beta = 1) => Rounded(x, target, beta, beta, reduction, "SmoothL1Loss", nameof(beta));

        /// <summary>d² / 2 where |d| is up to δ, else δ (|d| − δ / 2), with d = x − target: PyTorch's <c>F.huber_loss</c>.</summary>
        /// <remarks>Huber: Robust estimation of a location parameter (1964).</remarks>
        /// <param name="target">The wanted values, of the shape of x.</param>
        /// <param name="reduction">How the elements' losses become the result; their mean by default.</param>
        /// <param name="delta">δ, above 0; 1 by default.</param>
        /// <returns>A tensor of no dimensions, or of the shape of x where nothing is reduced.</returns>
        /// <exception cref="ArgumentException">The shapes differ.</exception>
        /// <exception cref="ArgumentOutOfRangeException">δ is not above 0.</exception>
        public Tensor HuberLoss(Tensor target, LossReduction reduction = LossReduction.Mean, double delta = 1) => Rounded(x, target, delta, delta * delta, reduction, "HuberLoss", nameof(delta));

        /// <summary>target · (ln target − x) for log-probabilities x: PyTorch's <c>F.kl_div</c>. The mean over a batch, "batchmean", is the sum over the count of rows.</summary>
        /// <remarks>Kullback and Leibler: On information and sufficiency (1951).</remarks>
        /// <param name="target">Probabilities, or their logarithms, of the shape of x.</param>
        /// <param name="reduction">How the elements' losses become the result; their mean by default.</param>
        /// <param name="logTarget">Whether the target holds logarithms.</param>
        /// <returns>A tensor of no dimensions, or of the shape of x where nothing is reduced.</returns>
        /// <exception cref="ArgumentException">The shapes differ.</exception>
        public Tensor KlDivergence(Tensor target, LossReduction reduction = LossReduction.Mean, bool logTarget = false)
        {
            PairLoss.SameShape(x, target, "KlDivergence");
            x = Arithmetic.Real(x);
            target = target.To(x.DType);
            if (logTarget)
            {
                return PairLoss.Reduced(target.Exp() * (target - x), reduction);
            }

            // 0 ln 0 counts as 0.
            Tensor logarithm = Tensor.Where(target.Detach().Greater(0), target, Tensor.Scalar(1, x.DType)).Log();
            return PairLoss.Reduced((target * logarithm) - (target * x), reduction);
        }
    }

    // Apart from the plain loss, which needs no closures.
    private static Tensor Weighted(Tensor x, Tensor target, Tensor positive, LossReduction reduction) => PairLoss.Run(
        x, target, new LogitError((float)positive.Item()), (a, b) => Logits(a, b, positive), (a, b) => LogitSlope(a, b, positive), reduction, "BinaryCrossEntropyWithLogits");

    private static Tensor LogitSlope(Tensor x, Tensor target, Tensor? positive) => 1 - target - (Slant(target, positive) * (-x).Sigmoid());

    private static Tensor Logits(Tensor x, Tensor target, Tensor? positive) => ((1 - target) * x) + (Slant(target, positive) * (-x).Softplus());

    private static Tensor Slant(Tensor target, Tensor? positive) => positive is null ? Tensor.OnesLike(target) : ((positive - 1) * target) + 1;

    private static Tensor Rounded(Tensor x, Tensor target, double width, double height, LossReduction reduction, string what, string name)
    {
        if (!(width > 0))
        {
            throw new ArgumentOutOfRangeException(name, width, $"{what} needs {name} above 0; for the absolute error take L1Loss.");
        }

        return PairLoss.Run(
            x,
            target,
            new RoundedError((float)width, (float)height),
            (a, b) =>
            {
                Tensor size = ((a - b) / width).Abs();
                return Tensor.Where(size.Detach().Less(1), size.Square() * 0.5, size - 0.5) * height;
            },
            (a, b) => ((a - b) / width).Clamp(-1, 1) * (height / width),
            reduction,
            what);
    }
}
