using Gradus.Tensors;

namespace Gradus.Learning.Losses;

/// <summary>Cosine loss of pairs of vectors: 1 − cos(a, b) for pairs that belong together, max(0, cos(a, b) − margin) for others. PyTorch's <c>nn.CosineEmbeddingLoss</c>.</summary>
/// <param name="Margin">The cosine that unlike pairs may have, from −1 to 1.</param>
/// <param name="Reduction">How the losses of the pairs become the result; their mean by default.</param>
public sealed record CosineEmbedding(double Margin = 0, LossReduction Reduction = LossReduction.Mean)
{
    /// <summary>Computes the loss.</summary>
    /// <param name="first">a, [N, D].</param>
    /// <param name="second">b, [N, D].</param>
    /// <param name="targets">1 for pairs that belong together, −1 for others, [N].</param>
    /// <returns>A single value, or [N] where nothing is reduced.</returns>
    /// <exception cref="ArgumentException">Shapes do not fit, or a target is neither 1 nor −1.</exception>
    public Tensor Forward(Tensor first, Tensor second, Tensor targets)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        Signs.Demand(nameof(CosineEmbedding), first.Rank == 2 && first.Shape.SequenceEqual(second.Shape) ? first.Shape[..1] : [-1], targets);
        return first.CosineEmbeddingLoss(second, targets, Margin, Reduction);
    }
}
