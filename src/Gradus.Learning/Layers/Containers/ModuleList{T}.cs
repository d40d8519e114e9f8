using System.Collections;
using System.Globalization;

namespace Gradus.Learning.Layers;

/// <summary>Modules by place, named 0, 1, 2, ...: their parameters belong to the tree, how they are called is up to the module that holds the list.</summary>
/// <typeparam name="T">What the modules have in common; <see cref="Layer"/> for most.</typeparam>
public class ModuleList<T> : Module, IReadOnlyList<T>
    where T : Module
{
    private readonly List<T> _modules = [];

    /// <summary>Makes the list.</summary>
    /// <param name="modules">The modules in order.</param>
    public ModuleList(params IEnumerable<T> modules)
    {
        ArgumentNullException.ThrowIfNull(modules);
        foreach (T module in modules)
        {
            Add(module);
        }
    }

    /// <summary>How many there are.</summary>
    public int Count => _modules.Count;

    /// <summary>A module by its place.</summary>
    /// <param name="index">The place, from 0.</param>
    public T this[int index] => _modules[index];

    /// <summary>Adds a module at the end.</summary>
    /// <param name="module">The module.</param>
    public void Add(T module) => _modules.Add(RegisterModule(_modules.Count.ToString(CultureInfo.InvariantCulture), module));

    /// <summary>Goes through the modules in order.</summary>
    /// <returns>The modules.</returns>
    public IEnumerator<T> GetEnumerator() => _modules.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
