namespace Gradus.Interview.Sittings;

/// <summary>How a round went.</summary>
/// <param name="Round">The round's number, from 1.</param>
/// <param name="Question">The question's id.</param>
/// <param name="Title">The question's title.</param>
/// <param name="Topic">The topic's id.</param>
/// <param name="FollowUpOf">The round that it followed up, or null.</param>
/// <param name="Score">The score of its answer, 0 to 1; 0 where it was passed over.</param>
/// <param name="Skipped">Whether it was passed over.</param>
/// <param name="Seconds">How long the answer took.</param>
/// <param name="Words">How many words it had.</param>
/// <param name="ReviewAt">When the question comes back for review, or null.</param>
public sealed record RoundScore(
    int Round, string Question, string Title, string Topic, int? FollowUpOf, double Score, bool Skipped, double Seconds, int Words, DateTimeOffset? ReviewAt);
