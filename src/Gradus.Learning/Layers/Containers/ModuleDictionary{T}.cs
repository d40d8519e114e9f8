using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace Gradus.Learning.Layers;

/// <summary>Modules by name: their parameters belong to the tree, how they are called is up to the module that holds the dictionary. PyTorch's <c>nn.ModuleDict</c>.</summary>
/// <typeparam name="T">What the modules have in common; <see cref="Layer"/> for most.</typeparam>
public class ModuleDictionary<T> : Module, IReadOnlyDictionary<string, T>
    where T : Module
{
    private readonly Dictionary<string, T> _modules = new(StringComparer.Ordinal);

    /// <summary>How many there are.</summary>
    public int Count => _modules.Count;

    /// <summary>The names, in the order in which they were added.</summary>
    public IEnumerable<string> Keys => Children.Select(child => child.Name);

    /// <summary>The modules, in the order in which they were added.</summary>
    public IEnumerable<T> Values => Children.Select(child => (T)child.Module);

    /// <summary>A module by its name.</summary>
    /// <param name="key">The name.</param>
    public T this[string key] => _modules.TryGetValue(key, out T? module) ? module : throw new KeyNotFoundException($"There is no module '{key}'; there are [{string.Join(", ", Keys)}].");

    /// <summary>Adds a module.</summary>
    /// <param name="key">Its name, without a dot.</param>
    /// <param name="module">The module.</param>
    /// <exception cref="ArgumentException">The name is taken, empty, or holds a dot.</exception>
    public void Add(string key, T module)
    {
        ArgumentNullException.ThrowIfNull(key);
        _modules.Add(key, RegisterModule(key, module));
    }

    /// <summary>Whether there is a module of that name.</summary>
    /// <param name="key">The name.</param>
    /// <returns>Whether there is one.</returns>
    public bool ContainsKey(string key) => _modules.ContainsKey(key);

    /// <summary>A module by its name, when there is one.</summary>
    /// <param name="key">The name.</param>
    /// <param name="value">The module, or null.</param>
    /// <returns>Whether there is one.</returns>
    public bool TryGetValue(string key, [MaybeNullWhen(false)] out T value) => _modules.TryGetValue(key, out value);

    /// <summary>Goes through names and modules, in the order in which they were added.</summary>
    /// <returns>The pairs.</returns>
    public IEnumerator<KeyValuePair<string, T>> GetEnumerator() => Children.Select(child => KeyValuePair.Create(child.Name, (T)child.Module)).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
