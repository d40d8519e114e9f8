using Gradus.Tensors;

namespace Gradus.Learning.Losses;

/// <summary>Triplet loss: the mean of max(0, ‖a − p + ε‖ − ‖a − n + ε‖ + margin). PyTorch's <c>nn.TripletMarginLoss</c>.</summary>
/// <remarks>
/// Schroff, Kalenichenko and Philbin, FaceNet (2015): an anchor lies nearer to what is like it than to what is not, by a margin.
/// </remarks>
/// <param name="Margin">By how much nearer.</param>
/// <param name="P">The exponent of the norm.</param>
/// <param name="Epsilon">ε, so that equal vectors have a gradient.</param>
/// <param name="Swap">Whether the distance from p to n counts where it is smaller than that from a to n (Balntas et al., 2016).</param>
/// <param name="Reduction">How the losses of the triplets become the result; their mean by default.</param>
public sealed record TripletMargin(double Margin = 1, double P = 2, double Epsilon = 1e-6, bool Swap = false, LossReduction Reduction = LossReduction.Mean)
{
    /// <summary>Computes the loss.</summary>
    /// <param name="anchors">a, [N, D] or any shape whose last axis holds the vectors.</param>
    /// <param name="positives">p, of the same shape.</param>
    /// <param name="negatives">n, of the same shape.</param>
    /// <returns>A single value, or one for each triplet where nothing is reduced.</returns>
    /// <exception cref="ArgumentException">Shapes differ.</exception>
    public Tensor Forward(Tensor anchors, Tensor positives, Tensor negatives)
    {
        ArgumentNullException.ThrowIfNull(anchors);
        return anchors.TripletMarginLoss(positives, negatives, Margin, P, Epsilon, Swap, Reduction);
    }
}
