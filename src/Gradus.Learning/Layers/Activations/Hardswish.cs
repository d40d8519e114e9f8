using Gradus.Tensors;

namespace Gradus.Learning.Layers;

/// <summary>x (x + 3) / 6 between −3 and 3, 0 below and x above, value by value (Howard et al., 2019).</summary>
/// <remarks>Any shape. A SiLU of simple arithmetic.</remarks>
public sealed class Hardswish : Layer
{
    /// <inheritdoc/>
    protected override Tensor Compute(Tensor input) => input.Hardswish();
}
