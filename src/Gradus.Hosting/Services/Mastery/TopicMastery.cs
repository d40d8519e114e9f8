namespace Gradus.Hosting.Services.Mastery;

/// <summary>How well one topic is known.</summary>
/// <param name="Topic">The topic's id.</param>
/// <param name="Mastery">The mean mastery of its questions, 0 to 1; new ones count 0.</param>
/// <param name="Questions">How many questions it has.</param>
/// <param name="Met">How many were answered or rated at least once.</param>
/// <param name="Mastered">How many are mastered.</param>
/// <param name="Needs">Other topics whose questions its own rest on, the one it needs most first.</param>
public sealed record TopicMastery(string Topic, double Mastery, int Questions, int Met, int Mastered, IReadOnlyList<string> Needs);
