using Gradus.Tensors;

namespace Gradus.Learning.Layers;

/// <summary>Cuts an axis into several: the reverse of <see cref="Flatten"/>.</summary>
public sealed class Unflatten : Layer
{
    private readonly int[] _sizes;

    /// <summary>Makes the layer.</summary>
    /// <param name="axis">The axis that is cut.</param>
    /// <param name="sizes">The sizes in its place, whose product is the axis's; one may be −1 and follows from the others.</param>
    /// <exception cref="ArgumentException">There is no size.</exception>
    public Unflatten(int axis, params IReadOnlyList<int> sizes)
    {
        ArgumentNullException.ThrowIfNull(sizes);
        Axis = axis;
        _sizes = sizes.Count > 0 ? [.. sizes] : throw new ArgumentException("Unflatten got no sizes; give those that come in place of the axis.", nameof(sizes));
    }

    /// <summary>The axis that is cut.</summary>
    public int Axis { get; }

    /// <summary>The sizes in its place.</summary>
    public IReadOnlyList<int> Sizes => _sizes;

    /// <inheritdoc/>
    protected override Tensor Compute(Tensor input) => input.Unflatten(Axis, _sizes);

    /// <inheritdoc/>
    protected override string Describe() => $"dim={Axis}, unflattened_size={PythonText.Tuple(_sizes)}";
}
