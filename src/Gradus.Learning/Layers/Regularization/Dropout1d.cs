using Gradus.Tensors;

namespace Gradus.Learning.Layers;

/// <summary>Dropout of whole channels of sequences (Tompson et al., 2015): in training each channel of each example becomes 0 with probability p, else it is divided by 1 − p.</summary>
/// <remarks>
/// Input and output [N, C, L] or [C, L]. Neighbours in a sequence are alike, so that dropping single ones hides little.
/// </remarks>
public sealed class Dropout1d : DropoutLayer
{
    /// <summary>Makes the layer.</summary>
    /// <param name="probability">p, the probability of a zero, in [0, 1]; 0.5 by default.</param>
    /// <exception cref="ArgumentOutOfRangeException">It lies outside.</exception>
    public Dropout1d(double probability = 0.5)
        : base(probability)
    {
    }

    private protected override Tensor Drop(Tensor input, Rng rng) => FeatureDropout(input, rng, 1);
}
