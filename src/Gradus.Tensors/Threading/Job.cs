namespace Gradus.Tensors.Threading;

/// <summary>Parts of one operator that may be worked off in any order by any thread. A thread that comes late finds no part left and touches nothing.</summary>
internal sealed unsafe class Job(delegate*<void*, int, void> part, void* state, int parts, int helpers)
{
    private int _next;
    private int _finished;
    private volatile Exception? _error;

    /// <summary>How many workers may help.</summary>
    internal int Helpers => helpers;

    internal bool IsFinished => Volatile.Read(ref _finished) == parts;

    internal Exception? Error => _error;

    /// <summary>Works on parts until none is left.</summary>
    internal void Work()
    {
        for (int i = Interlocked.Increment(ref _next) - 1; i < parts; i = Interlocked.Increment(ref _next) - 1)
        {
            try
            {
                part(state, i);
            }
            catch (Exception error) when (Note(error))
            {
            }
            finally
            {
                Interlocked.Increment(ref _finished);
            }
        }
    }

    private bool Note(Exception error)
    {
        _error = error;
        return true;
    }
}
