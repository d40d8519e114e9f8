using Gradus.Tensors;

namespace Gradus.Learning.Tests.Fixtures;

/// <summary>A tensor as the oracle scripts store it; of real numbers unless the kind says "whole" or "bool".</summary>
internal sealed record Packed(int[] Shape, double[] Values, string Kind = "real")
{
    internal Tensor ToTensor(DType dtype = DType.Float64)
    {
        DType own = Kind switch
        {
            "whole" => DType.Int64,
            "bool" => DType.Bool,
            _ => dtype,
        };
        return Shape.Length == 0 ? Tensor.Scalar(Values[0], own) : Tensor.From(Values, Shape).To(own);
    }
}
