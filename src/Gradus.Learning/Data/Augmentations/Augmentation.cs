using Gradus.Tensors;

namespace Gradus.Learning.Data.Augmentations;

/// <summary>Changes the batches of a training loader at random, so that no epoch shows the same images.</summary>
/// <remarks>Give it to <see cref="DataLoader.Augmentation"/> of the training rows alone: validation and test rows are measured as they are.</remarks>
public abstract class Augmentation
{
    /// <summary>Changes a batch.</summary>
    /// <param name="batch">Rows that nobody else holds: their memory may be written to.</param>
    /// <param name="rng">The stream of that batch: the same stream gives the same bits.</param>
    /// <returns>The changed rows, in the same tensors or in new ones.</returns>
    /// <exception cref="ArgumentException">The rows are not of the shape or type that it changes.</exception>
    public abstract Batch Apply(Batch batch, Rng rng);
}
