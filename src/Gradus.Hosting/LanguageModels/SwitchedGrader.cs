using Gradus.Hosting.Services;
using Gradus.Interview.Grading;
using Gradus.Interview.Questions;

namespace Gradus.Hosting.LanguageModels;

/// <summary>Grades with whichever grader is in use; an answer that is being graded is finished with the one that began it.</summary>
internal sealed class SwitchedGrader(IGrader first) : IGrader
{
    private IGrader _current = first;

    public Verdict Grade(Question question, string answer) => Volatile.Read(ref _current).Grade(question, answer);

    public void Use(IGrader grader) => Volatile.Write(ref _current, grader);
}
