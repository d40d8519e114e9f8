using Gradus.Tensors;

namespace Gradus.Learning.Data.Augmentations;

/// <summary>Several augmentations, one after the other; each draws from a stream of its own.</summary>
/// <param name="steps">The augmentations in their order.</param>
public sealed class Compose(params Augmentation[] steps) : Augmentation
{
    /// <inheritdoc/>
    public override Batch Apply(Batch batch, Rng rng)
    {
        ArgumentNullException.ThrowIfNull(rng);
        for (int step = 0; step < steps.Length; step++)
        {
            batch = steps[step].Apply(batch, rng.Split(step));
        }

        return batch;
    }
}
