namespace Gradus.Interview.Log;

/// <summary>An event with its place in the log.</summary>
/// <param name="Sequence">Its number in this log, growing, with gaps allowed.</param>
/// <param name="Id">Its id, unique over all logs.</param>
/// <param name="At">When it was recorded (UTC).</param>
/// <param name="Event">What happened.</param>
public sealed record LoggedEvent(long Sequence, string Id, DateTimeOffset At, LogEvent Event);
