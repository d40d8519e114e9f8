namespace Gradus.Tensors.Random;

/// <summary>Notes where each random stream stood when this thread first drew from it, while it is open. They nest.</summary>
internal sealed class RngWatch : IDisposable
{
    private static int _open;

    [ThreadStatic]
    private static RngWatch? _current;

    private readonly RngWatch? _outer = _current;
    private readonly List<(Rng Stream, ulong Position)> _streams = [];

    internal RngWatch()
    {
        _current = this;
        Interlocked.Increment(ref _open);
    }

    /// <summary>Whether any thread takes notes; all that the others pay.</summary>
    internal static bool IsOpen => _open != 0;

    /// <summary>The streams with their places at the first draw.</summary>
    internal IReadOnlyList<(Rng Stream, ulong Position)> Streams => _streams;

    /// <summary>Notes a stream that is about to move.</summary>
    internal static void Note(Rng stream)
    {
        for (RngWatch? watch = _current; watch is not null; watch = watch._outer)
        {
            if (!watch._streams.Exists(entry => entry.Stream == stream))
            {
                watch._streams.Add((stream, stream.Position));
            }
        }
    }

    /// <summary>Takes no further notes.</summary>
    public void Dispose()
    {
        _current = _outer;
        Interlocked.Decrement(ref _open);
    }
}
