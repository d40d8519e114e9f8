namespace Gradus.Interview.Grading;

/// <summary>The length of an answer against two to three spoken minutes.</summary>
/// <param name="Words">How many words it has.</param>
/// <param name="SpokenSeconds">How long it takes to say at 140 words a minute.</param>
/// <param name="Advice">One sentence: too short, about right or too long.</param>
public sealed record Concision(int Words, double SpokenSeconds, string Advice);
