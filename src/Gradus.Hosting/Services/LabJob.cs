using System.Runtime.CompilerServices;
using Gradus.Labs;

namespace Gradus.Hosting.Services;

/// <summary>A lab run in the background: what happened so far, and a signal for what happens next.</summary>
internal sealed class LabJob(string id, Lab lab, LabRequest request, CancellationToken stopping) : IProgress<LabProgress>, IDisposable
{
    private readonly Lock _lock = new();
    private readonly List<LabEvent> _events = [];
    private readonly CancellationTokenSource _cancellation = CancellationTokenSource.CreateLinkedTokenSource(stopping);
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _begun;
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public string Id => id;

    public Lab Lab => lab;

    public LabRequest Request => request;

    public CancellationToken Cancellation => _cancellation.Token;

    /// <summary>Whether nobody has begun it.</summary>
    public bool IsWaiting => Volatile.Read(ref _begun) == 0;

    /// <summary>What ends when nobody works on it any more.</summary>
    public Task Ended => _ended.Task;

    /// <summary>Takes it on; true for one caller only.</summary>
    public bool TryBegin() => Interlocked.Exchange(ref _begun, 1) == 0;

    /// <summary>Says that nobody works on it any more.</summary>
    public void End() => _ended.TrySetResult();

    public LabRun Snapshot()
    {
        lock (_lock)
        {
            LabEvent? last = _events.Count > 0 ? _events[^1] : null;
            LabRunStatus status = last switch
            {
                null => LabRunStatus.Queued,
                LabCompleted => LabRunStatus.Done,
                LabFailed => LabRunStatus.Failed,
                LabCancelled => LabRunStatus.Cancelled,
                _ => LabRunStatus.Running,
            };
            return new LabRun(
                id, lab.Id, status, [.. _events.OfType<LabProgressed>().Select(progressed => progressed.Progress)], (last as LabCompleted)?.Result, (last as LabFailed)?.Error);
        }
    }

    public void Add(LabEvent @event)
    {
        lock (_lock)
        {
            _events.Add(@event);
            _changed.SetResult();
            _changed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }

    public void Report(LabProgress value) => Add(new LabProgressed(value));

    /// <summary>Stops the run; one that has ended is left as it is.</summary>
    public void Cancel()
    {
        try
        {
            _cancellation.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // It ended, and made room for a later run.
        }
    }

    public async IAsyncEnumerable<LabEvent> Follow([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        int told = 0;
        while (true)
        {
            LabEvent[] fresh;
            Task changed;
            lock (_lock)
            {
                fresh = [.. _events.Skip(told)];
                changed = _changed.Task;
            }

            told += fresh.Length;
            foreach (LabEvent @event in fresh)
            {
                yield return @event;
            }

            if (fresh is [.., LabCompleted or LabFailed or LabCancelled])
            {
                yield break;
            }

            if (fresh.Length == 0)
            {
                await changed.WaitAsync(cancellationToken);
            }
        }
    }

    public void Dispose() => _cancellation.Dispose();
}
