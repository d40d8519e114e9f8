using Gradus.Tensors;

namespace Gradus.Learning.Layers;

/// <summary>min(max(x, 0), 6), value by value (Howard et al., 2017).</summary>
/// <remarks>Any shape. The bound suits numbers of few bits.</remarks>
public sealed class ReLU6 : Layer
{
    /// <inheritdoc/>
    protected override Tensor Compute(Tensor input) => input.Relu6();
}
