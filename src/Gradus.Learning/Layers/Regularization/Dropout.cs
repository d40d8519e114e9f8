using Gradus.Tensors;

namespace Gradus.Learning.Layers;

/// <summary>Inverted dropout (Srivastava et al., 2014): in training each value becomes 0 with probability p, else it is divided by 1 − p.</summary>
/// <remarks>
/// Any shape. The expected value is kept in training, so evaluation mode is the identity. Masks come from a stream keyed by the seed of the model
/// (<see cref="Module.Initialize"/>) and the path of the layer. The lab dropout shows the gap between training and validation with and without it.
/// </remarks>
public sealed class Dropout : Layer
{
    private Rng? _rng;

    /// <summary>Makes the layer.</summary>
    /// <param name="probability">p, the probability of a zero, in [0, 1].</param>
    /// <exception cref="ArgumentOutOfRangeException">It lies outside [0, 1].</exception>
    public Dropout(double probability = 0.5)
    {
        if (!(probability >= 0 && probability <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(probability), probability, "Dropout needs a probability in [0, 1].");
        }

        Probability = probability;
    }

    /// <summary>p, the probability of a zero.</summary>
    public double Probability { get; }

    /// <inheritdoc/>
    protected override Tensor Compute(Tensor input)
    {
        if (!Training || Probability == 0)
        {
            return input;
        }

        return input.Dropout(Probability, _rng ??= Stream("dropout"));
    }

    /// <inheritdoc/>
    protected override string Describe() => $"p={PythonText.Number(Probability)}";

    /// <inheritdoc/>
    protected override void Reset(Rng rng) => _rng = Stream("dropout");
}
