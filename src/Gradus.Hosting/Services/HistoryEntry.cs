using Gradus.Interview.Sittings;

namespace Gradus.Hosting.Services;

/// <summary>Something that happened; exactly one of the three is set.</summary>
/// <param name="At">When (UTC): an answer submitted, a sitting last touched, a lab finished.</param>
/// <param name="Answer">A practice answer, or null.</param>
/// <param name="Sitting">A sitting, or null.</param>
/// <param name="Lab">A lab run, or null.</param>
public sealed record HistoryEntry(DateTimeOffset At, AnswerRecord? Answer, Sitting? Sitting, LabRecord? Lab);
