using Gradus.Tensors.Storage;

namespace Gradus.Tensors;

/// <summary>The native memory of all tensors of the process, in bytes.</summary>
/// <remarks>
/// Memory of tensors that a <see cref="TensorScope"/> ended, or that the garbage collector found, waits in a pool to be used again; pieces above 256 MB go back to the system at once, as does what would let
/// the pool hold more than 1 GB. When much is in use, the pool runs a garbage collection before it asks the system for more.
/// </remarks>
public static class TensorMemory
{
    /// <summary>Used by tensors that are alive, or that the garbage collector has not found yet.</summary>
    public static long BytesInUse => BlockPool.BytesInUse;

    /// <summary>Free, and kept to be used again.</summary>
    public static long BytesPooled => BlockPool.BytesPooled;

    /// <summary>Taken from the system: in use and pooled.</summary>
    public static long BytesReserved => BlockPool.BytesReserved;

    /// <summary>Lets the garbage collector find the tensors that nobody refers to, and gives what is pooled back to the system. Other threads give up what they keep to themselves when they next use it.</summary>
    public static void Trim()
    {
        // What one collection frees may have held more: it is repeated until nothing comes back.
        int before;
        do
        {
            before = BlockPool.BlocksInUse;
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }
        while (BlockPool.BlocksInUse < before);

        BlockPool.Trim();
    }
}
