namespace Gradus.Interview.Sittings;

/// <summary>What a lab measured, in the words and numbers that a sitting needs; this room knows no engine.</summary>
/// <param name="Id">The lab's id.</param>
/// <param name="Hypothesis">The claim that was put to the test.</param>
/// <param name="Verdict"><c>holds</c>, <c>refuted</c> or <c>inconclusive</c>.</param>
/// <param name="Effect">The mean effect over the seeds.</param>
/// <param name="Interval">The 95 % interval of the mean effect: low and high.</param>
/// <param name="Seeds">The seeds that were run.</param>
/// <param name="Measures">Everything measured, by name.</param>
/// <param name="Digest">SHA-256 over the bits of every measured value.</param>
/// <param name="Conclusion">What was seen, in one or two sentences.</param>
public sealed record LabSummary(
    string Id,
    string Hypothesis,
    string Verdict,
    double Effect,
    IReadOnlyList<double> Interval,
    IReadOnlyList<ulong> Seeds,
    IReadOnlyDictionary<string, double> Measures,
    string Digest,
    string Conclusion);
