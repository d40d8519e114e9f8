using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using Gradus.Hosting.Json;
using Gradus.Hosting.Store;
using Gradus.Interview.Log;
using Gradus.Interview.Questions;
using Gradus.Interview.Sittings;
using Gradus.Labs;

namespace Gradus.Hosting.Services;

/// <summary>Runs labs, in the foreground or on one background worker, and records what they measure.</summary>
public sealed class LabBench : IDisposable
{
    /// <summary>How many runs may wait for the worker.</summary>
    public const int MostWaiting = LabQueue.MostWaiting;

    /// <summary>How many runs of one person may wait where several share the worker, so that nobody fills its queue alone.</summary>
    public const int MostWaitingEach = 4;

    /// <summary>How many ended runs keep their progress; older ones are read from the log.</summary>
    public const int MostRemembered = 64;

    private readonly Workspace _workspace;
    private readonly ConcurrentDictionary<string, LabJob> _jobs = [];
    private readonly ConcurrentQueue<string> _ended = [];
    private readonly CancellationTokenSource _stopping = new();
    private readonly LabQueue _queue;
    private readonly int _mostWaiting;

    internal LabBench(Workspace workspace, IReadOnlyList<Lab> labs, LabQueue queue, bool queueIsShared)
    {
        _workspace = workspace;
        _queue = queue;
        _mostWaiting = queueIsShared ? MostWaitingEach : MostWaiting;
        All = [.. labs.OrderBy(lab => lab.Id, StringComparer.Ordinal)];
    }

    /// <summary>The labs that can be run, in order of their ids.</summary>
    public IReadOnlyList<Lab> All { get; }

    /// <summary>Whether a run waits or is under way.</summary>
    public bool Busy => _jobs.Values.Any(job => !job.Ended.IsCompleted);

    /// <summary>The lab with an id.</summary>
    /// <param name="labId">The id.</param>
    /// <returns>The lab.</returns>
    /// <exception cref="UnknownIdException">There is no such lab; the message names the nearest ids.</exception>
    public Lab Find(string labId) => All.FirstOrDefault(lab => lab.Id == labId) ?? throw new UnknownIdException("lab", labId, NearestId.Among(All.Select(lab => lab.Id), labId));

    /// <summary>Runs a lab on the caller's thread and records its result.</summary>
    /// <param name="labId">The lab's id.</param>
    /// <param name="request">Seeds to run.</param>
    /// <param name="progress">Told of every value, or null.</param>
    /// <param name="cancellationToken">Stops the run; nothing is recorded then.</param>
    /// <returns>The result.</returns>
    /// <exception cref="UnknownIdException">There is no such lab.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public LabResult Run(string labId, LabRequest request, IProgress<LabProgress>? progress = null, CancellationToken cancellationToken = default) =>
        RunAndRecord(_workspace.Ids.Next(), Find(labId), request, progress, cancellationToken);

    /// <summary>Queues a run for the background worker.</summary>
    /// <param name="labId">The lab's id.</param>
    /// <param name="request">Seeds to run.</param>
    /// <returns>The run as it stands.</returns>
    /// <exception cref="UnknownIdException">There is no such lab.</exception>
    /// <exception cref="LabQueueFullException">Too many runs wait.</exception>
    public LabRun StartRun(string labId, LabRequest request)
    {
        ObjectDisposedException.ThrowIf(_stopping.IsCancellationRequested, this);
        LabJob job = new(_workspace.Ids.Next(), Find(labId), request, _stopping.Token);
        bool full = _jobs.Values.Count(waiting => waiting.IsWaiting) >= _mostWaiting;
        _jobs[job.Id] = job;
        if (full || !_queue.TryAdd(job, Work))
        {
            _jobs.TryRemove(job.Id, out _);
            job.Dispose();
            throw new LabQueueFullException(full ? _mostWaiting : MostWaiting);
        }

        return job.Snapshot();
    }

    /// <summary>A run as it stands; runs of earlier processes are found in the log.</summary>
    /// <param name="runId">The run's id.</param>
    /// <returns>The run, or null where there is none.</returns>
    public LabRun? FindRun(string runId)
    {
        if (_jobs.TryGetValue(runId, out LabJob? job))
        {
            return job.Snapshot();
        }

        LabRan? ran = _workspace.Store.Read(new EventFilter { Stream = runId, Kinds = [EventCodec.Current.KindOf<LabRan>()] }).Select(logged => logged.Event).OfType<LabRan>().FirstOrDefault();
        return ran is null ? null : new LabRun(runId, ran.Summary.Id, LabRunStatus.Done, [], ran.Detail?.Deserialize<LabResult>(GradusJson.Stored), null);
    }

    /// <summary>What happened in a run so far and what happens until it ends.</summary>
    /// <param name="runId">The run's id.</param>
    /// <param name="cancellationToken">Stops listening; the run goes on.</param>
    /// <returns>The events, the past ones first; of a run of an earlier process only its result.</returns>
    /// <exception cref="UnknownIdException">There is no such run.</exception>
    public IAsyncEnumerable<LabEvent> Subscribe(string runId, CancellationToken cancellationToken = default)
    {
        if (_jobs.TryGetValue(runId, out LabJob? job))
        {
            return job.Follow(cancellationToken);
        }

        return FindRun(runId) is { Result: { } result }
            ? new LabEvent[] { new LabCompleted(result) }.ToAsyncEnumerable()
            : throw new UnknownIdException("lab run", runId, []);
    }

    /// <summary>Stops a run; one that has ended is left as it is.</summary>
    /// <param name="runId">The run's id.</param>
    /// <exception cref="UnknownIdException">There is no such run.</exception>
    public void Cancel(string runId)
    {
        if (_jobs.TryGetValue(runId, out LabJob? job))
        {
            job.Cancel();
        }
        else if (FindRun(runId) is null)
        {
            throw new UnknownIdException("lab run", runId, []);
        }
    }

    /// <summary>A result in the words and numbers that a sitting keeps.</summary>
    /// <param name="result">The result.</param>
    /// <returns>The summary.</returns>
    public static LabSummary Summarize(LabResult result) => new(
        result.Id,
        result.Hypothesis,
        JsonNamingPolicy.CamelCase.ConvertName(result.Verdict.ToString()),
        result.Effect,
        [result.Interval.Low, result.Interval.High],
        result.Seeds,
        result.Measures,
        result.Digest,
        result.Conclusion);

    /// <summary>Stops the run that is under way, waits until the worker has left it, and drops those that wait.</summary>
    public void Dispose()
    {
        if (!_stopping.IsCancellationRequested)
        {
            _stopping.Cancel();
            foreach (LabJob job in _jobs.Values)
            {
                if (job.TryBegin())
                {
                    // The worker will pass it over.
                    job.Add(new LabCancelled());
                    job.End();
                }

                job.Ended.Wait();
                job.Dispose();
            }
        }
    }

    internal static LabRecord Record(LabRan ran, DateTimeOffset at) => new(ran.RunId, at, TimeSpan.FromSeconds(ran.ElapsedSeconds), ran.Summary);

    private void Work(LabJob job)
    {
        try
        {
            Try(job);
        }
        finally
        {
            job.End();
            _ended.Enqueue(job.Id);
            while (_ended.Count > MostRemembered && _ended.TryDequeue(out string? oldest))
            {
                if (_jobs.TryRemove(oldest, out LabJob? forgotten))
                {
                    forgotten.Dispose();
                }
            }
        }
    }

    private void Try(LabJob job)
    {
        try
        {
            job.Cancellation.ThrowIfCancellationRequested();
            job.Add(new LabStarted());
            job.Add(new LabCompleted(RunAndRecord(job.Id, job.Lab, job.Request, job, job.Cancellation)));
        }
        catch (OperationCanceledException)
        {
            job.Add(new LabCancelled());
        }
        catch (Exception error)
        {
            // Whatever a lab throws must reach those who watch it, and must not end the worker.
            job.Add(new LabFailed(string.Create(CultureInfo.InvariantCulture, $"The lab '{job.Lab.Id}' stopped: {error.Message}")));
        }
    }

    private LabResult RunAndRecord(string runId, Lab lab, LabRequest request, IProgress<LabProgress>? progress, CancellationToken cancellationToken)
    {
        DateTimeOffset start = _workspace.Now;
        LabResult result = lab.Run(request, progress, cancellationToken);
        JsonElement detail = JsonSerializer.SerializeToElement(result, GradusJson.Stored);
        _workspace.Store.Append([new LabRan(runId, Summarize(result), (_workspace.Now - start).TotalSeconds, detail)]);
        return result;
    }
}
