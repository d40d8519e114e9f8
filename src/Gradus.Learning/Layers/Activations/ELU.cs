using Gradus.Tensors;

namespace Gradus.Learning.Layers;

/// <summary>x where it is positive, else α (eˣ − 1) (Clevert, Unterthiner and Hochreiter, 2016).</summary>
/// <remarks>Any shape.</remarks>
public sealed class ELU : Layer
{
    /// <summary>Makes the layer.</summary>
    /// <param name="alpha">The distance to which it falls for very negative x; 1 by default.</param>
    public ELU(double alpha = 1) => Alpha = alpha;

    /// <summary>The distance to which it falls for very negative x.</summary>
    public double Alpha { get; }

    /// <inheritdoc/>
    protected override Tensor Compute(Tensor input) => input.Elu(Alpha);

    /// <inheritdoc/>
    protected override string Describe() => $"alpha={PythonText.Number(Alpha)}";
}
