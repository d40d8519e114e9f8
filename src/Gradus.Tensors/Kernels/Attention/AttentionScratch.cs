using Gradus.Tensors.Storage;

namespace Gradus.Tensors.Kernels.Attention;

/// <summary>Memory for tiles of scores, kept by each thread and freed with it.</summary>
internal sealed unsafe class AttentionScratch
{
    [ThreadStatic]
    private static AttentionScratch? _current;

    private readonly Block?[] _blocks = new Block?[3];
    private readonly nint[] _lengths = new nint[3];

    internal static AttentionScratch Current => _current ??= new AttentionScratch();

    /// <summary>Room for at least <paramref name="length"/> numbers, the same each time.</summary>
    internal float* Tile(int which, nint length)
    {
        if (_blocks[which] is not { } block || _lengths[which] < length)
        {
            block = BlockPool.RentUnscoped(Math.Max(1, length) * sizeof(float));
            _blocks[which] = block;
            _lengths[which] = (nint)(BlockPool.BytesOf(block.SizeClass) / sizeof(float));
        }

        return (float*)block.Pointer;
    }
}
