using Gradus.Interview.Grading;
using Gradus.Interview.Questions;

namespace Gradus.Hosting.Services;

/// <summary>The grader that comes with Gradus.</summary>
internal sealed class BankGrader(Lazy<Grader> grader) : IGrader
{
    public Verdict Grade(Question question, string answer) => grader.Value.Grade(question, answer);

    public Verdict Grade(Question question, string answer, RoundKind kind) => grader.Value.Judge(question, answer, kind, Grade(question, answer));
}
