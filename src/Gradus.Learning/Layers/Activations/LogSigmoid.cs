using Gradus.Tensors;

namespace Gradus.Learning.Layers;

/// <summary>ln(1 / (1 + e⁻ˣ)), value by value, without overflow.</summary>
/// <remarks>Any shape.</remarks>
public sealed class LogSigmoid : Layer
{
    /// <inheritdoc/>
    protected override Tensor Compute(Tensor input) => input.LogSigmoid();
}
