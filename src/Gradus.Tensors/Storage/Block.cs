using Gradus.Tensors.Autograd;

namespace Gradus.Tensors.Storage;

/// <summary>A piece of native memory, aligned to 64 bytes, that tensors and their views share.</summary>
/// <remarks>
/// It lives as long as a tensor refers to it: its finalizer hands it back to the pool and revives it there, so that neither memory nor wrapper is made anew. A <see cref="TensorScope"/> hands it back
/// earlier; the generation tells a tensor that is left over from then that its memory is gone.
/// </remarks>
internal sealed unsafe class Block
{
    internal Block(byte* pointer, int sizeClass)
    {
        Pointer = pointer;
        SizeClass = sizeClass;
    }

#pragma warning disable MA0055 // The back-stop that makes Dispose unnecessary: docs/decisions/0003-tensor-memory.md
    ~Block()
#pragma warning restore MA0055
    {
        Generation++;
        Scope = null;
        if (BlockPool.Accept(this))
        {
            GC.ReRegisterForFinalize(this);
        }
    }

    internal byte* Pointer { get; }

    internal int SizeClass { get; }

    /// <summary>Counts changes in place, so that a gradient that needs the old values can refuse.</summary>
    internal int Version { get; private set; }

    /// <summary>Rises from block to block that is handed out while a <see cref="ReadWatch"/> is open; what was handed out at other times keeps an older one.</summary>
    internal long Birth { get; set; }

    /// <summary>Counts how often the memory was given back.</summary>
    internal int Generation { get; set; }

    /// <summary>The scope that will give it back, if any.</summary>
    internal TensorScope? Scope { get; set; }

    /// <summary>Counts a change in place.</summary>
    internal void Change()
    {
        Version++;
        if (ReadWatch.IsOpen)
        {
            ReadWatch.Changed(this);
        }
    }
}
