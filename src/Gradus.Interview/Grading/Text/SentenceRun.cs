namespace Gradus.Interview.Grading.Text;

/// <summary>Neighbouring sentences of a text.</summary>
/// <param name="First">The first sentence, counted from 0.</param>
/// <param name="Last">The last sentence.</param>
internal readonly record struct SentenceRun(int First, int Last);
