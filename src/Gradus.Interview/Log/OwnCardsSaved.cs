using Gradus.Interview.Schedule;

namespace Gradus.Interview.Log;

/// <summary>Cards of the person's own came into the reviews, or were changed; for each id the save with the latest time counts.</summary>
/// <param name="Source">Where they came from, such as a file's name.</param>
/// <param name="Cards">The cards.</param>
public sealed record OwnCardsSaved(string Source, IReadOnlyList<OwnCard> Cards) : LogEvent
{
    /// <inheritdoc/>
    public override string Stream => "cards";
}
