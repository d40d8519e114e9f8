using Gradus.Tensors;

namespace Gradus.Learning.Layers;

/// <summary>The hyperbolic tangent, value by value.</summary>
/// <remarks>Any shape.</remarks>
public sealed class Tanh : Layer
{
    /// <inheritdoc/>
    public override Tensor Forward(Tensor input) => input.Tanh();
}
