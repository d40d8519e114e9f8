using Gradus.Tensors;

namespace Gradus.Learning;

public abstract partial class Module
{
    private readonly List<ModuleTensor> _parameters = [];
    private readonly List<ModuleTensor> _buffers = [];

    /// <summary>The number of trained values in the whole tree, frozen ones too.</summary>
    public long ParameterCount => Parameters().Sum(parameter => (long)parameter.ElementCount);

    /// <summary>The parameters of the tree, those of a module before those of its children; one that is shared stands once.</summary>
    /// <returns>Tensors in the order in which PyTorch lists them.</returns>
    public IReadOnlyList<Tensor> Parameters() => [.. NamedParameters().Select(entry => entry.Tensor)];

    /// <summary>The parameters of the tree with their paths; one that is shared stands once, under its first path.</summary>
    /// <returns>Pairs in the order in which PyTorch lists them.</returns>
    public IEnumerable<(string Name, Tensor Tensor)> NamedParameters() => Once(Stored(module => module._parameters));

    /// <summary>The buffers of the tree (what is kept but not trained, such as running statistics) with their paths.</summary>
    /// <returns>Pairs in the order in which PyTorch lists them.</returns>
    public IEnumerable<(string Name, Tensor Tensor)> NamedBuffers() => Once(Stored(module => module._buffers));

    /// <summary>Copies every parameter and buffer.</summary>
    /// <returns>Copies by path; later training does not change them.</returns>
    public IReadOnlyDictionary<string, Tensor> StateDictionary() => Mine().ToDictionary(entry => entry.Key, entry => entry.Value.Detach().Clone().Keep(), StringComparer.Ordinal);

    /// <summary>Copies values into the parameters and buffers of the tree.</summary>
    /// <param name="state">Values by path, as <see cref="StateDictionary"/> gives them.</param>
    /// <param name="strict">Whether a path that is missing or unknown is an error; else those that fit are copied and the others reported.</param>
    /// <returns>Which paths were missing and unknown; none when strict.</returns>
    /// <exception cref="ArgumentException">A path is missing or unknown and strict holds, or a shape or element type differs; nothing was changed.</exception>
    public StateReport LoadStateDictionary(IReadOnlyDictionary<string, Tensor> state, bool strict = true)
    {
        ArgumentNullException.ThrowIfNull(state);
        Dictionary<string, Tensor> mine = Mine();
        StateReport report = new([.. mine.Keys.Where(name => !state.ContainsKey(name))], [.. state.Keys.Where(name => !mine.ContainsKey(name))]);
        if (strict && !report.Fits)
        {
            throw new ArgumentException($"The state does not fit {GetType().Name}: {report}. Was it saved from another model? With strict: false what fits is loaded.", nameof(state));
        }

        (string Name, Tensor Value)[] known = [.. state.Where(entry => mine.ContainsKey(entry.Key)).Select(entry => (entry.Key, entry.Value))];
        foreach ((string name, Tensor value) in known)
        {
            if (!value.Shape.SequenceEqual(mine[name].Shape) || value.DType != mine[name].DType)
            {
                throw new ArgumentException(
                    $"The state holds '{name}' as {value.DType} [{string.Join(", ", value.Shape.ToArray())}]; {GetType().Name} needs {mine[name].DType} [{string.Join(", ", mine[name].Shape.ToArray())}].",
                    nameof(state));
            }
        }

        using NoGrad quiet = NoGrad.Enter();
        foreach ((string name, Tensor value) in known)
        {
            mine[name].CopyFrom(value);
        }

        return report;
    }

    /// <summary>Forgets the gradients of all parameters.</summary>
    public void ZeroGrad()
    {
        foreach (Tensor parameter in Parameters())
        {
            parameter.ZeroGrad();
        }
    }

    /// <summary>Names a parameter. Call it in the constructor, and keep what it returns.</summary>
    /// <param name="name">Its name, without a dot.</param>
    /// <param name="parameter">Its tensor, which from now on requires gradients; <see cref="Reset"/> fills it.</param>
    /// <returns>Holds the tensor; <c>Forward</c> computes with its <see cref="ModuleTensor.Value"/>.</returns>
    protected internal ModuleTensor RegisterParameter(string name, Tensor parameter)
    {
        DemandFree(name);
        ArgumentNullException.ThrowIfNull(parameter);
        parameter.Keep().RequiresGrad = true;
        ModuleTensor named = new(this, name, parameter);
        _parameters.Add(named);
        return named;
    }

    /// <summary>Names a buffer: kept with the parameters but not trained. Call it in the constructor, and keep what it returns.</summary>
    /// <param name="name">Its name, without a dot.</param>
    /// <param name="buffer">Its tensor; <see cref="Reset"/> fills it.</param>
    /// <returns>Holds the tensor.</returns>
    protected internal ModuleTensor RegisterBuffer(string name, Tensor buffer)
    {
        DemandFree(name);
        ArgumentNullException.ThrowIfNull(buffer);
        ModuleTensor named = new(this, name, buffer.Keep());
        _buffers.Add(named);
        return named;
    }

    private static IEnumerable<(string Name, Tensor Tensor)> Once(IEnumerable<(string Name, ModuleTensor Tensor)> entries) =>
        entries.Select(entry => (entry.Name, entry.Tensor.Stored)).DistinctBy(entry => entry.Stored, ReferenceEqualityComparer.Instance);

    private Dictionary<string, Tensor> Mine() =>
        Stored(module => module._parameters).Concat(Stored(module => module._buffers)).ToDictionary(entry => entry.Name, entry => entry.Tensor.Stored, StringComparer.Ordinal);

    private IEnumerable<(string Name, ModuleTensor Tensor)> Stored(Func<Module, List<ModuleTensor>> kind)
    {
        foreach ((string path, Module module) in Places())
        {
            module.EnsureDrawn();
            foreach (ModuleTensor tensor in kind(module))
            {
                yield return (Join(path, tensor.Name), tensor);
            }
        }
    }
}
