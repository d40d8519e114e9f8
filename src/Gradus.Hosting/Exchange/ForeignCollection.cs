using Gradus.Interview.Schedule;

namespace Gradus.Hosting.Exchange;

/// <summary>What a file of another program holds, in Gradus's terms.</summary>
/// <param name="Cards">Cards of one's own.</param>
/// <param name="Reviews">Reviews of them and of questions of the bank.</param>
/// <param name="Places">Where they stand, where the file says so.</param>
/// <param name="Notices">What was left out and why.</param>
internal sealed record ForeignCollection(IReadOnlyList<OwnCard> Cards, IReadOnlyList<ForeignReview> Reviews, IReadOnlyList<ForeignPlace> Places, IReadOnlyList<string> Notices);
