namespace Gradus.Tensors.Tests.Ops;

/// <summary>Random shapes for references.</summary>
internal static class RandomShape
{
    /// <summary>So many sizes; some are 1, and some 0 where that is allowed.</summary>
    internal static int[] Of(Rng rng, int rank, bool empty = true, int most = 5)
    {
        int[] shape = new int[rank];
        for (int i = 0; i < rank; i++)
        {
            int chance = rng.NextInt(10);
            shape[i] = chance == 0 && empty ? 0 : chance < 3 ? 1 : 1 + rng.NextInt(most);
        }

        return shape;
    }
}
