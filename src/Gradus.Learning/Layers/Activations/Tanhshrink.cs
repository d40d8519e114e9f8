using Gradus.Tensors;

namespace Gradus.Learning.Layers;

/// <summary>x − tanh x, value by value.</summary>
/// <remarks>Any shape.</remarks>
public sealed class Tanhshrink : Layer
{
    /// <inheritdoc/>
    protected override Tensor Compute(Tensor input) => input.Tanhshrink();
}
