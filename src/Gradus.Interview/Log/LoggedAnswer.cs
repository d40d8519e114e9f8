using Gradus.Interview.Grading;
using Gradus.Interview.Schedule;

namespace Gradus.Interview.Log;

/// <summary>An answer as the log tells it.</summary>
/// <param name="Submitted">What was given.</param>
/// <param name="At">When it was submitted (UTC).</param>
/// <param name="Sequence">The place of its submission in the log.</param>
/// <param name="Verdict">What the grader says, or null while it is not graded.</param>
/// <param name="Proposed">The rating that the score proposes, or null.</param>
/// <param name="Rating">The rating that counts, or null.</param>
public sealed record LoggedAnswer(AnswerSubmitted Submitted, DateTimeOffset At, long Sequence, Verdict? Verdict = null, Rating? Proposed = null, Rating? Rating = null);
