using System.CommandLine;
using System.Text.Json;
using Gradus.Cli.Terminal;
using Gradus.Hosting;
using Gradus.Hosting.Json;
using Gradus.Hosting.Services.Authoring;
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
        Command command = new("list", "List the questions: those that come with Gradus, with your own over them.") { json };
        command.SetAction(parsed =>
        {
            Grid grid = new Grid().AddColumn(new GridColumn().NoWrap().Padding(0, 0, 2, 0)).AddColumn(new GridColumn().NoWrap().Padding(0, 0, 2, 0)).AddColumn();
            foreach (Question question in Load(shell).Questions)
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
        Argument<string?> path = new("PATH") { Description = "A question file or a folder of them; the bank that comes with Gradus, with your own questions over it, when left out.", Arity = ArgumentArity.ZeroOrOne };
        Option<bool> json = CommonOptions.Json();
        Command command = new("check", "Lint question files: structure, links, cues, and whether each model answer earns its own rubric.") { path, json };
        command.SetAction(parsed =>
        {
            string? wanted = parsed.GetValue(path);
            if (wanted is not null && !File.Exists(wanted) && !Directory.Exists(wanted))
            {
                throw new UsageException($"{wanted}: there is no such file or folder.");
            }

            string own = OwnFolder(shell);
            string target = wanted ?? (Directory.Exists(own) ? $"{Bank.LocateFolder()} and {own}" : Bank.LocateFolder());
            string[] labs = [.. LabCatalog.All.Select(lab => lab.Id)];

            // A question of one's own is judged among those that are shipped, wherever the check begins.
            IReadOnlyList<BankIssue> issues = wanted is null ? BankLinter.Check(Load(shell), labs)
                : IsWithin(wanted, own) ? BankLinter.Check(Load(shell), wanted, labs)
                : BankLinter.Check(wanted, labs);
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

    private static string OwnFolder(Shell shell) => QuestionDesk.FolderOf(GradusHome.Find(shell.Environment));

    private static Bank Load(Shell shell) => Bank.Load(Bank.LocateFolder()).Overlaid(OwnFolder(shell));

    private static bool IsWithin(string path, string folder)
    {
        string relative = Path.GetRelativePath(folder, path);
        return relative != ".." && !relative.StartsWith(".." + Path.DirectorySeparatorChar, StringComparison.Ordinal) && !Path.IsPathRooted(relative);
    }
}
