using Gradus.Interview.Sittings;

namespace Gradus.Hosting.Services;

/// <summary>A lab run that is in the log; <see cref="LabBench.FindRun"/> gives its figures too.</summary>
/// <param name="RunId">The run's id.</param>
/// <param name="At">When it ended (UTC).</param>
/// <param name="Elapsed">How long it took.</param>
/// <param name="Summary">What it measured.</param>
public sealed record LabRecord(string RunId, DateTimeOffset At, TimeSpan Elapsed, LabSummary Summary);
