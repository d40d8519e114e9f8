using Gradus.Tensors;

namespace Gradus.Learning.Layers;

/// <summary>x / (1 + |x|), value by value.</summary>
/// <remarks>Any shape. It saturates more slowly than tanh.</remarks>
public sealed class Softsign : Layer
{
    /// <inheritdoc/>
    protected override Tensor Compute(Tensor input) => input.Softsign();
}
