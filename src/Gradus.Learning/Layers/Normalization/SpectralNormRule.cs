using Gradus.Tensors;

namespace Gradus.Learning.Layers;

/// <summary>W / σ with the largest singular value σ = uᵀ W v of the weight as a matrix, its outputs the rows.</summary>
internal sealed class SpectralNormRule : WeightRule
{
    private readonly int _iterations;
    private readonly double _epsilon;
    private readonly int[] _order;
    private readonly ModuleTensor _left;
    private readonly ModuleTensor _right;

    internal SpectralNormRule(Module module, string name, Tensor weight, int iterations, double epsilon, int axis)
    {
        if (axis < -weight.Rank || axis >= weight.Rank)
        {
            throw new ArgumentOutOfRangeException(nameof(axis), axis, $"SpectralNorm got axis {axis} for '{name}' of shape [{string.Join(", ", weight.Shape.ToArray())}].");
        }

        axis = (axis + weight.Rank) % weight.Rank;
        (_iterations, _epsilon) = (iterations, epsilon);
        _order = [axis, .. Enumerable.Range(0, weight.Rank).Where(dim => dim != axis)];
        int rows = weight.Size(axis);
        _left = module.RegisterBuffer(name + "_u", Tensor.Zeros(weight.DType, rows));
        _right = module.RegisterBuffer(name + "_v", Tensor.Zeros(weight.DType, weight.ElementCount / rows));
    }

    internal override Tensor Compute(Tensor stored)
    {
        // Copies: the vectors move on before the gradient is asked for when the layer is called twice.
        Tensor sigma = Matrix(stored).Mv(_right.Stored.Clone()).Dot(_left.Stored.Clone());
        return stored / sigma;
    }

    internal override void Reset(Tensor stored, Rng rng)
    {
        foreach (ModuleTensor vector in (ReadOnlySpan<ModuleTensor>)[_left, _right])
        {
            vector.Stored.CopyFrom(Tensor.Randn(rng, vector.Stored.DType, vector.Stored.Shape).Normalize(0, _epsilon));
        }
    }

    internal override void Advance(Tensor stored)
    {
        Tensor matrix = Matrix(stored);
        for (int i = 0; i < _iterations; i++)
        {
            _right.Stored.CopyFrom(matrix.T().Mv(_left.Stored).Normalize(0, _epsilon));
            _left.Stored.CopyFrom(matrix.Mv(_right.Stored).Normalize(0, _epsilon));
        }
    }

    private Tensor Matrix(Tensor weight) => (_order[0] == 0 ? weight : weight.Permute(_order)).Reshape(_left.Stored.ElementCount, _right.Stored.ElementCount);
}
