namespace Gradus.Interview.Log;

/// <summary>Something that was done.</summary>
/// <param name="At">When (UTC).</param>
/// <param name="Kind">What.</param>
public readonly record struct PracticeAct(DateTimeOffset At, PracticeActKind Kind);
