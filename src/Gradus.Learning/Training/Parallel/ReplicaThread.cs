namespace Gradus.Learning.Training.Parallel;

/// <summary>A thread that does the same work each time it is started.</summary>
internal sealed class ReplicaThread : IDisposable
{
    private readonly SemaphoreSlim _start = new(0);
    private readonly SemaphoreSlim _done = new(0);
    private readonly Action _work;
    private readonly Thread _thread;
    private Exception? _fault;
    private volatile bool _ends;

    internal ReplicaThread(Action work, int number)
    {
        _work = work;
        _thread = new Thread(Loop) { IsBackground = true, Name = $"Gradus replica {number + 1}" };
        _thread.Start();
    }

    /// <summary>Begins the work.</summary>
    internal void Start() => _start.Release();

    /// <summary>Waits for its end.</summary>
    /// <returns>What was thrown, or null.</returns>
    internal Exception? Wait()
    {
        _done.Wait();
        return _fault;
    }

    /// <summary>Ends the thread, which must not be at work.</summary>
    public void Dispose()
    {
        if (_ends)
        {
            return;
        }

        _ends = true;
        _start.Release();
        _thread.Join();
        _start.Dispose();
        _done.Dispose();
    }

    private void Loop()
    {
        while (true)
        {
            _start.Wait();
            if (_ends)
            {
                return;
            }

            _fault = null;
            try
            {
                _work();
            }
            catch (Exception error) when (Note(error))
            {
                // Whoever waits throws it.
            }

            _done.Release();
        }
    }

    private bool Note(Exception error)
    {
        _fault = error;
        return true;
    }
}
