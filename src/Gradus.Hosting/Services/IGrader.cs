using Gradus.Interview.Grading;
using Gradus.Interview.Questions;

namespace Gradus.Hosting.Services;

/// <summary>Says what an answer is worth.</summary>
public interface IGrader
{
    /// <summary>Grades one answer.</summary>
    /// <param name="question">The question with its rubric.</param>
    /// <param name="answer">The answer, whatever it holds.</param>
    /// <returns>The verdict; the same for the same question and answer.</returns>
    Verdict Grade(Question question, string answer);

    /// <summary>Grades the answer of a round by the structure that its kind asks for.</summary>
    /// <param name="question">The question with its rubric.</param>
    /// <param name="answer">The answer, whatever it holds.</param>
    /// <param name="kind">The kind of round.</param>
    /// <returns>The verdict; that of <see cref="Grade(Question, string)"/> from a grader that knows no structures.</returns>
    Verdict Grade(Question question, string answer, RoundKind kind) => Grade(question, answer);
}
