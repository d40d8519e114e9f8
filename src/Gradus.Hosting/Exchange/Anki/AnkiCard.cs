using Gradus.Interview.Schedule;

namespace Gradus.Hosting.Exchange.Anki;

/// <summary>A card as it goes to Anki.</summary>
/// <param name="Guid">What it is known by.</param>
/// <param name="Front">Its front, as HTML.</param>
/// <param name="Back">Its back, as HTML.</param>
/// <param name="Tags">Its tags.</param>
/// <param name="Deck">The name of its deck.</param>
/// <param name="State">Its schedule.</param>
/// <param name="Reviews">Its reviews, the oldest first.</param>
internal sealed record AnkiCard(string Guid, string Front, string Back, IReadOnlyList<string> Tags, string Deck, CardState State, IReadOnlyList<ForeignReview> Reviews);
