using Gradus.Tensors;

namespace Gradus.Learning;

/// <content>The random streams of a tree (dropout and its like): named as parameters are, so that a training can go on where they stood.</content>
public abstract partial class Module : IStateful
{
    private Dictionary<string, Rng>? _streams;

    // Of the root: where streams begin that are made from now on.
    private ulong _streamOrigin;

    /// <summary>The seed of the whole tree.</summary>
    internal ulong Seed => Root()._seed;

    /// <inheritdoc/>
    void IStateful.LoadStateDictionary(IReadOnlyDictionary<string, Tensor> state) => LoadStateDictionary(state);

    /// <summary>The random streams that the tree has made, by path and purpose such as <c>3.dropout</c>.</summary>
    internal IEnumerable<(string Name, Rng Stream)> NamedStreams() =>
        Modules().SelectMany(entry => (entry.Module._streams ?? []).Select(stream => (Join(entry.Name, stream.Key), stream.Value)));

    /// <summary>Puts the random streams of the tree to where others of the same seed stood; those that are not named go to their beginning.</summary>
    /// <param name="seed">The seed of the tree. First values are drawn anew from it: load parameters and buffers afterwards.</param>
    /// <param name="positions">Positions by name, as <see cref="NamedStreams"/> names them.</param>
    /// <exception cref="ArgumentException">The tree has no such module; it was drawn anew nevertheless.</exception>
    internal void RestoreStreams(ulong seed, IReadOnlyDictionary<string, ulong> positions)
    {
        Initialize(seed);
        Dictionary<string, Module> modules = Modules().ToDictionary(entry => entry.Name, entry => entry.Module, StringComparer.Ordinal);
        foreach ((string name, ulong position) in positions)
        {
            int dot = name.LastIndexOf('.');
            Module module = modules.GetValueOrDefault(dot < 0 ? "" : name[..dot]) ?? throw new ArgumentException($"{GetType().Name} has no module for the random stream '{name}'. Was it saved from another model?", nameof(positions));
            module.Stream(name[(dot + 1)..]).Position = position;
        }
    }

    internal ulong StreamOrigin => Root()._streamOrigin;

    /// <summary>Puts all random streams of the tree to one place, those too that are still to be made.</summary>
    internal void PlaceStreams(ulong position)
    {
        Root()._streamOrigin = position;
        foreach ((_, Rng stream) in NamedStreams())
        {
            stream.Position = position;
        }
    }

    /// <summary>The random stream of this module for a purpose, keyed by the seed of the tree, the path of the module and the purpose; checkpoints remember where it stands.</summary>
    /// <param name="purpose">What it is for, such as "dropout", without a dot.</param>
    /// <returns>The same stream until <see cref="Initialize"/> begins a new one.</returns>
    protected Rng Stream(string purpose)
    {
        _streams ??= new Dictionary<string, Rng>(StringComparer.Ordinal);
        if (!_streams.TryGetValue(purpose, out Rng? stream))
        {
            stream = KeyedStream(purpose);
            stream.Position = Root()._streamOrigin;
            _streams.Add(purpose, stream);
        }

        return stream;
    }

    private Rng KeyedStream(string purpose) => new Rng(Root()._seed).Split(Path()).Split(purpose);
}
