using Gradus.Labs;

namespace Gradus.Hosting.Services;

/// <summary>A lab run that is in the log.</summary>
/// <param name="RunId">The run's id.</param>
/// <param name="At">When it ended (UTC).</param>
/// <param name="Elapsed">How long it took.</param>
/// <param name="Result">The whole result, figures included.</param>
public sealed record LabRecord(string RunId, DateTimeOffset At, TimeSpan Elapsed, LabResult Result);
