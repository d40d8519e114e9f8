using Gradus.Tensors.Storage;

namespace Gradus.Tensors.Kernels.Products;

/// <summary>Memory for packed operands, kept by each thread and freed with it.</summary>
internal sealed unsafe class GemmScratch
{
    private const int ZeroBytes = 256;

    [ThreadStatic]
    private static GemmScratch? _current;

    private readonly Block _zeros = BlockPool.RentUnscoped(ZeroBytes);
    private Block? _a, _b;

    private GemmScratch() => new Span<byte>(_zeros.Pointer, ZeroBytes).Clear();

    internal static GemmScratch Current => _current ??= new GemmScratch();

    /// <summary>Zeros for the widest tile to begin with.</summary>
    internal void* Zeros => _zeros.Pointer;

    internal void* A(nint bytes) => Grow(ref _a, bytes);

    internal void* B(nint bytes) => Grow(ref _b, bytes);

    private static void* Grow(ref Block? block, nint bytes)
    {
        if (block is null || BlockPool.BytesOf(block.SizeClass) < bytes)
        {
            block = BlockPool.RentUnscoped(bytes);
        }

        return block.Pointer;
    }
}
