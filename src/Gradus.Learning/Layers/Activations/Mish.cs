using Gradus.Tensors;

namespace Gradus.Learning.Layers;

/// <summary>x tanh(ln(1 + eˣ)), value by value (Misra, 2019).</summary>
/// <remarks>Any shape.</remarks>
public sealed class Mish : Layer
{
    /// <inheritdoc/>
    protected override Tensor Compute(Tensor input) => input.Mish();
}
