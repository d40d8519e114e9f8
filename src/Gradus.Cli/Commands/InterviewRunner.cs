using Gradus.Cli.Terminal;
using Gradus.Hosting.Services;
using Gradus.Interview.Questions;
using Gradus.Interview.Sittings;
using Gradus.Labs;

namespace Gradus.Cli.Commands;

/// <summary>Leads a sitting from where it stands to its report: ask, save, grade, prove, ask again.</summary>
/// <param name="application">The services.</param>
/// <param name="voice">The candidate's side.</param>
internal sealed class InterviewRunner(GradusApplication application, IInterviewVoice voice)
{
    /// <summary>Goes on with a sitting.</summary>
    /// <param name="sitting">The sitting as it stands.</param>
    /// <param name="cancellationToken">Stops it; what was answered is saved, and it can be resumed.</param>
    /// <returns>The finished sitting with its report, or null where the candidate paused.</returns>
    public async Task<Sitting?> RunAsync(Sitting sitting, CancellationToken cancellationToken)
    {
        // A stop may have come between an answer and its lab.
        sitting = Prove(sitting, cancellationToken);
        while (sitting.Current is { } round)
        {
            Question question = Workplace.Find(application, round.Question);
            Reading reading = await voice.AnswerAsync(sitting, round, question, cancellationToken);
            if (reading.End == ReadingEnd.Paused)
            {
                application.Interviews.Pause(sitting.Id);
                return null;
            }

            sitting = reading.End == ReadingEnd.Skipped
                ? application.Interviews.Skip(sitting.Id, round.Number)
                : application.Interviews.Answer(sitting.Id, reading.Text, reading.Elapsed, round.Number);
            voice.ShowVerdict(sitting.Rounds.Single(done => done.Number == round.Number));
            sitting = Prove(sitting, cancellationToken);
        }

        application.Interviews.Finish(sitting.Id);
        return application.Interviews.Get(sitting.Id);
    }

    private Sitting Prove(Sitting sitting, CancellationToken cancellationToken)
    {
        SittingRound? last = sitting.Rounds.LastOrDefault(round => round.Done);
        if (last is not { Skipped: false, FollowUpOf: null, Lab: null }
            || application.Bank.Find(last.Question)?.Lab is not { } labId
            || LabCatalog.Find(labId) is not { } lab
            || voice.WantsLab(lab) is not { } request)
        {
            return sitting;
        }

        LabResult result = voice.WatchLab(lab, progress => application.Labs.Run(labId, request, progress, cancellationToken));
        return application.Interviews.RecordLab(sitting.Id, last.Number, LabBench.Summarize(result));
    }
}
