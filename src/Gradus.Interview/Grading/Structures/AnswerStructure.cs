using Gradus.Interview.Questions;

namespace Gradus.Interview.Grading.Structures;

/// <summary>How an answer stands to the structure of its round.</summary>
/// <param name="Kind">The kind of round.</param>
/// <param name="Rubric">What the answer scores by the question's rubric alone, 0 to 1.</param>
/// <param name="Parts">The parts of the structure, in order.</param>
/// <param name="Jargon">Terms that a listener who is no expert does not know and that were not explained; none in other rounds.</param>
public sealed record AnswerStructure(RoundKind Kind, double Rubric, IReadOnlyList<StructurePart> Parts, IReadOnlyList<Evidence> Jargon);
