using Gradus.Tensors;

namespace Gradus.Learning.Tests.Fixtures;

/// <summary>A tensor as the oracle script stores it.</summary>
internal sealed record Packed(int[] Shape, double[] Values)
{
    internal Tensor ToTensor(DType dtype = DType.Float64) => Shape.Length == 0 ? Tensor.Scalar(Values[0], dtype) : Tensor.From(Values, Shape).To(dtype);
}
