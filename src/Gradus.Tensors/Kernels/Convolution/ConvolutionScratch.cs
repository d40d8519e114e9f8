using Gradus.Tensors.Storage;

namespace Gradus.Tensors.Kernels.Convolution;

/// <summary>Memory in which a thread lays out the planes and tiles it works on; kept by each thread and freed with it.</summary>
internal sealed unsafe class ConvolutionScratch
{
    [ThreadStatic]
    private static ConvolutionScratch? _current;

    private Block? _planes, _turned, _tile, _parts, _slots;

    internal static ConvolutionScratch Current => _current ??= new ConvolutionScratch();

    /// <summary>For planes of a source.</summary>
    internal float* Planes(nint length) => Grow(ref _planes, length);

    /// <summary>For planes whose places come before their channels.</summary>
    internal float* Turned(nint length) => Grow(ref _turned, length);

    /// <summary>For a tile that does not lie in the result as it is.</summary>
    internal float* Tile(nint length) => Grow(ref _tile, length);

    /// <summary>For parts of a result that are laid together.</summary>
    internal float* Parts(nint length) => Grow(ref _parts, length);

    /// <summary>For where vectors are read and written.</summary>
    internal nint* Slots(nint length) => (nint*)Grow(ref _slots, length * sizeof(nint) / sizeof(float));

    private static float* Grow(ref Block? block, nint length)
    {
        if (block is null || BlockPool.BytesOf(block.SizeClass) < length * sizeof(float))
        {
            if (block is not null)
            {
                BlockPool.Return(block);
            }

            block = BlockPool.RentUnscoped(length * sizeof(float));
        }

        return (float*)block.Pointer;
    }
}
