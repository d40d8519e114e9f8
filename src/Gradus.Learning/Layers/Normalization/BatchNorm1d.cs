using Gradus.Tensors;

namespace Gradus.Learning.Layers;

/// <summary>Batch normalization of features (Ioffe and Szegedy, 2015): y = γ (x − μ) / √(σ² + ε) + β.</summary>
/// <remarks>
/// <para>Input and output [N, C] or [N, C, L]. In training μ and σ² are those of the batch (and the places, where there are some), with the biased variance, and the running statistics move by
/// <c>running ← (1 − momentum) running + momentum batch</c>, for the variance with the unbiased one. In evaluation mode the running statistics are used.</para>
/// <para>Parameters <c>weight</c> γ (ones) and <c>bias</c> β (zeros); buffers <c>running_mean</c> (zeros), <c>running_var</c> (ones) and <c>num_batches_tracked</c>.
/// The lab train-and-evaluation-mode shows what a forgotten mode does.</para>
/// </remarks>
public sealed class BatchNorm1d : BatchNorm
{
    /// <summary>Makes the layer.</summary>
    /// <param name="features">C, the size of the second axis of the input.</param>
    /// <param name="epsilon">ε, added to the variance.</param>
    /// <param name="momentum">The share of a new batch in the running statistics; null makes them the plain average over all batches.</param>
    /// <param name="affine">Whether γ and β are learned.</param>
    /// <param name="trackRunningStats">Whether running statistics are kept; without them evaluation uses the batch too.</param>
    /// <param name="dtype">The element type of the parameters.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no feature, epsilon is not positive, or momentum lies outside [0, 1].</exception>
    public BatchNorm1d(int features, double epsilon = 1e-5, double? momentum = 0.1, bool affine = true, bool trackRunningStats = true, DType dtype = DType.Float32)
        : this(new BatchNormOptions(features, epsilon, momentum, affine, trackRunningStats, dtype))
    {
    }

    /// <summary>Makes the layer from its options.</summary>
    /// <param name="options">The options.</param>
    public BatchNorm1d(BatchNormOptions options)
        : base(options)
    {
    }

    private protected override void Demand(Tensor input)
    {
        if (input.Rank is not (2 or 3) || input.Shape[1] != Options.Features)
        {
            throw WrongShape(input, $"[batch, {Options.Features}] or [batch, {Options.Features}, length]");
        }
    }
}
