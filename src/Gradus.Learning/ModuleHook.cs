namespace Gradus.Learning;

/// <summary>A registered hook of a module; disposing of it takes the hook away.</summary>
public sealed class ModuleHook : IDisposable
{
    private Action? _remove;

    internal ModuleHook(Action remove) => _remove = remove;

    /// <summary>Takes the hook away. A second call does nothing.</summary>
    public void Dispose()
    {
        _remove?.Invoke();
        _remove = null;
    }
}
