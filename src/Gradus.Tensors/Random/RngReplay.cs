namespace Gradus.Tensors.Random;

/// <summary>Puts random streams back to where they stood when a watch noted them; disposing returns them to where they were now.</summary>
internal readonly ref struct RngReplay
{
    private readonly RngWatch _watch;
    private readonly ulong[] _now;

    internal RngReplay(RngWatch watch)
    {
        _watch = watch;
        _now = new ulong[watch.Streams.Count];
        for (int i = 0; i < _now.Length; i++)
        {
            (Rng stream, ulong position) = watch.Streams[i];
            _now[i] = stream.Position;
            stream.Position = position;
        }
    }

    public void Dispose()
    {
        for (int i = 0; i < _now.Length; i++)
        {
            _watch.Streams[i].Stream.Position = _now[i];
        }
    }
}
