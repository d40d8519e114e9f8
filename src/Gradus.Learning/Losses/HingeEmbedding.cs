using Gradus.Tensors;

namespace Gradus.Learning.Losses;

/// <summary>Hinge loss of distances: x for pairs that belong together, max(0, margin − x) for others. PyTorch's <c>nn.HingeEmbeddingLoss</c>.</summary>
/// <param name="Margin">The distance that unlike pairs should have.</param>
/// <param name="Reduction">How the losses of the values become the result; their mean by default.</param>
public sealed record HingeEmbedding(double Margin = 1, LossReduction Reduction = LossReduction.Mean)
{
    /// <summary>Computes the loss.</summary>
    /// <param name="distances">Distances of any shape.</param>
    /// <param name="targets">1 for pairs that belong together, −1 for others, of the same shape.</param>
    /// <returns>A single value, or one for each element where nothing is reduced.</returns>
    /// <exception cref="ArgumentException">Shapes differ, or a target is neither 1 nor −1.</exception>
    public Tensor Forward(Tensor distances, Tensor targets)
    {
        ArgumentNullException.ThrowIfNull(distances);
        Signs.Demand(nameof(HingeEmbedding), distances.Shape, targets);
        return distances.HingeEmbeddingLoss(targets, Margin, Reduction);
    }
}
