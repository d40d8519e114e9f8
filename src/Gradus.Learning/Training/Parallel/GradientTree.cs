using Gradus.Tensors;

namespace Gradus.Learning.Training.Parallel;

/// <summary>Adds up the gradients of shards in an order that depends on their number alone.</summary>
internal static class GradientTree
{
    /// <summary>Neighbours first, then neighbours of those, into the first shard.</summary>
    internal static void Sum(ReadOnlySpan<Shard> shards)
    {
        using NoGrad quiet = NoGrad.Enter();
        for (int width = 1; width < shards.Length; width *= 2)
        {
            for (int first = 0; first + width < shards.Length; first += 2 * width)
            {
                shards[first].Add(shards[first + width]);
            }
        }
    }
}
