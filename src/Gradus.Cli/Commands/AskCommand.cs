using System.CommandLine;
using System.Text.Json;
using Gradus.Cli.Terminal;
using Gradus.Hosting.Json;
using Gradus.Hosting.Services;
using Gradus.Interview.Questions;
using Gradus.Labs;
using Spectre.Console;

namespace Gradus.Cli.Commands;

/// <summary><c>gradus ask</c>: one question, answered, graded, with its lab offered.</summary>
internal static class AskCommand
{
    public static Command Create(Shell shell)
    {
        Argument<string> id = CommonOptions.Question();
        Option<bool> json = CommonOptions.Json();
        Command command = new("ask", "Answer one question: on standard input, or at the terminal.") { id, json };
        command.SetAction((parsed, cancellationToken) => RunAsync(shell, parsed.GetValue(id)!, parsed.GetValue(json), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(Shell shell, string id, bool json, CancellationToken cancellationToken)
    {
        using GradusApplication application = Workplace.Open(shell);
        Question question = Workplace.Find(application, id);
        if (!shell.InputIsTerminal)
        {
            Show(shell, application.Practice.Answer(id, await shell.In.ReadToEndAsync(cancellationToken), TimeSpan.Zero), json);
            return ExitCodes.Done;
        }

        Shell telling = json ? shell.ForTelling() : shell;
        telling.Head(question.Title);
        telling.Console.WriteLine(question.Ask);
        telling.Console.WriteLine();
        Reading reading = await new AnswerReader(telling, application.Practice).ReadAsync(DraftKey.ForQuestion(id), RoundKind.Explain, hint: null, cancellationToken);
        if (reading.End != ReadingEnd.Answered)
        {
            telling.Console.MarkupLine("[dim]Not answered; your draft is kept.[/]");
            return ExitCodes.Done;
        }

        Show(shell, application.Practice.Answer(id, reading.Text, reading.Elapsed), json);
        if (!json)
        {
            OfferLab(shell, application, question, cancellationToken);
        }

        return ExitCodes.Done;
    }

    private static void Show(Shell shell, AnswerRecord answer, bool json)
    {
        if (json)
        {
            shell.Out.WriteLine(JsonSerializer.Serialize(answer.Verdict, GradusJson.Options));
            return;
        }

        shell.Console.WriteLine();
        shell.Console.Write(VerdictView.Show(answer.Verdict!));
        shell.Console.WriteLine();
        if (answer.NextReview is { } next)
        {
            shell.Console.MarkupLine($"[dim]Comes back for review on {ReviewView.Day(next, shell.Clock)}.[/]");
        }
    }

    private static void OfferLab(Shell shell, GradusApplication application, Question question, CancellationToken cancellationToken)
    {
        if (question.Lab is not { } labId || !Prompts.Confirm(shell, $"Run the lab '{labId}' that proves it?"))
        {
            return;
        }

        Lab lab = application.Labs.Find(labId);
        LabResult result = LiveCurves.Watch(shell, lab.Title, progress => application.Labs.Run(labId, new LabRequest(), progress, cancellationToken));
        shell.Console.Write(LabView.Show(result, shell));
        shell.Console.WriteLine();
    }
}
