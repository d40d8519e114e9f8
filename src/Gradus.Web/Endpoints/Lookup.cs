using Gradus.Hosting.Services;
using Gradus.Interview.Questions;
using Gradus.Labs;

namespace Gradus.Web.Endpoints;

/// <summary>Finds what an address names, or says what is near to it.</summary>
internal static class Lookup
{
    /// <summary>A question of the bank.</summary>
    /// <exception cref="UnknownIdException">There is none.</exception>
    public static Question Question(GradusApplication application, string id) =>
        application.Bank.Find(id) ?? throw new UnknownIdException("question", id, application.Bank.Nearest(id, 3));

    /// <summary>An answer of the history.</summary>
    /// <exception cref="UnknownIdException">There is none.</exception>
    public static AnswerRecord Answer(GradusApplication application, string id) => application.History.FindAnswer(id) ?? throw new UnknownIdException("answer", id, []);

    /// <summary>A run of a lab.</summary>
    /// <exception cref="UnknownIdException">There is none, or it is another lab's.</exception>
    public static LabRun Run(GradusApplication application, Lab lab, string runId) =>
        application.Labs.FindRun(runId) is { } run && run.LabId == lab.Id ? run : throw new UnknownIdException("run", runId, []);
}
