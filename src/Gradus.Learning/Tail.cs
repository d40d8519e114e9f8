using Gradus.Learning.Layers;
using Gradus.Tensors;

namespace Gradus.Learning;

/// <summary>What stands behind a layer and can be computed in its own pass: a batch normalization, then the sum with a residual, then a function of each value.</summary>
/// <param name="Activation">The function; none by default.</param>
/// <param name="Norm">The normalization, or null.</param>
/// <param name="Residual">What is added, or null.</param>
internal readonly record struct Tail(Activation Activation, BatchNorm? Norm = null, Tensor? Residual = null)
{
    /// <summary>The same one after the other.</summary>
    internal Tensor Apply(Tensor x)
    {
        if (Norm is not null)
        {
            return Norm.Forward(x, this with { Norm = null });
        }

        x = Residual is null ? x : x + Residual;
        return Activation switch
        {
            Activation.Relu => x.Relu(),
            Activation.Tanh => x.Tanh(),
            Activation.Sigmoid => x.Sigmoid(),
            Activation.Gelu => x.Gelu(),
            _ => x,
        };
    }
}
