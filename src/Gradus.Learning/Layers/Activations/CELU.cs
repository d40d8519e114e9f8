using Gradus.Tensors;

namespace Gradus.Learning.Layers;

/// <summary>max(0, x) + min(0, α (e^(x / α) − 1)), which is smooth for every α (Barron, 2017).</summary>
/// <remarks>Any shape.</remarks>
public sealed class CELU : Layer
{
    /// <summary>Makes the layer.</summary>
    /// <param name="alpha">The distance to which it falls for very negative x, above 0; 1 by default.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is not above 0.</exception>
    public CELU(double alpha = 1)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(alpha);
        Alpha = alpha;
    }

    /// <summary>The distance to which it falls for very negative x, above 0.</summary>
    public double Alpha { get; }

    /// <inheritdoc/>
    protected override Tensor Compute(Tensor input) => input.Celu(Alpha);

    /// <inheritdoc/>
    protected override string Describe() => $"alpha={PythonText.Number(Alpha)}";
}
