using Gradus.Tensors;

namespace Gradus.Learning.Layers;

/// <summary>(x + 3) / 6 between −3 and 3, 0 below and 1 above, value by value.</summary>
/// <remarks>Any shape. A sigmoid of straight lines.</remarks>
public sealed class Hardsigmoid : Layer
{
    /// <inheritdoc/>
    protected override Tensor Compute(Tensor input) => input.Hardsigmoid();
}
