namespace Gradus.Tensors.Tests.Autograd;

/// <summary>Tensors that require gradients, for tests.</summary>
internal static class Leaves
{
    internal static Tensor Of(params float[] values) => Demanding(Tensor.From(values));

    internal static Tensor Normal(ulong seed, params int[] shape) => Demanding(Tensor.Randn(new Rng(seed), shape));

    internal static Tensor Wide(ulong seed, params int[] shape) => Demanding(Tensor.Randn(new Rng(seed), DType.Float64, shape));

    internal static Tensor Demanding(Tensor tensor)
    {
        tensor.RequiresGrad = true;
        return tensor;
    }
}
