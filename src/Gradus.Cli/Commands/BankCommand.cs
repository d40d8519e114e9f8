using System.CommandLine;
using System.Text.Json;
using Gradus.Cli.Terminal;
using Gradus.Hosting.Json;
using Gradus.Interview.Questions;
using Gradus.Labs;
using Spectre.Console;

namespace Gradus.Cli.Commands;

/// <summary><c>gradus bank</c>: lints and lists the questions.</summary>
internal static class BankCommand
{
    public static Command Create(Shell shell)
    {
        Command command = new("bank", "Lint and list the questions.");
        command.Add(Check(shell));
        command.Add(List(shell));
        return command;
    }

    private static Command List(Shell shell)
    {
        Option<bool> json = CommonOptions.Json();
        Command command = new("list", "List the questions.") { json };
        command.SetAction(parsed =>
        {
            Grid grid = new Grid().AddColumn(new GridColumn().NoWrap().Padding(0, 0, 2, 0)).AddColumn(new GridColumn().NoWrap().Padding(0, 0, 2, 0)).AddColumn();
            foreach (Question question in Bank.Load(Bank.LocateFolder()).Questions)
            {
                if (parsed.GetValue(json))
                {
                    shell.Out.WriteLine(JsonSerializer.Serialize(
                        new { question.Id, question.Title, question.Topic, question.Kind, question.Level, question.Profiles, Points = question.Points.Count, Misconceptions = question.Misconceptions.Count, question.Lab },
                        GradusJson.Options));
                }

                grid.AddRow(Markup.Escape(question.Id), $"level {question.Level}", Markup.Escape(question.Title));
            }

            if (!parsed.GetValue(json))
            {
                shell.Console.Write(grid);
            }

            return ExitCodes.Done;
        });
        return command;
    }

    private static Command Check(Shell shell)
    {
        Argument<string?> path = new("PATH") { Description = "A question file or a folder of them; the bank that comes with Gradus when left out.", Arity = ArgumentArity.ZeroOrOne };
        Option<bool> json = CommonOptions.Json();
        Command command = new("check", "Lint question files: structure, links, cues, and whether each model answer earns its own rubric.") { path, json };
        command.SetAction(parsed =>
        {
            string target = parsed.GetValue(path) ?? Bank.LocateFolder();
            if (!File.Exists(target) && !Directory.Exists(target))
            {
                throw new UsageException($"{target}: there is no such file or folder.");
            }

            IReadOnlyList<BankIssue> issues = BankLinter.Check(target, [.. LabCatalog.All.Select(lab => lab.Id)]);
            foreach (BankIssue issue in issues)
            {
                shell.Out.WriteLine(parsed.GetValue(json) ? JsonSerializer.Serialize(issue, GradusJson.Options) : issue.ToString());
            }

            int errors = issues.Count(issue => issue.Severity == IssueSeverity.Error);
            if (!parsed.GetValue(json))
            {
                shell.Out.WriteLine($"{target}: {errors} errors, {issues.Count - errors} warnings");
            }

            return errors == 0 ? ExitCodes.Done : ExitCodes.CheckFailed;
        });
        return command;
    }
}
