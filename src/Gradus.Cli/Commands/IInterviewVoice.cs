using Gradus.Cli.Terminal;
using Gradus.Interview.Questions;
using Gradus.Interview.Sittings;
using Gradus.Labs;

namespace Gradus.Cli.Commands;

/// <summary>The candidate's side of an interview: a person at a terminal, or a file of answers.</summary>
internal interface IInterviewVoice
{
    /// <summary>Puts a round to the candidate and takes the answer.</summary>
    /// <param name="sitting">The sitting.</param>
    /// <param name="round">The round.</param>
    /// <param name="question">The round's question.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>What the candidate did.</returns>
    Task<Reading> AnswerAsync(Sitting sitting, SittingRound round, Question question, CancellationToken cancellationToken);

    /// <summary>Shows what the grader says.</summary>
    /// <param name="round">The graded round.</param>
    void ShowVerdict(SittingRound round);

    /// <summary>Whether the lab of a round is to be run, and over how many seeds.</summary>
    /// <param name="lab">The lab.</param>
    /// <returns>What to run, or null for nothing.</returns>
    LabRequest? WantsLab(Lab lab);

    /// <summary>Runs a lab where the candidate can watch it, and shows the result.</summary>
    /// <param name="lab">The lab.</param>
    /// <param name="run">Runs it with the progress that it is given.</param>
    /// <returns>The result.</returns>
    LabResult WatchLab(Lab lab, Func<IProgress<LabProgress>?, LabResult> run);
}
