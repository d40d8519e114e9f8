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
}
