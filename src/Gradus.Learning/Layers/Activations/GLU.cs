using Gradus.Tensors;

namespace Gradus.Learning.Layers;

/// <summary>a σ(b), where a is the first half of an axis and b the second (Dauphin et al., 2017).</summary>
/// <remarks>Any shape whose size along the axis is even; the output has half of it.</remarks>
public sealed class GLU : Layer
{
    /// <summary>Makes the layer.</summary>
    /// <param name="axis">The axis that is halved; the last by default.</param>
    public GLU(int axis = -1) => Axis = axis;

    /// <summary>The axis that is halved.</summary>
    public int Axis { get; }

    /// <inheritdoc/>
    protected override Tensor Compute(Tensor input) => input.Glu(Axis);

    /// <inheritdoc/>
    protected override string Describe() => $"dim={Axis}";
}
