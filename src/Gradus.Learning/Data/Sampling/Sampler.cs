using Gradus.Tensors;

namespace Gradus.Learning.Data.Sampling;

/// <summary>Says which rows an epoch takes, and in which order.</summary>
public abstract class Sampler
{
    /// <summary>Rows of an epoch.</summary>
    public abstract int Count { get; }

    /// <summary>Draws the rows of one epoch.</summary>
    /// <param name="rng">The stream of that epoch: the same stream gives the same rows.</param>
    /// <returns><see cref="Count"/> rows, numbered from 0.</returns>
    public abstract int[] Draw(Rng rng);
}
