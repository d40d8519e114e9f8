using Gradus.Labs;

namespace Gradus.Hosting.Services;

/// <summary>A lab run in the background, as it stands at one moment.</summary>
/// <param name="Id">The run's id.</param>
/// <param name="LabId">The lab's id.</param>
/// <param name="Status">How far it is.</param>
/// <param name="Progress">Every value told so far, in order; empty for a run of an earlier process.</param>
/// <param name="Result">The result, or null while there is none.</param>
/// <param name="Error">What went wrong, or null.</param>
public sealed record LabRun(string Id, string LabId, LabRunStatus Status, IReadOnlyList<LabProgress> Progress, LabResult? Result, string? Error);
