using System.Globalization;
using System.Text;
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
    private readonly List<(string Name, Tensor Tensor)> _parameters = [];
    private readonly List<(string Name, Tensor Tensor)> _buffers = [];
    private readonly List<(string Name, Module Module)> _children = [];
    private Module? _parent;
    private string _name = "";
    private ulong _seed;
    private bool _drawn;

    /// <summary>Whether the module is in training mode, which it is when made.</summary>
    public bool Training { get; private set; } = true;

    /// <summary>The modules directly below, with their names.</summary>
    public IReadOnlyList<(string Name, Module Module)> Children => _children;

    /// <summary>The number of trained values in the whole tree.</summary>
    public long ParameterCount => Parameters().Sum(parameter => (long)parameter.ElementCount);

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
        Root()._seed = seed;
        foreach ((_, Module module) in Modules())
        {
            module._drawn = true;
            module.Draw();
        }
    }

    /// <summary>The parameters of the tree, those of a module before those of its children.</summary>
    /// <returns>Tensors in the order in which PyTorch lists them.</returns>
    public IReadOnlyList<Tensor> Parameters() => [.. NamedParameters().Select(entry => entry.Tensor)];

    /// <summary>The parameters of the tree with their paths.</summary>
    /// <returns>Pairs in the order in which PyTorch lists them.</returns>
    public IEnumerable<(string Name, Tensor Tensor)> NamedParameters() => Modules().SelectMany(entry => entry.Module.Own(entry.Module._parameters, entry.Name));

    /// <summary>The buffers of the tree (what is kept but not trained, such as running statistics) with their paths.</summary>
    /// <returns>Pairs in the order in which PyTorch lists them.</returns>
    public IEnumerable<(string Name, Tensor Tensor)> NamedBuffers() => Modules().SelectMany(entry => entry.Module.Own(entry.Module._buffers, entry.Name));

    /// <summary>The module itself, under the empty path, and all below it.</summary>
    /// <returns>Paths and modules, parents first.</returns>
    public IEnumerable<(string Name, Module Module)> Modules()
    {
        yield return ("", this);
        foreach ((string name, Module child) in _children)
        {
            foreach ((string rest, Module module) in child.Modules())
            {
                yield return (Join(name, rest), module);
            }
        }
    }

    /// <summary>Copies every parameter and buffer.</summary>
    /// <returns>Copies by path; later training does not change them.</returns>
    public IReadOnlyDictionary<string, Tensor> StateDictionary() =>
        NamedParameters().Concat(NamedBuffers()).ToDictionary(entry => entry.Name, entry => entry.Tensor.Detach().Clone().Keep(), StringComparer.Ordinal);

    /// <summary>Copies values into the parameters and buffers of the tree.</summary>
    /// <param name="state">Values by path, as <see cref="StateDictionary"/> gives them.</param>
    /// <exception cref="ArgumentException">A path is missing or unknown, or a shape or element type differs; nothing was changed.</exception>
    public void LoadStateDictionary(IReadOnlyDictionary<string, Tensor> state)
    {
        ArgumentNullException.ThrowIfNull(state);
        Dictionary<string, Tensor> mine = NamedParameters().Concat(NamedBuffers()).ToDictionary(entry => entry.Name, entry => entry.Tensor, StringComparer.Ordinal);
        string[] missing = [.. mine.Keys.Where(name => !state.ContainsKey(name))];
        string[] unknown = [.. state.Keys.Where(name => !mine.ContainsKey(name))];
        if (missing.Length + unknown.Length > 0)
        {
            throw new ArgumentException($"The state does not fit {GetType().Name}: missing [{string.Join(", ", missing)}], unknown [{string.Join(", ", unknown)}]. Was it saved from another model?", nameof(state));
        }

        foreach ((string name, Tensor value) in state)
        {
            if (!value.Shape.SequenceEqual(mine[name].Shape) || value.DType != mine[name].DType)
            {
                throw new ArgumentException(
                    $"The state holds '{name}' as {value.DType} [{string.Join(", ", value.Shape.ToArray())}]; {GetType().Name} needs {mine[name].DType} [{string.Join(", ", mine[name].Shape.ToArray())}].",
                    nameof(state));
            }
        }

        using NoGrad quiet = NoGrad.Enter();
        foreach ((string name, Tensor value) in state)
        {
            mine[name].CopyFrom(value);
        }
    }

    /// <summary>Forgets the gradients of all parameters.</summary>
    public void ZeroGrad()
    {
        foreach (Tensor parameter in Parameters())
        {
            parameter.ZeroGrad();
        }
    }

    /// <summary>The tree as PyTorch prints it, with the number of parameters after each layer that has some.</summary>
    /// <returns>One line, or one for each layer of a tree.</returns>
    public override string ToString()
    {
        StringBuilder text = new();
        Print(text, 0);
        return text.ToString();
    }

    /// <summary>What stands between the parentheses when the module is printed, such as <c>in_features=10</c>.</summary>
    /// <returns>The text; empty by default.</returns>
    protected virtual string Describe() => "";

    /// <summary>Fills this module's own parameters and buffers with their first values; children fill theirs.</summary>
    /// <param name="rng">The stream of this module, keyed by seed and path.</param>
    protected virtual void Reset(Rng rng)
    {
    }

    /// <summary>Names a parameter. Call it in the constructor.</summary>
    /// <param name="name">Its name, without a dot.</param>
    /// <param name="parameter">Its tensor, which from now on requires gradients; <see cref="Reset"/> fills it.</param>
    /// <returns>The same tensor.</returns>
    protected Tensor RegisterParameter(string name, Tensor parameter)
    {
        DemandFree(name);
        ArgumentNullException.ThrowIfNull(parameter);
        parameter.Keep().RequiresGrad = true;
        _parameters.Add((name, parameter));
        return parameter;
    }

    /// <summary>Names a buffer: kept with the parameters but not trained. Call it in the constructor.</summary>
    /// <param name="name">Its name, without a dot.</param>
    /// <param name="buffer">Its tensor; <see cref="Reset"/> fills it.</param>
    /// <returns>The same tensor.</returns>
    protected Tensor RegisterBuffer(string name, Tensor buffer)
    {
        DemandFree(name);
        ArgumentNullException.ThrowIfNull(buffer);
        _buffers.Add((name, buffer.Keep()));
        return buffer;
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

    /// <summary>Draws the first values unless that was done. Call it before the first use of a parameter in <c>Forward</c>.</summary>
    protected void EnsureDrawn()
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
        using (NoGrad.Enter())
        {
            Reset(KeyedStream("parameters"));
        }
    }

    private IEnumerable<(string Name, Tensor Tensor)> Own(List<(string Name, Tensor Tensor)> tensors, string path)
    {
        EnsureDrawn();
        return tensors.Select(entry => (Join(path, entry.Name), entry.Tensor));
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

    private void Print(StringBuilder text, int depth)
    {
        text.Append(GetType().Name).Append('(').Append(Describe());
        foreach ((string name, Module child) in _children)
        {
            text.Append('\n').Append(' ', (depth + 1) * 2).Append('(').Append(name).Append("): ");
            child.Print(text, depth + 1);
        }

        if (_children.Count > 0)
        {
            text.Append('\n').Append(' ', depth * 2);
        }

        text.Append(')');
        if (ParameterCount is > 0 and long count)
        {
            text.Append(CultureInfo.InvariantCulture, $"  # {count:N0} parameters");
        }
    }
}
