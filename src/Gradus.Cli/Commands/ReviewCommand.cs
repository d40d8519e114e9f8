using System.CommandLine;
using System.Text.Json;
using Gradus.Cli.Terminal;
using Gradus.Hosting.Json;
using Gradus.Hosting.Services;
using Gradus.Interview.Questions;
using Gradus.Interview.Schedule;
using Spectre.Console;

namespace Gradus.Cli.Commands;

/// <summary><c>gradus review</c>: what is due today.</summary>
internal static class ReviewCommand
{
    public static Command Create(Shell shell)
    {
        Option<bool> json = CommonOptions.Json();
        Command command = new("review", "Review what is due today: recall, look, rate with 1 to 4.") { json };
        command.SetAction((parsed, cancellationToken) => RunAsync(shell, parsed.GetValue(json), cancellationToken));
        command.Add(ReviewMemoryCommands.Optimize(shell));
        command.Add(ReviewMemoryCommands.Stats(shell));
        command.Add(ReviewMemoryCommands.Reschedule(shell));
        command.Add(ReviewSettingsCommand.Create(shell));
        command.Add(ReviewExchangeCommands.Export(shell));
        command.Add(ReviewExchangeCommands.Import(shell));
        return command;
    }

    private static async Task<int> RunAsync(Shell shell, bool json, CancellationToken cancellationToken)
    {
        using GradusApplication application = Workplace.Open(shell);
        IReadOnlyList<ReviewItem> due = [.. application.Reviews.Due(), .. application.Reviews.New()];
        if (json)
        {
            foreach (ReviewItem item in due)
            {
                shell.Out.WriteLine(JsonSerializer.Serialize(
                    new { Question = item.Question.Id, item.Question.Title, item.Card.Due, item.Retrievability, item.Card.Memory?.Stability, item.Card.Memory?.Difficulty, item.Card.Repetitions, item.Card.Lapses },
                    GradusJson.Options));
            }

            return ExitCodes.Done;
        }

        if (application.Reviews.Waiting() is > 0 and int waiting)
        {
            shell.Error.WriteLine($"{waiting} more are due and wait for tomorrow: the day's limit is reached (gradus review settings --reviews-per-day N).");
        }

        if (due.Count == 0)
        {
            ReviewItem? next = application.Reviews.Upcoming(days: 365).FirstOrDefault();
            shell.Console.WriteLine(next is null ? "Nothing is scheduled yet: answer a question with 'gradus ask ID' or 'gradus interview'." : $"Nothing is due. Next: {next.Question.Title}, {ReviewView.Day(next.Card.Due!.Value, shell.Clock)}.");
            return ExitCodes.Done;
        }

        if (!shell.InputIsTerminal)
        {
            Grid grid = new Grid().AddColumn(new GridColumn().NoWrap().Padding(0, 0, 2, 0)).AddColumn(new GridColumn().NoWrap().Padding(0, 0, 2, 0)).AddColumn();
            foreach (ReviewItem item in due)
            {
                grid.AddRow(Markup.Escape(item.Question.Id), $"recall {VerdictView.Percent(item.Retrievability)}", Markup.Escape(item.Question.Title));
            }

            shell.Console.Write(grid);
            return ExitCodes.Done;
        }

        // What is taken back is asked again before the rest.
        LinkedList<ReviewItem> left = new(due);
        int done = 0;
        while (left.First is { } node)
        {
            left.RemoveFirst();
            switch (await ReviewAsync(shell, application, node.Value, $"{done + 1} of {done + 1 + left.Count}", cancellationToken))
            {
                case Step.Stop:
                    return ExitCodes.Done;
                case Step.Undo:
                    left.AddFirst(node);
                    if (application.Reviews.Undo() is { } undone)
                    {
                        done = Math.Max(0, done - 1);
                        left.AddFirst(undone);
                    }
                    else
                    {
                        shell.Console.WriteLine("No rating of today is left to take back.");
                    }

                    break;
                default:
                    done++;
                    break;
            }
        }

        return ExitCodes.Done;
    }

    private static async Task<Step> ReviewAsync(Shell shell, GradusApplication application, ReviewItem item, string place, CancellationToken cancellationToken)
    {
        shell.Head($"{place}  {item.Question.Title}");
        shell.Console.WriteLine(item.Question.Ask);
        shell.Console.MarkupLine("[dim]Say the answer to yourself, then press Enter; u takes the last rating back, q stops.[/]");
        switch (await LineAsync(shell, cancellationToken))
        {
            case null or "q":
                return Step.Stop;
            case "u" or "z":
                return Step.Undo;
        }

        ShowAnswer(shell, item.Question);
        shell.Console.WriteLine(string.Join("   ", application.Reviews.Preview(item.Question.Id).Select(preview => $"{(int)preview.Rating} {preview.Rating} {ReviewView.Interval(preview.Interval)}")));
        while (true)
        {
            string? key = await LineAsync(shell, cancellationToken);
            switch (key)
            {
                case null or "q":
                    return Step.Stop;
                case "u" or "z":
                    return Step.Undo;
                case "":
                    application.Reviews.Rate(item.Question.Id, Rating.Good);
                    return Step.Rated;
                case "1" or "2" or "3" or "4":
                    application.Reviews.Rate(item.Question.Id, (Rating)(key[0] - '0'));
                    return Step.Rated;
                default:
                    shell.Console.WriteLine("1 Again, 2 Hard, 3 Good (or Enter), 4 Easy, u takes the last rating back, q stops.");
                    break;
            }
        }
    }

    private static void ShowAnswer(Shell shell, Question question)
    {
        if (question.Card is not { } card)
        {
            shell.Console.WriteLine(question.ModelAnswer);
            return;
        }

        Grid grid = new Grid().AddColumn(new GridColumn().NoWrap().Padding(0, 0, 2, 0)).AddColumn();
        foreach ((string name, string line) in new[] { ("what", card.What), ("why", card.Why), ("how", card.How), ("when", card.When), ("pitfall", card.Pitfall) })
        {
            grid.AddRow($"[bold]{name}[/]", Markup.Escape(line));
        }

        shell.Console.Write(grid);
    }

    private static async Task<string?> LineAsync(Shell shell, CancellationToken cancellationToken) =>
        (await Task.Run(shell.In.ReadLine, CancellationToken.None).WaitAsync(cancellationToken))?.Trim().ToLowerInvariant();

    private enum Step
    {
        Rated,
        Undo,
        Stop,
    }
}
