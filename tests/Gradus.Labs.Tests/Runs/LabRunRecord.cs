namespace Gradus.Labs.Tests.Runs;

/// <summary>One run of a lab.</summary>
public sealed record LabRunRecord(LabResult Result, IReadOnlyList<LabProgress> Progress, TimeSpan Time);
