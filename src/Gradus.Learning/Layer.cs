using Gradus.Tensors;

namespace Gradus.Learning;

/// <summary>A module that takes one tensor to one tensor, so that layers can be put in a row.</summary>
public abstract class Layer : Module
{
    /// <summary>Computes the output.</summary>
    /// <param name="input">The input; each layer says its shape.</param>
    /// <returns>The output, which remembers how it was made so that gradients flow back through it.</returns>
    /// <exception cref="ArgumentException">The shape does not fit; the message names both.</exception>
    public abstract Tensor Forward(Tensor input);
}
