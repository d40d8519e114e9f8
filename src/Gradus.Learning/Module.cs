using Gradus.Tensors;

namespace Gradus.Learning;

/// <summary>The base of every layer and network: a named tree of parameters and buffers with a training and an evaluation mode.</summary>
/// <remarks>
/// <para>A module names its own tensors and its children when it is made; their full names are paths such as <c>0.weight</c>, the keys that PyTorch uses.</para>
/// <para>First values are drawn when they are first needed, from a random stream keyed by the seed of the whole tree and the path of the module: the
/// values of a layer depend neither on the order in which layers were made nor on the layers beside it. The seed is 0 until <see cref="Initialize"/> sets another.</para>
/// </remarks>
public abstract partial class Module
{
    private readonly List<(string Name, Module Module)> _children = [];
    private Module? _parent;
    private string _name = "";
    private ulong _seed;
    private bool _drawn;

    /// <summary>Whether the module is in training mode, which it is when made.</summary>
    public bool Training { get; private set; } = true;

    /// <summary>The modules directly below, with their names.</summary>
    public IReadOnlyList<(string Name, Module Module)> Children => _children;

    /// <summary>Sets training mode, for the whole tree.</summary>
    /// <param name="training">False for evaluation mode.</param>
    public void Train(bool training = true)
    {
        Training = training;
        foreach ((_, Module module) in _children)
        {
            module.Train(training);
        }
    }

    /// <summary>Sets evaluation mode for the whole tree: dropout is the identity and batch normalization uses its running statistics.</summary>
    public void Eval() => Train(false);

    /// <summary>Draws all first values of the tree anew and starts its random streams (dropout) again.</summary>
    /// <param name="seed">The seed; the same seed gives the same bits.</param>
    public void Initialize(ulong seed)
    {
        (Root()._seed, Root()._streamOrigin) = (seed, 0);
        foreach ((_, Module module) in Modules())
        {
            module._drawn = true;
            module.Draw();
        }
    }

    /// <summary>The module itself, under the empty path, and all below it. One that stands in several places is named once.</summary>
    /// <returns>Paths and modules, parents first.</returns>
    public IEnumerable<(string Name, Module Module)> Modules() => Places().DistinctBy(place => place.Module, ReferenceEqualityComparer.Instance);

    /// <summary>Fills this module's own parameters and buffers with their first values; children fill theirs.</summary>
    /// <param name="rng">The stream of this module, keyed by seed and path.</param>
    protected virtual void Reset(Rng rng)
    {
    }

    /// <summary>Names a child. Call it in the constructor.</summary>
    /// <typeparam name="T">The type of the child.</typeparam>
    /// <param name="name">Its name, without a dot.</param>
    /// <param name="module">The child.</param>
    /// <returns>The same module.</returns>
    protected T RegisterModule<T>(string name, T module)
        where T : Module
    {
        ArgumentNullException.ThrowIfNull(module);
        DemandFree(name);
        _children.Add((name, module));
        module._parent ??= this;
        module._name = module._parent == this ? name : module._name;
        return module;
    }

    /// <summary>Draws the first values unless that was done.</summary>
    internal void EnsureDrawn()
    {
        if (!_drawn)
        {
            _drawn = true;
            Draw();
        }
    }

    private static string Join(string first, string second) => second.Length == 0 ? first : first.Length == 0 ? second : $"{first}.{second}";

    private void Draw()
    {
        _streams?.Clear();
        using NoGrad quiet = NoGrad.Enter();
        Reset(KeyedStream("parameters"));
        ResetRules(KeyedStream("rules"));
    }

    // Every place of the tree, those of a shared module too.
    private IEnumerable<(string Name, Module Module)> Places()
    {
        yield return ("", this);
        foreach ((string name, Module child) in _children)
        {
            foreach ((string rest, Module module) in child.Places())
            {
                yield return (Join(name, rest), module);
            }
        }
    }

    private Module Root()
    {
        Module root = this;
        while (root._parent is { } parent)
        {
            root = parent;
        }

        return root;
    }

    private string Path() => _parent is null ? "" : Join(_parent.Path(), _name);

    private void DemandFree(string name)
    {
        bool taken = _parameters.Any(entry => entry.Name == name) || _buffers.Any(entry => entry.Name == name) || _children.Any(entry => entry.Name == name);
        if (taken || name.Length == 0 || name.Contains('.', StringComparison.Ordinal))
        {
            throw new ArgumentException($"{GetType().Name} cannot name something '{name}': {(taken ? "the name is taken" : "a name must not be empty or hold a dot")}.", nameof(name));
        }
    }
}
