using Gradus.Tensors;

namespace Gradus.Learning.Layers;

/// <summary>Inverted dropout (Srivastava et al., 2014): in training each value becomes 0 with probability p, else it is divided by 1 − p.</summary>
/// <remarks>
/// Any shape. The expected value is kept in training, so evaluation mode is the identity. Masks come from a stream keyed by the seed of the model
/// (<see cref="Module.Initialize"/>) and the path of the layer. The lab dropout shows the gap between training and validation with and without it.
/// </remarks>
public sealed class Dropout : DropoutLayer
{
    /// <summary>Makes the layer.</summary>
    /// <param name="probability">p, the probability of a zero, in [0, 1]; 0.5 by default.</param>
    /// <exception cref="ArgumentOutOfRangeException">It lies outside.</exception>
    public Dropout(double probability = 0.5)
        : base(probability)
    {
    }

    private protected override Tensor Drop(Tensor input, Rng rng) => input.Dropout(Probability, rng);
}
