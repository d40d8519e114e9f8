using Gradus.Tensors.Storage;

namespace Gradus.Tensors;

/// <summary>Opens the suspended <see cref="TensorScope"/> again when disposed; made by <see cref="TensorScope.Outside"/>.</summary>
public readonly ref struct OutsideScope
{
    private readonly ThreadContext _state;
    private readonly TensorScope? _suspended;

    internal OutsideScope(ThreadContext state)
    {
        _state = state;
        _suspended = state.Scope;
        state.Scope = null;
    }

    /// <summary>Opens the scope again.</summary>
    public void Dispose() => _state.Scope = _suspended;
}
