using Gradus.Tensors;

namespace Gradus.Learning.Initializers;

/// <summary>The same value everywhere.</summary>
/// <param name="Value">The value.</param>
public record Constant(double Value) : Initializer
{
    /// <inheritdoc/>
    public override void Fill(Tensor parameter, Rng rng) => Draws.Fill(parameter, () => Value);
}
