using Gradus.Cli.Scripts;
using Gradus.Cli.Terminal;
using Gradus.Interview.Questions;
using Gradus.Interview.Sittings;
using Gradus.Labs;
using Spectre.Console;

namespace Gradus.Cli.Commands;

/// <summary>Answers from a file; every lab of a question that was asked is run.</summary>
/// <param name="shell">The surroundings.</param>
/// <param name="script">The answers.</param>
/// <param name="quiet">Whether nothing is told on the way, because one JSON document follows at the end.</param>
internal sealed class ScriptedInterview(Shell shell, AnswerScript script, bool quiet) : IInterviewVoice
{
    private bool _resumed;

    public Task<Reading> AnswerAsync(Sitting sitting, SittingRound round, Question question, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        PassOverAnswered(sitting);
        if (!quiet)
        {
            RoundView.Ask(shell, sitting, round, question);
        }

        string? answer = script.Answer(round.Question, round.FollowUpOf is not null);
        if (!quiet)
        {
            shell.Out.WriteLine(answer ?? "(no answer)");
        }

        return Task.FromResult(new Reading(answer is null ? ReadingEnd.Skipped : ReadingEnd.Answered, answer ?? "", TimeSpan.Zero));
    }

    public void ShowVerdict(SittingRound round)
    {
        if (!quiet)
        {
            RoundView.Verdict(shell, round);
        }
    }

    public LabRequest? WantsLab(Lab lab) => new(Seeds: 3);

    public LabResult WatchLab(Lab lab, Func<IProgress<LabProgress>?, LabResult> run)
    {
        LabResult result = LiveCurves.Watch(shell, lab.Title, run);
        if (!quiet)
        {
            shell.Console.Write(LabView.Show(result, shell));
            shell.Console.WriteLine();
        }

        return result;
    }

    // Blocks that are taken in order were used up by the rounds before an interruption.
    private void PassOverAnswered(Sitting sitting)
    {
        if (_resumed)
        {
            return;
        }

        _resumed = true;
        foreach (SittingRound round in sitting.Rounds.Where(round => round.Done))
        {
            script.Answer(round.Question, round.FollowUpOf is not null);
        }
    }
}
