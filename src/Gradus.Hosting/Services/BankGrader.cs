using Gradus.Interview.Grading;
using Gradus.Interview.Questions;

namespace Gradus.Hosting.Services;

/// <summary>The grader that comes with Gradus.</summary>
internal sealed class BankGrader(Lazy<Grader> grader) : IGrader
{
    public Verdict Grade(Question question, string answer) => grader.Value.Grade(question, answer);
}
