using Gradus.Tensors;

namespace Gradus.Learning.Layers;

/// <summary>scale · x where it is positive, else scale · α (eˣ − 1), with the two constants that keep mean 0 and variance 1 (Klambauer et al., 2017).</summary>
/// <remarks>Any shape. It wants weights of variance 1 / fan in, and <see cref="AlphaDropout"/> in place of dropout.</remarks>
public sealed class SELU : Layer
{
    /// <inheritdoc/>
    protected override Tensor Compute(Tensor input) => input.Selu();
}
