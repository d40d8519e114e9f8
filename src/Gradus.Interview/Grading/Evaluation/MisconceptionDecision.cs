namespace Gradus.Interview.Grading.Evaluation;

/// <summary>What the grader and the readers say of one misconception in one answer.</summary>
/// <param name="Question">The question's id.</param>
/// <param name="Answer">The answer's number in what was measured, counted from 0.</param>
/// <param name="Misconception">The misconception's number, counted from 1.</param>
/// <param name="Asserted">Whether the readers find it asserted.</param>
/// <param name="Windows">What the grader saw of it in each sentence and pair of sentences with a word of its cues, by name, for fitting: oracles/grader_misconceptions.py.</param>
public sealed record MisconceptionDecision(string Question, int Answer, int Misconception, bool Asserted, IReadOnlyList<IReadOnlyDictionary<string, double>> Windows);
