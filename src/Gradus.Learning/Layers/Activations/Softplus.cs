using Gradus.Tensors;

namespace Gradus.Learning.Layers;

/// <summary>ln(1 + e^(β x)) / β, a smooth max(0, x), value by value.</summary>
/// <remarks>Any shape. Its slope is the sigmoid of β x.</remarks>
public sealed class Softplus : Layer
{
    /// <summary>Makes the layer.</summary>
    /// <param name="beta">How steep it is, above 0; 1 by default.</param>
    /// <param name="threshold">Where β x is above this, the result is x; 20 by default.</param>
    /// <exception cref="ArgumentOutOfRangeException">β is not above 0.</exception>
    public Softplus(double beta = 1, double threshold = 20)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(beta);
        Beta = beta;
        Threshold = threshold;
    }

    /// <summary>How steep it is, above 0.</summary>
    public double Beta { get; }

    /// <summary>Where β x is above this, the result is x.</summary>
    public double Threshold { get; }

    /// <inheritdoc/>
    protected override Tensor Compute(Tensor input) => input.Softplus(Beta, Threshold);

    /// <inheritdoc/>
    protected override string Describe() => $"beta={PythonText.Number(Beta)}, threshold={PythonText.Number(Threshold)}";
}
