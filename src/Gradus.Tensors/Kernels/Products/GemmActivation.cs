namespace Gradus.Tensors.Kernels.Products;

/// <summary>The functions that a matrix product can apply to its result while it is in the cache.</summary>
internal enum GemmActivation
{
    None,
    Relu,
    Tanh,
    Sigmoid,
    Gelu,
}
