using Gradus.Tensors.Storage;

namespace Gradus.Tensors.Kernels.Convolution;

/// <summary>Memory for the tables of one call, given out piece by piece and given back at once.</summary>
internal unsafe ref struct TableBlock : IDisposable
{
    private const int Alignment = 64;
    private readonly Block _block;
    private byte* _next;

    internal TableBlock(nint bytes)
    {
        _block = BlockPool.RentUnscoped(bytes);
        _next = _block.Pointer;
    }

    /// <summary>The bytes that a piece takes.</summary>
    internal static nint Bytes<T>(nint length)
        where T : unmanaged => ((length * sizeof(T)) + Alignment - 1) / Alignment * Alignment;

    internal T* Take<T>(nint length)
        where T : unmanaged
    {
        T* piece = (T*)_next;
        _next += Bytes<T>(length);
        return piece;
    }

    public readonly void Dispose() => BlockPool.Return(_block);
}
