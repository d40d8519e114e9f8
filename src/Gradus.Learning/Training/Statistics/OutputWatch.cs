using Gradus.Tensors;

namespace Gradus.Learning.Training.Statistics;

/// <summary>Sees the output of every module that has none below it, in the order of the calls, until it is disposed.</summary>
internal sealed class OutputWatch : IDisposable
{
    private readonly List<ModuleHook> _hooks = [];

    internal OutputWatch(TrainingParts parts, Action<string, Tensor> seen)
    {
        foreach ((string name, Module model) in parts.Models)
        {
            foreach ((string path, Module module) in model.Modules().Where(entry => entry.Module.Children.Count == 0))
            {
                string full = parts.PathOf(name, path);
                _hooks.Add(module.RegisterForwardHook((_, _, output) => seen(full, output)));
            }
        }
    }

    public void Dispose()
    {
        foreach (ModuleHook hook in _hooks)
        {
            hook.Dispose();
        }
    }
}
