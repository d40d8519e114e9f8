using Gradus.Tensors;

namespace Gradus.Learning.Layers;

/// <summary>x σ(x), value by value, also called Swish (Elfwing, Uchibe and Doya, 2018).</summary>
/// <remarks>Any shape. Smooth, and a little below 0 for negative x.</remarks>
public sealed class SiLU : Layer
{
    /// <inheritdoc/>
    protected override Tensor Compute(Tensor input) => input.Silu();
}
