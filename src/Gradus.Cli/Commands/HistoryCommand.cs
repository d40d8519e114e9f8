using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Gradus.Cli.Terminal;
using Gradus.Hosting.Json;
using Gradus.Hosting.Services;
using Gradus.Interview.Sittings;
using Spectre.Console;

namespace Gradus.Cli.Commands;

/// <summary><c>gradus history</c>: interviews, answers and lab runs.</summary>
internal static class HistoryCommand
{
    public static Command Create(Shell shell)
    {
        Argument<string?> question = new("ID") { HelpName = "ID", Description = "A question, for all answers to it; everything that happened lately when left out.", Arity = ArgumentArity.ZeroOrOne };
        question.CompletionSources.Add(CommonOptions.QuestionIds);
        Option<int> limit = CommonOptions.Number("--limit", "How many at most.", 50, 1, 5000);
        Option<bool> json = CommonOptions.Json();
        Command command = new("history", "List interviews, answers and lab runs, what was touched last first.") { question, limit, json };
        command.SetAction(parsed =>
        {
            using GradusApplication application = Workplace.Open(shell);
            Row[] rows = parsed.GetValue(question) is { } id
                ? [.. application.History.AnswersTo(Workplace.Find(application, id).Id).Take(parsed.GetValue(limit)).Select(Of)]
                : [.. application.History.Recent(parsed.GetValue(limit)).Select(entry => Of(application, entry))];
            if (parsed.GetValue(json))
            {
                foreach (Row row in rows)
                {
                    shell.Out.WriteLine(JsonSerializer.Serialize(row, GradusJson.Options));
                }
            }
            else
            {
                Write(shell, application, rows);
            }

            return ExitCodes.Done;
        });
        return command;
    }

    private static void Write(Shell shell, GradusApplication application, Row[] rows)
    {
        if (rows.Length == 0)
        {
            shell.Out.WriteLine("Nothing yet. 'gradus interview' begins an interview, 'gradus ask ID' asks one question.");
            return;
        }

        Grid grid = new();
        for (int column = 0; column < 5; column++)
        {
            grid.AddColumn(new GridColumn().NoWrap().Padding(0, 0, 2, 0));
        }

        foreach (Row row in rows)
        {
            string title = row.Kind == "answer" ? application.Bank.Find(row.What)?.Title ?? row.What : row.What;
            grid.AddRow([.. new[] { ReviewView.Day(row.At, shell.Clock), row.Kind, row.Score is { } score ? VerdictView.Percent(score) : "", row.Status, $"{title}  {row.Id}" }.Select(Markup.Escape)]);
        }

        shell.Console.Write(grid);
    }

    private static Row Of(GradusApplication application, HistoryEntry entry) => entry switch
    {
        { Answer: { } answer } => Of(answer),
        { Sitting: { } sitting } => new Row("interview", sitting.Id, entry.At, sitting.Options.Topic ?? sitting.Options.Profile, sitting.Report?.Score, Status(sitting)),
        { Lab: { } lab } => new Row("lab", lab.RunId, entry.At, lab.Summary.Id, null, lab.Summary.Verdict),
        _ => throw new NotSupportedException($"An entry of {entry.At.ToString("O", CultureInfo.InvariantCulture)} in {application.DatabasePath} is of no kind that is known here."),
    };

    private static Row Of(AnswerRecord answer) => new("answer", answer.Id, answer.SubmittedAt, answer.QuestionId, answer.Verdict?.Score, answer.FollowUp ? "follow-up" : answer.Rating?.ToString().ToLowerInvariant() ?? "");

    private static string Status(Sitting sitting) => sitting switch
    {
        { Status: SittingStatus.Finished } => $"{sitting.Rounds.Count} rounds",
        { Status: SittingStatus.Abandoned } => "given up",
        { PausedAt: not null } => "paused",
        _ => "unfinished",
    };

    /// <summary>One line of the history.</summary>
    /// <param name="Kind"><c>interview</c>, <c>answer</c> or <c>lab</c>.</param>
    /// <param name="Id">Its id.</param>
    /// <param name="At">When.</param>
    /// <param name="What">The profile or topic, the question or the lab.</param>
    /// <param name="Score">The score, or null.</param>
    /// <param name="Status">How far it is, how it was rated or what was measured.</param>
    private sealed record Row(string Kind, string Id, DateTimeOffset At, string What, double? Score, string Status);
}
