namespace Gradus.Interview.Grading.Likeness;

/// <summary>How an answer stands to the passages of one point.</summary>
/// <param name="Strength">The greatest output of the regression.</param>
/// <param name="Meaning">The greatest output of the regression in the space of words.</param>
/// <param name="Lead">The greatest lead over the passages that do not.</param>
/// <param name="FirstSentence">The first sentence where the output is greatest.</param>
/// <param name="LastSentence">The last sentence there.</param>
internal readonly record struct PassageMatch(double Strength, double Meaning, double Lead, int FirstSentence, int LastSentence);
