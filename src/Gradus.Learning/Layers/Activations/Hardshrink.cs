using Gradus.Tensors;

namespace Gradus.Learning.Layers;

/// <summary>x, but 0 where |x| ≤ λ.</summary>
/// <remarks>Any shape. It jumps at ±λ.</remarks>
public sealed class Hardshrink : Layer
{
    /// <summary>Makes the layer.</summary>
    /// <param name="lambda">The bound, at least 0; 0.5 by default.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is negative.</exception>
    public Hardshrink(double lambda = 0.5)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(lambda);
        Lambda = lambda;
    }

    /// <summary>The bound, at least 0.</summary>
    public double Lambda { get; }

    /// <inheritdoc/>
    protected override Tensor Compute(Tensor input) => input.Hardshrink(Lambda);

    /// <inheritdoc/>
    protected override string Describe() => $"{PythonText.Number(Lambda)}";
}
