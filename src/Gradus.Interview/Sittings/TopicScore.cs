namespace Gradus.Interview.Sittings;

/// <summary>How a topic went.</summary>
/// <param name="Topic">The topic's id.</param>
/// <param name="Score">The mean score of its questions, 0 to 1.</param>
/// <param name="Questions">How many questions it had.</param>
public sealed record TopicScore(string Topic, double Score, int Questions);
