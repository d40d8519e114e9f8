using Gradus.Cli.Terminal;
using Gradus.Hosting.Services;
using Gradus.Interview.Questions;
using Gradus.Interview.Sittings;
using Gradus.Labs;
using Spectre.Console;

namespace Gradus.Cli.Commands;

/// <summary>A person at a terminal.</summary>
/// <param name="shell">The surroundings.</param>
/// <param name="application">The services.</param>
internal sealed class SpokenInterview(Shell shell, GradusApplication application) : IInterviewVoice
{
    private readonly AnswerReader _reader = new(shell, application.Practice);

    public Task<Reading> AnswerAsync(Sitting sitting, SittingRound round, Question question, CancellationToken cancellationToken)
    {
        RoundView.Ask(shell, sitting, round, question);
        return _reader.ReadAsync(DraftKey.ForRound(sitting.Id, round.Number), round.Kind, text => Hint(sitting.Id, round.Number, text), cancellationToken);
    }

    private string Hint(string sittingId, int round, string text)
    {
        try
        {
            return RoundView.Told(application.Interviews.TakeHint(sittingId, text, round).Rounds[round - 1].Hints[^1]);
        }
        catch (SittingStateException error)
        {
            return error.Message;
        }
    }

    public void ShowVerdict(SittingRound round) => RoundView.Verdict(shell, round);

    public LabRequest? WantsLab(Lab lab) => Prompts.Confirm(shell, $"Run the lab '{lab.Id}' that proves it?") ? new LabRequest(Seeds: 3) : null;

    public LabResult WatchLab(Lab lab, Func<IProgress<LabProgress>?, LabResult> run)
    {
        LabResult result = LiveCurves.Watch(shell, lab.Title, run);
        shell.Console.Write(LabView.Show(result, shell));
        shell.Console.WriteLine();
        return result;
    }
}
