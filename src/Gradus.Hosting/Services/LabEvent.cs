using Gradus.Labs;

namespace Gradus.Hosting.Services;

/// <summary>Something that happens in a lab run.</summary>
public abstract record LabEvent;

/// <summary>The run got its worker.</summary>
public sealed record LabStarted : LabEvent;

/// <summary>A value was measured.</summary>
/// <param name="Progress">The value.</param>
public sealed record LabProgressed(LabProgress Progress) : LabEvent;

/// <summary>The run ended with a result; the last event.</summary>
/// <param name="Result">The result.</param>
public sealed record LabCompleted(LabResult Result) : LabEvent;

/// <summary>The run ended with an error; the last event.</summary>
/// <param name="Error">What went wrong.</param>
public sealed record LabFailed(string Error) : LabEvent;

/// <summary>The run was cancelled; the last event.</summary>
public sealed record LabCancelled : LabEvent;
