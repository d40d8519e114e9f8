using Gradus.Tensors;

namespace Gradus.Learning.Data.Augmentations;

/// <summary>Blends each row of a batch with the one before it, inputs and targets alike; as torchvision's MixUp, for inputs of any shape.</summary>
/// <remarks>
/// x' = λ·x + (1 − λ)·x of the row before (the first takes the last), with one λ of Beta(α, α) a batch; targets become one share for each class, float32 [B, K], which cross-entropy takes. Batches must be in
/// random order. Zhang et al.: mixup: Beyond empirical risk minimization (ICLR 2018).
/// </remarks>
public sealed class MixUp : Augmentation
{
    private readonly int _classes;
    private readonly double _alpha;

    /// <summary>Makes the augmentation.</summary>
    /// <param name="numClasses">K, the number of classes.</param>
    /// <param name="alpha">α, greater than 0; 1 by default. Small values leave most rows nearly as they are.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are fewer than two classes, or α is not greater than 0.</exception>
    public MixUp(int numClasses, double alpha = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(numClasses, 2);
        (_classes, _alpha) = (numClasses, Ranges.Positive(alpha, nameof(alpha)));
    }

    /// <inheritdoc/>
    public override Batch Apply(Batch batch, Rng rng)
    {
        ArgumentNullException.ThrowIfNull(rng);
        if (batch.Inputs.DType != DType.Float32 || batch.Inputs.Rank < 2)
        {
            throw new ArgumentException($"MixUp got inputs {batch.Inputs.DType} [{string.Join(", ", batch.Inputs.Shape.ToArray())}]; it blends Float32 [B, ...].", nameof(batch));
        }

        double own = BetaDistribution.Draw(rng, _alpha);
        Tensor targets = ClassShares.Mix(batch.Targets, _classes, own, nameof(MixUp));
        Tensor inputs = Tensor.Empty(DType.Float32, batch.Inputs.Shape);
        RowBlend.Run(batch.Inputs.AsSpan<float>(), inputs.AsWritableSpan<float>(), batch.Inputs.ElementCount / batch.Inputs.Shape[0], own);
        return batch with { Inputs = inputs, Targets = targets };
    }
}
