using Gradus.Interview.Sittings;
using Gradus.Labs;

namespace Gradus.Hosting.Services;

/// <summary>Runs labs, in the foreground or on one background worker, and records what they measure.</summary>
public sealed class LabBench
{
    /// <summary>The labs that can be run, in order of their ids.</summary>
    public IReadOnlyList<Lab> All => throw new NotImplementedException();

    /// <summary>The lab with an id.</summary>
    /// <param name="labId">The id.</param>
    /// <returns>The lab.</returns>
    /// <exception cref="UnknownIdException">There is no such lab; the message names the nearest ids.</exception>
    public Lab Find(string labId) => throw new NotImplementedException();

    /// <summary>Runs a lab on the caller's thread and records its result.</summary>
    /// <param name="labId">The lab's id.</param>
    /// <param name="request">Seeds to run.</param>
    /// <param name="progress">Told of every value, or null.</param>
    /// <param name="cancellationToken">Stops the run; nothing is recorded then.</param>
    /// <returns>The result.</returns>
    /// <exception cref="UnknownIdException">There is no such lab.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public LabResult Run(string labId, LabRequest request, IProgress<LabProgress>? progress = null, CancellationToken cancellationToken = default) => throw new NotImplementedException();

    /// <summary>Queues a run for the background worker.</summary>
    /// <param name="labId">The lab's id.</param>
    /// <param name="request">Seeds to run.</param>
    /// <returns>The run as it stands.</returns>
    /// <exception cref="UnknownIdException">There is no such lab.</exception>
    /// <exception cref="LabQueueFullException">Too many runs wait.</exception>
    public LabRun StartRun(string labId, LabRequest request) => throw new NotImplementedException();

    /// <summary>A run as it stands; runs of earlier processes are found in the log.</summary>
    /// <param name="runId">The run's id.</param>
    /// <returns>The run, or null where there is none.</returns>
    public LabRun? FindRun(string runId) => throw new NotImplementedException();

    /// <summary>What happened in a run so far and what happens until it ends.</summary>
    /// <param name="runId">The run's id.</param>
    /// <param name="cancellationToken">Stops listening; the run goes on.</param>
    /// <returns>The events, the past ones first.</returns>
    /// <exception cref="UnknownIdException">There is no such run.</exception>
    public IAsyncEnumerable<LabEvent> Subscribe(string runId, CancellationToken cancellationToken = default) => throw new NotImplementedException();

    /// <summary>Stops a run; one that has ended is left as it is.</summary>
    /// <param name="runId">The run's id.</param>
    /// <exception cref="UnknownIdException">There is no such run.</exception>
    public void Cancel(string runId) => throw new NotImplementedException();

    /// <summary>A result in the words and numbers that a sitting keeps.</summary>
    /// <param name="result">The result.</param>
    /// <returns>The summary.</returns>
    public static LabSummary Summarize(LabResult result) => throw new NotImplementedException();
}
