namespace Gradus.Interview.Schedule.Fitting;

/// <summary>A review as it counts.</summary>
/// <param name="Id">The id of the event that recorded it.</param>
/// <param name="Day">Its study day.</param>
/// <param name="Rating">The rating that counts.</param>
/// <param name="At">When it was given (UTC).</param>
public sealed record DatedReview(string Id, DateOnly Day, Rating Rating, DateTimeOffset At);
