using System.Threading.Channels;

namespace Gradus.Hosting.Services;

/// <summary>The one worker that runs labs in the background, and what waits for it. The benches of several people may share it; each run ends up at the bench that it came from.</summary>
internal sealed class LabQueue : IDisposable
{
    /// <summary>How many runs may wait for the worker.</summary>
    public const int MostWaiting = 16;

    private readonly Channel<(LabJob Job, Action<LabJob> Run)> _waiting = Channel.CreateBounded<(LabJob, Action<LabJob>)>(MostWaiting);
    private readonly Lazy<Task> _worker;

    // A lab computes for seconds: it gets a thread of its own, and only once there is something to run.
    public LabQueue() => _worker = new Lazy<Task>(() => Task.Factory.StartNew(Work, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default));

    /// <summary>Puts a run at the end.</summary>
    /// <param name="job">The run.</param>
    /// <param name="run">Runs it on the worker; must not throw.</param>
    /// <returns>Whether there was room.</returns>
    public bool TryAdd(LabJob job, Action<LabJob> run)
    {
        if (!_waiting.Writer.TryWrite((job, run)))
        {
            return false;
        }

        _ = _worker.Value;
        return true;
    }

    /// <summary>Waits for the worker to leave; the benches have stopped their runs before.</summary>
    public void Dispose()
    {
        if (_waiting.Writer.TryComplete() && _worker.IsValueCreated)
        {
            _worker.Value.Wait();
        }
    }

    private void Work()
    {
        while (_waiting.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
        {
            while (_waiting.Reader.TryRead(out (LabJob Job, Action<LabJob> Run) next))
            {
                if (next.Job.TryBegin())
                {
                    next.Run(next.Job);
                }
            }
        }
    }
}
