using Gradus.Interview.Questions;
using Gradus.Interview.Schedule;

namespace Gradus.Hosting.Services;

/// <summary>A question in the schedule.</summary>
/// <param name="Question">The question.</param>
/// <param name="Card">Its schedule.</param>
/// <param name="Retrievability">The probability that it is remembered now.</param>
public sealed record ReviewItem(Question Question, CardState Card, double Retrievability);
