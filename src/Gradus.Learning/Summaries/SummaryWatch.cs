using System.Runtime.CompilerServices;
using Gradus.Tensors;

namespace Gradus.Learning.Summaries;

/// <summary>Watches one run of a tree through hooks, in evaluation mode; puts modes and random streams back when it is disposed.</summary>
internal sealed class SummaryWatch : IDisposable
{
    private readonly Module _root;
    private readonly (string Path, Module Module)[] _modules;
    private readonly Dictionary<Module, Seen> _seen = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<Tensor, ReceptiveField?> _fields = new(ReferenceEqualityComparer.Instance);
    private readonly Stack<Frame> _frames = new();
    private readonly List<ModuleHook> _hooks = [];
    private readonly KeptModes _modes;
    private readonly Dictionary<string, ulong> _positions;
    private ReceptiveField? _last;

    internal SummaryWatch(Module root)
    {
        _root = root;
        _modules = [.. root.Modules()];
        _positions = root.NamedStreams().ToDictionary(entry => entry.Name, entry => entry.Stream.Position, StringComparer.Ordinal);
        _modes = KeptModes.Evaluate(root);
        foreach ((_, Module module) in _modules)
        {
            _seen.Add(module, new Seen());
            _hooks.Add(module.RegisterForwardPreHook(Before));
            _hooks.Add(module.RegisterForwardHook(After));
        }
    }

    /// <summary>The bytes of what the root was called with.</summary>
    internal long InputBytes { get; private set; }

    public void Dispose()
    {
        foreach (ModuleHook hook in _hooks)
        {
            hook.Dispose();
        }

        _modes.Dispose();

        // A stream that was not there before is put to its beginning.
        foreach ((string name, Rng stream) in _root.NamedStreams())
        {
            stream.Position = _positions.GetValueOrDefault(name, _root.StreamOrigin);
        }
    }

    internal IReadOnlyList<ModuleSummaryRow> Rows()
    {
        if (_seen[_root].Shape is null)
        {
            throw new InvalidOperationException($"{_root.GetType().Name} was not called, so there is nothing to sum up. Call its Forward.");
        }

        return [.. _modules.Select(entry =>
        {
            Seen seen = _seen[entry.Module];
            Seen[] below = [.. entry.Module.Modules().Select(part => _seen[part.Module])];
            int depth = entry.Path.Length == 0 ? 0 : entry.Path.Split('.').Length;
            return new ModuleSummaryRow(entry.Path, depth, entry.Module.Kind, seen.Shape, entry.Module.ParameterCount, below.Sum(part => part.MultiplyAdds), seen.Field, below.Sum(part => part.Bytes));
        })];
    }

    private IReadOnlyList<Tensor>? Before(Module module, IReadOnlyList<Tensor> inputs)
    {
        if (ReferenceEquals(module, _root) && _frames.Count == 0)
        {
            InputBytes += inputs.Distinct(ReferenceEqualityComparer.Instance).Cast<Tensor>().Sum(Bytes);
        }

        _frames.Push(new Frame(Field(inputs)));
        return null;
    }

    private Tensor? After(Module module, IReadOnlyList<Tensor> inputs, Tensor output)
    {
        Frame frame = _frames.Pop();
        bool made = !_fields.TryGetValue(output, out ReceptiveField? field) || module.Children.Count == 0;
        if (made)
        {
            field = module.Widen(frame.Input, inputs);
            field = frame.Parts.Aggregate(field, (largest, part) => largest?.Or(part) ?? part);
        }

        Seen seen = _seen[module];
        seen.Shape = output.Shape.ToArray();
        seen.Field = field;
        seen.MultiplyAdds += module.MultiplyAdds(inputs, output);
        seen.Bytes += made && !inputs.Any(input => Shares(input, output)) ? Bytes(output) : 0;
        _fields[output] = field;
        _last = field;
        if (_frames.TryPeek(out Frame? around))
        {
            around.Parts.Add(field);
        }

        return null;
    }

    // What operators between modules made has the field of what a module gave last.
    private ReceptiveField? Field(IReadOnlyList<Tensor> inputs)
    {
        ReceptiveField? largest = null;
        foreach (Tensor input in inputs)
        {
            ReceptiveField? field = _fields.TryGetValue(input, out ReceptiveField? known) ? known : _last;
            _fields.TryAdd(input, field);
            largest = largest?.Or(field) ?? field;
        }

        return largest;
    }

    private static long Bytes(Tensor tensor) => (long)tensor.ElementCount * tensor.DType.SizeInBytes();

    private static bool Shares(Tensor a, Tensor b) => ReferenceEquals(a, b) || (a.DType == b.DType && a.IsContiguous && b.IsContiguous && a.ElementCount > 0 && b.ElementCount > 0 && a.DType switch
    {
        DType.Float32 => Same<float>(a, b),
        DType.Float64 => Same<double>(a, b),
        DType.Int64 => Same<long>(a, b),
        _ => false,
    });

    private static bool Same<T>(Tensor a, Tensor b)
        where T : unmanaged => Unsafe.AreSame(in a.AsSpan<T>()[0], in b.AsSpan<T>()[0]);

    private sealed class Seen
    {
        internal int[]? Shape { get; set; }

        internal ReceptiveField? Field { get; set; }

        internal long MultiplyAdds { get; set; }

        internal long Bytes { get; set; }
    }

    private sealed class Frame(ReceptiveField? input)
    {
        internal ReceptiveField? Input { get; } = input;

        internal List<ReceptiveField?> Parts { get; } = [];
    }
}
