namespace Gradus.Interview.Schedule;

/// <summary>A question with the study day it comes back on.</summary>
/// <param name="Question">The question's id.</param>
/// <param name="Day">The study day.</param>
public sealed record PlannedReview(string Question, DateOnly Day);
