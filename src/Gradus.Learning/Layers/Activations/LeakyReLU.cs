using Gradus.Tensors;

namespace Gradus.Learning.Layers;

/// <summary>x where it is positive, else slope · x (Maas, Hannun and Ng, 2013).</summary>
/// <remarks>Any shape. Its gradient is never 0, so that a unit cannot die. The lab dead-relu compares it with ReLU.</remarks>
public sealed class LeakyReLU : Layer
{
    /// <summary>Makes the layer.</summary>
    /// <param name="negativeSlope">The slope below 0, at least 0; 0.01 by default.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is negative.</exception>
    public LeakyReLU(double negativeSlope = 0.01)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(negativeSlope);
        NegativeSlope = negativeSlope;
    }

    /// <summary>The slope below 0, at least 0.</summary>
    public double NegativeSlope { get; }

    /// <inheritdoc/>
    protected override Tensor Compute(Tensor input) => input.LeakyRelu(NegativeSlope);

    /// <inheritdoc/>
    protected override string Describe() => $"negative_slope={PythonText.Number(NegativeSlope)}";
}
