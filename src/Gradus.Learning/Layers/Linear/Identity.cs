using Gradus.Tensors;

namespace Gradus.Learning.Layers;

/// <summary>Gives its input back: the place where another layer was, or may come.</summary>
public sealed class Identity : Layer
{
    /// <inheritdoc/>
    protected override Tensor Compute(Tensor input) => input;
}
