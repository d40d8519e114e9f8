using Gradus.Tensors;

namespace Gradus.Learning.Data.Sampling;

/// <summary>Every row once, as they come.</summary>
/// <param name="count">How many rows there are.</param>
public sealed class SequentialSampler(int count) : Sampler
{
    /// <inheritdoc/>
    public override int Count => count;

    /// <inheritdoc/>
    public override int[] Draw(Rng rng) => [.. Enumerable.Range(0, count)];
}
