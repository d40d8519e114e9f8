namespace Gradus.Learning;

/// <summary>Puts a tree of modules into evaluation mode until it is disposed; then each part has the mode that it had.</summary>
internal readonly struct KeptModes : IDisposable
{
    private readonly (Module Part, bool Training)[] _modes;

    private KeptModes(Module root) => _modes = [.. root.Modules().Select(entry => (entry.Module, entry.Module.Training))];

    internal static KeptModes Evaluate(Module root)
    {
        KeptModes modes = new(root);
        root.Eval();
        return modes;
    }

    public void Dispose()
    {
        foreach ((Module part, bool training) in _modes)
        {
            part.SetMode(training);
        }
    }
}
