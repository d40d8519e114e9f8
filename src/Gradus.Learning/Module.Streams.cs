using Gradus.Tensors;

namespace Gradus.Learning;

/// <content>The random streams of a tree (dropout and its like): named as parameters are, so that a training can go on where they stood.</content>
public abstract partial class Module : IStateful
{
    private Dictionary<string, Rng>? _streams;

    /// <summary>The seed of the whole tree.</summary>
    internal ulong Seed => Root()._seed;

    /// <inheritdoc/>
    void IStateful.LoadStateDictionary(IReadOnlyDictionary<string, Tensor> state) => LoadStateDictionary(state);

    /// <summary>The random streams that the tree has made, by path and purpose such as <c>3.dropout</c>.</summary>
    internal IEnumerable<(string Name, Rng Stream)> NamedStreams() =>
        Modules().SelectMany(entry => (entry.Module._streams ?? []).Select(stream => (Join(entry.Name, stream.Key), stream.Value)));

    /// <summary>A random stream of this module alone, keyed by the seed of the tree, the path of the module and a purpose. Make it in <see cref="Reset"/>, or when it is first needed, and keep it.</summary>
    /// <param name="purpose">What it is for, such as "dropout", without a dot.</param>
    /// <returns>A new stream at its beginning, which checkpoints remember.</returns>
    protected Rng Stream(string purpose)
    {
        Rng stream = KeyedStream(purpose);
        (_streams ??= new Dictionary<string, Rng>(StringComparer.Ordinal))[purpose] = stream;
        return stream;
    }

    private Rng KeyedStream(string purpose) => new Rng(Root()._seed).Split(Path()).Split(purpose);
}
