using Gradus.Tensors;

namespace Gradus.Learning.Layers;

/// <summary>x moved by λ towards 0, and 0 where |x| ≤ λ.</summary>
/// <remarks>Any shape. The step that makes coefficients sparse under an L1 penalty.</remarks>
public sealed class Softshrink : Layer
{
    /// <summary>Makes the layer.</summary>
    /// <param name="lambda">The step, at least 0; 0.5 by default.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is negative.</exception>
    public Softshrink(double lambda = 0.5)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(lambda);
        Lambda = lambda;
    }

    /// <summary>The step, at least 0.</summary>
    public double Lambda { get; }

    /// <inheritdoc/>
    protected override Tensor Compute(Tensor input) => input.Softshrink(Lambda);

    /// <inheritdoc/>
    protected override string Describe() => $"{PythonText.Number(Lambda)}";
}
