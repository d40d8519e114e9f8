using Gradus.Tensors;

namespace Gradus.Learning.Layers;

/// <summary>The logistic function 1 / (1 + e⁻ˣ), value by value.</summary>
/// <remarks>Any shape. For a loss take the logits and <c>BinaryCrossEntropyWithLogits</c> instead: the pair is exact where this one saturates.</remarks>
public sealed class Sigmoid : Layer
{
    internal override Activation Epilogue => Activation.Sigmoid;

    /// <inheritdoc/>
    protected override Tensor Compute(Tensor input) => input.Sigmoid();
}
