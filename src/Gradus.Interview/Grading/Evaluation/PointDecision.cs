namespace Gradus.Interview.Grading.Evaluation;

/// <summary>What the grader and the readers say of one point of one answer.</summary>
/// <param name="Question">The question's id.</param>
/// <param name="Answer">The answer's number in what was measured, counted from 0.</param>
/// <param name="Point">The point's number, counted from 1.</param>
/// <param name="Covered">Whether the readers find it stated.</param>
/// <param name="Credit">The grader's credit, 0 to 1.</param>
/// <param name="Signals">What the grader saw of it, by name, for fitting: oracles/grader_credit.py.</param>
public sealed record PointDecision(string Question, int Answer, int Point, bool Covered, double Credit, IReadOnlyDictionary<string, double> Signals);
