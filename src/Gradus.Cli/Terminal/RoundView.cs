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
        string kind = round.Kind == RoundKind.Explain ? "" : $" ({round.Kind.ToString().ToLowerInvariant()})";
        shell.Head($"{place}{kind}: {question.Title}");
        shell.Console.MarkupLine($"[bold]{Markup.Escape(round.Ask.Trim())}[/]");
        shell.Console.WriteLine();
        foreach (Hint hint in round.Hints)
        {
            shell.Console.WriteLine(Told(hint));
        }
    }

    /// <summary>A hint in words.</summary>
    /// <param name="hint">The hint.</param>
    /// <returns>The hint with what it costs.</returns>
    public static string Told(Hint hint) => $"Hint ({VerdictView.Percent(hint.Cost)} of the round's score): {hint.Text}";

    /// <summary>Shows what the grader says of it.</summary>
    /// <param name="shell">The surroundings.</param>
    /// <param name="round">The round.</param>
    public static void Verdict(Shell shell, SittingRound round)
    {
        shell.Console.WriteLine();
        if (round.Verdict is { } verdict)
        {
            shell.Console.Write(VerdictView.Show(verdict));
            if (round.Hints.Count > 0)
            {
                shell.Console.WriteLine();
                shell.Console.WriteLine($"{(round.Hints.Count == 1 ? "1 hint" : $"{round.Hints.Count} hints")}: {VerdictView.Percent(verdict.Score)} becomes {VerdictView.Percent(round.Score)}.");
            }
        }
        else
        {
            shell.Console.MarkupLine("[yellow]Passed over.[/]");
        }

        shell.Console.WriteLine();
    }
}
