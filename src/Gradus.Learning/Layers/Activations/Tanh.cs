using Gradus.Tensors;

namespace Gradus.Learning.Layers;

/// <summary>The hyperbolic tangent, value by value.</summary>
/// <remarks>Any shape.</remarks>
public sealed class Tanh : Layer
{
    internal override Activation Epilogue => Activation.Tanh;

    /// <inheritdoc/>
    protected override Tensor Compute(Tensor input) => input.Tanh();
}
