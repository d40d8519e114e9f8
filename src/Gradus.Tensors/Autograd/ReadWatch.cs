using Gradus.Tensors.Storage;

namespace Gradus.Tensors.Autograd;

/// <summary>Notes which tensors from before this thread reads while it is open, each with its version, so that a second computation can refuse when one was changed since. They nest.</summary>
/// <remarks>
/// Memory that is handed out while a watch is open has a birth after the watch's beginning and is not noted; nor is what is changed in place meanwhile, such as running statistics, for the computation
/// itself changes it again.
/// </remarks>
internal sealed class ReadWatch : IDisposable
{
    private static int _open;
    private static long _births;

    [ThreadStatic]
    private static ReadWatch? _current;

    private readonly ReadWatch? _outer = _current;
    private readonly long _start = Volatile.Read(ref _births);
    private readonly Dictionary<Block, SavedTensor?> _seen = [];

    internal ReadWatch()
    {
        _current = this;
        Interlocked.Increment(ref _open);
    }

    /// <summary>Whether any thread takes notes; all that the others pay.</summary>
    internal static bool IsOpen => _open != 0;

    /// <summary>What was read and not changed.</summary>
    internal SavedTensor[] Tensors => [.. _seen.Values.OfType<SavedTensor>()];

    /// <summary>Notes a tensor whose memory is about to be read.</summary>
    internal static void Read(Tensor tensor)
    {
        for (ReadWatch? watch = _current; watch is not null; watch = watch._outer)
        {
            if (tensor.Block.Birth <= watch._start && !watch._seen.ContainsKey(tensor.Block))
            {
                watch._seen.Add(tensor.Block, new SavedTensor(tensor));
            }
        }
    }

    /// <summary>Notes a block that is about to be changed.</summary>
    internal static void Changed(Block block)
    {
        for (ReadWatch? watch = _current; watch is not null; watch = watch._outer)
        {
            if (block.Birth <= watch._start)
            {
                watch._seen[block] = null;
            }
        }
    }

    /// <summary>Notes that a block was handed out.</summary>
    internal static void Made(Block block) => block.Birth = Interlocked.Increment(ref _births);

    /// <summary>Takes no further notes.</summary>
    public void Dispose()
    {
        _current = _outer;
        Interlocked.Decrement(ref _open);
    }
}
