using Gradus.Interview.Schedule;

namespace Gradus.Interview.Log;

/// <summary>The person asked for new dates, or dates came with cards from another program.</summary>
/// <param name="Reviews">Which question comes back on which study day.</param>
public sealed record ReviewsRescheduled(IReadOnlyList<PlannedReview> Reviews) : LogEvent
{
    /// <inheritdoc/>
    public override string Stream => "schedule";
}
