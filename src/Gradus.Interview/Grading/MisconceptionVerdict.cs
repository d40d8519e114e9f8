namespace Gradus.Interview.Grading;

/// <summary>A misconception that the answer asserts.</summary>
/// <param name="Id">The misconception's id.</param>
/// <param name="Evidence">The words that assert it.</param>
/// <param name="Correction">What is true instead.</param>
public sealed record MisconceptionVerdict(string Id, Evidence Evidence, string Correction);
