using Gradus.Tensors;

namespace Gradus.Learning.Layers;

/// <summary>w = g v / ‖v‖, a length for each slice of an axis or one for all.</summary>
internal sealed class WeightNormRule : WeightRule
{
    private readonly int[] _dims;
    private readonly ModuleTensor _length;

    internal WeightNormRule(Module module, string name, Tensor weight, int? axis)
    {
        if (axis is { } given && (given < -weight.Rank || given >= weight.Rank))
        {
            throw new ArgumentOutOfRangeException(nameof(axis), axis, $"WeightNorm got axis {axis} for '{name}' of shape [{string.Join(", ", weight.Shape.ToArray())}].");
        }

        int kept = axis is { } one ? (one + weight.Rank) % weight.Rank : -1;
        _dims = [.. Enumerable.Range(0, weight.Rank).Where(dim => dim != kept)];
        int[] shape = axis is null ? [] : [.. Enumerable.Range(0, weight.Rank).Select(dim => dim == kept ? weight.Shape[dim] : 1)];
        _length = module.RegisterParameter(name + "_g", Tensor.Zeros(weight.DType, shape));
    }

    internal override Tensor Compute(Tensor stored) => stored * (_length.Stored / Length(stored));

    internal override void Reset(Tensor stored, Rng rng) => _length.Stored.CopyFrom(Length(stored).Reshape(_length.Stored.Shape));

    // Keeps the axes, with sizes of 1, unless it is one number.
    private Tensor Length(Tensor v) => _length.Stored.Rank == 0 ? v.Square().Sum().Sqrt() : _dims.Length == 0 ? v.Abs() : v.Square().Sum(_dims, true).Sqrt();
}
