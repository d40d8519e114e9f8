using System.CommandLine;
using System.Text.Json;
using Gradus.Cli.Terminal;
using Gradus.Hosting;
using Gradus.Hosting.Json;
using Gradus.Hosting.Runs;

namespace Gradus.Cli.Commands;

/// <summary><c>gradus runs</c>: the records of training runs.</summary>
internal static class RunsCommand
{
    public static Command Create(Shell shell)
    {
        Command command = new("runs", "The records of training runs: list them, show one, compare several.");
        command.Add(List(shell));
        command.Add(Show(shell));
        command.Add(Compare(shell));
        return command;
    }

    private static Command List(Shell shell)
    {
        Option<bool> json = CommonOptions.Json();
        Command command = new("list", "List the runs, the oldest first. A damaged record is told of on standard error, and the exit code is then 2.") { json };
        command.SetAction(parsed =>
        {
            RunLibrary library = Library(shell);
            List<RunSummary> runs = [];
            bool damaged = false;
            foreach (string id in library.Ids)
            {
                try
                {
                    RunSummary run = library.Summarize(id);
                    runs.Add(run);
                    if (parsed.GetValue(json))
                    {
                        shell.Out.WriteLine(JsonSerializer.Serialize(run, GradusJson.Options));
                    }
                }
                catch (InvalidDataException error)
                {
                    damaged = true;
                    shell.Error.WriteLine("gradus: " + error.Message);
                }
            }

            // Where all there is is damaged, that has been told.
            if (!parsed.GetValue(json) && (runs.Count > 0 || !damaged))
            {
                RunsView.List(shell, runs, library.Folder);
            }

            return damaged ? ExitCodes.BadInput : ExitCodes.Done;
        });
        return command;
    }

    private static Command Show(Shell shell)
    {
        Argument<string> id = new("ID") { HelpName = "ID", Description = "The run's id, or 'last'." };
        Option<bool> json = CommonOptions.Json();
        Command command = new("show", "Show a run: its configuration, its surroundings, its epochs.") { id, json };
        command.SetAction(parsed =>
        {
            RunDetails run = Library(shell).Read(parsed.GetValue(id)!);
            if (parsed.GetValue(json))
            {
                shell.Out.WriteLine(JsonSerializer.Serialize(run, GradusJson.Options));
            }
            else
            {
                RunsView.Show(shell, run);
            }

            return ExitCodes.Done;
        });
        return command;
    }

    private static Command Compare(Shell shell)
    {
        Argument<string[]> ids = new("ID") { HelpName = "ID", Description = "Two runs or more; 'last' is the newest.", Arity = ArgumentArity.OneOrMore };
        Option<bool> json = CommonOptions.Json();
        Command command = new("compare", "Put runs side by side: what they came to, and in what they differ.") { ids, json };
        command.SetAction(parsed =>
        {
            string[] named = parsed.GetValue(ids)!;
            if (named.Length < 2)
            {
                throw new UsageException("name two runs or more to compare; 'gradus runs list' lists them.");
            }

            RunComparison comparison = Library(shell).Compare(named);
            if (parsed.GetValue(json))
            {
                shell.Out.WriteLine(JsonSerializer.Serialize(comparison, GradusJson.Options));
            }
            else
            {
                RunsView.Compare(shell, comparison);
            }

            return ExitCodes.Done;
        });
        return command;
    }

    private static RunLibrary Library(Shell shell) => new(GradusHome.Find(shell.Environment));
}
