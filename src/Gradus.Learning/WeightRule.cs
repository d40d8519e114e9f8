using Gradus.Tensors;

namespace Gradus.Learning;

/// <summary>How a parameter is computed from what is trained in its place.</summary>
internal abstract class WeightRule
{
    /// <summary>The parameter; recorded, so that gradients flow to what is trained.</summary>
    internal abstract Tensor Compute(Tensor stored);

    /// <summary>Sets what the rule keeps beside the stored tensor to what fits it.</summary>
    internal abstract void Reset(Tensor stored, Rng rng);

    /// <summary>Called before each forward pass in training.</summary>
    internal virtual void Advance(Tensor stored)
    {
    }
}
