using Gradus.Tensors.Storage;

namespace Gradus.Tensors;

/// <summary>Gives back the memory of every tensor that this thread makes inside it, at once when it is disposed. <c>using TensorScope scope = new();</c> around a training step.</summary>
/// <remarks>
/// It is never needed for correctness: without one the garbage collector finds the memory later. Tensors that must live on are kept with <see cref="Tensor.Keep"/>; gradients of
/// leaves are kept by themselves. A tensor whose memory was given back throws when it is used. Scopes nest; each thread has its own.
/// </remarks>
public sealed class TensorScope : IDisposable
{
    private readonly ThreadContext _state;
    private readonly TensorScope? _outer;
    private Block[] _blocks = [];
    private int _count;
    private bool _disposed;

    /// <summary>Opens a scope on this thread.</summary>
    public TensorScope()
    {
        _state = ThreadContext.Current;
        _outer = _state.Scope;
        _blocks = _state.TakeScopeList();
        _state.Scope = this;
    }

    /// <summary>Closes the scope and gives the memory back.</summary>
    /// <exception cref="InvalidOperationException">An inner scope is still open, or another thread disposes it.</exception>
    public void Dispose()
    {
        if (_disposed)
        {
            return;
        }

        if (ThreadContext.Current.Scope != this)
        {
            throw new InvalidOperationException("This TensorScope is not the innermost one of this thread: dispose scopes on the thread that opened them, the inner before the outer.");
        }

        _disposed = true;
        _state.Scope = _outer;
        for (int i = 0; i < _count; i++)
        {
            Block block = _blocks[i];
            if (block.Scope == this)
            {
                BlockPool.Return(block);
            }
        }

        Array.Clear(_blocks, 0, _count);
        _state.GiveScopeList(_blocks);
        _blocks = [];
        _count = 0;
    }

    /// <summary>Suspends the open scope, so that what is made now lives on: <c>using (TensorScope.Outside()) { ... }</c>.</summary>
    /// <returns>Opens the scope again when disposed.</returns>
    public static OutsideScope Outside() => new(ThreadContext.Current);

    /// <summary>Hands a tensor that no scope holds, such as one that another thread made, over to the innermost open scope of this thread; where none is open, nothing changes.</summary>
    /// <param name="tensor">The tensor; nobody may need it after the scope has ended.</param>
    /// <exception cref="ObjectDisposedException">A scope has given its memory back.</exception>
    public static void Adopt(Tensor tensor)
    {
        ArgumentNullException.ThrowIfNull(tensor);
        tensor.CheckAlive();
        if (tensor.Block.Scope is null)
        {
            ThreadContext.Current.Scope?.Add(tensor.Block);
        }
    }

    /// <summary>Lets a tensor of this scope live on as if it had been made outside of it.</summary>
    internal void MoveOut(Tensor? tensor)
    {
        if (tensor is not null && tensor.Block.Scope == this)
        {
            tensor.Block.Scope = null;
            _outer?.Add(tensor.Block);
        }
    }

    internal void Add(Block block)
    {
        if (_count == _blocks.Length)
        {
            Array.Resize(ref _blocks, Math.Max(256, 2 * _count));
        }

        block.Scope = this;
        _blocks[_count++] = block;
    }
}
