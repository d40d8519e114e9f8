using Gradus.Tensors;

namespace Gradus.Learning.Layers;

/// <summary>Dropout for <see cref="SELU"/> (Klambauer et al., 2017): a dropped value becomes the least value of SELU, then all are scaled and shifted so that mean 0 and variance 1 stay.</summary>
/// <remarks>
/// Any shape. Evaluation mode is the identity.
/// </remarks>
public sealed class AlphaDropout : DropoutLayer
{
    /// <summary>Makes the layer.</summary>
    /// <param name="probability">p, the probability of a drop, in [0, 1]; 0.5 by default. With 1 all becomes 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">It lies outside.</exception>
    public AlphaDropout(double probability = 0.5)
        : base(probability)
    {
    }

    private protected override Tensor Drop(Tensor input, Rng rng) => input.AlphaDropout(Probability, rng);
}
