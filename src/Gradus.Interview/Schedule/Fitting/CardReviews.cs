namespace Gradus.Interview.Schedule.Fitting;

/// <summary>The reviews of one card.</summary>
/// <param name="Card">The card's id.</param>
/// <param name="Reviews">Its reviews, the oldest first.</param>
public sealed record CardReviews(string Card, IReadOnlyList<DatedReview> Reviews);
