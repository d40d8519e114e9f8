using Gradus.Tensors;

namespace Gradus.Learning.Layers;

/// <summary>The rectifier max(x, 0), value by value.</summary>
/// <remarks>Any shape. The gradient is 1 where x &gt; 0, else 0, at 0 too, as in PyTorch.</remarks>
public sealed class ReLU : Layer
{
    internal override Activation Epilogue => Activation.Relu;

    /// <inheritdoc/>
    protected override Tensor Compute(Tensor input) => input.Relu();
}
