using Gradus.Tensors;

namespace Gradus.Learning.Layers;

/// <summary>What all dropouts share: the probability, the random stream, and that evaluation mode is the identity.</summary>
/// <remarks>Masks come from a stream keyed by the seed of the model (<see cref="Module.Initialize"/>) and the path of the layer.</remarks>
public abstract class DropoutLayer : Layer
{
    private protected DropoutLayer(double probability)
    {
        if (!(probability >= 0 && probability <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(probability), probability, $"{GetType().Name} needs a probability in [0, 1].");
        }

        Probability = probability;
    }

    /// <summary>p, the probability of a drop.</summary>
    public double Probability { get; }

    internal override bool TakesExamplesApart => !Training && !IsWatched;

    /// <inheritdoc/>
    protected sealed override Tensor Compute(Tensor input) => Training && Probability > 0 ? Drop(input, Stream("dropout")) : input;

    /// <inheritdoc/>
    protected override string Describe() => $"p={PythonText.Number(Probability)}";

    private protected abstract Tensor Drop(Tensor input, Rng rng);

    /// <summary>Drops whole channels of a batch, or of one example without a batch, whose channels have so many dimensions.</summary>
    private protected Tensor FeatureDropout(Tensor input, Rng rng, int dimensions) => (input.Rank - dimensions) switch
    {
        2 => input.FeatureDropout(Probability, rng),
        1 => input.Unsqueeze(0).FeatureDropout(Probability, rng).Squeeze(0),
        _ => throw new ArgumentException($"{GetType().Name} got an input of shape [{string.Join(", ", input.Shape.ToArray())}]; it must have {dimensions + 2} dimensions, [batch, channels, ...], or {dimensions + 1} without the batch.", nameof(input)),
    };
}
