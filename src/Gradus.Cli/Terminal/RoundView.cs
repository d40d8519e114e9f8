using Gradus.Interview.Questions;
using Gradus.Interview.Sittings;
using Spectre.Console;

namespace Gradus.Cli.Terminal;

/// <summary>Shows a round of an interview.</summary>
internal static class RoundView
{
    /// <summary>Shows what is asked.</summary>
    /// <param name="shell">The surroundings.</param>
    /// <param name="sitting">The sitting.</param>
    /// <param name="round">The round.</param>
    /// <param name="question">Its question.</param>
    public static void Ask(Shell shell, Sitting sitting, SittingRound round, Question question)
    {
        string place = round.FollowUpOf is null ? $"Question {sitting.PlannedAsked} of {sitting.Plan.Count}" : "Follow-up";
        shell.Console.Write(new Rule($"{place}: {Markup.Escape(question.Title)}").LeftJustified());
        shell.Console.MarkupLine($"[bold]{Markup.Escape(round.Ask.Trim())}[/]");
        shell.Console.WriteLine();
    }

    /// <summary>Shows what the grader says of it.</summary>
    /// <param name="shell">The surroundings.</param>
    /// <param name="round">The round.</param>
    public static void Verdict(Shell shell, SittingRound round)
    {
        shell.Console.WriteLine();
        if (round.Verdict is { } verdict)
        {
            shell.Console.Write(VerdictView.Show(verdict));
        }
        else
        {
            shell.Console.MarkupLine("[yellow]Passed over.[/]");
        }

        shell.Console.WriteLine();
    }
}
