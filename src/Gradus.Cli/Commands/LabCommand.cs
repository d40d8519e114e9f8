using System.CommandLine;
using System.Text.Json;
using Gradus.Cli.Terminal;
using Gradus.Hosting.Figures;
using Gradus.Hosting.Json;
using Gradus.Hosting.Services;
using Gradus.Labs;
using Spectre.Console;

namespace Gradus.Cli.Commands;

/// <summary><c>gradus lab</c>: lists and runs experiments.</summary>
internal static class LabCommand
{
    public static Command Create(Shell shell)
    {
        Command command = new("lab", "List and run experiments.");
        command.Add(List(shell));
        command.Add(Run(shell));
        return command;
    }

    private static Command List(Shell shell)
    {
        Option<bool> json = CommonOptions.Json();
        Command command = new("list", "List the experiments.") { json };
        command.SetAction(parsed =>
        {
            Grid grid = new Grid().AddColumn(new GridColumn().NoWrap().Padding(0, 0, 2, 0)).AddColumn();
            foreach (Lab lab in LabCatalog.All)
            {
                if (parsed.GetValue(json))
                {
                    shell.Out.WriteLine(JsonSerializer.Serialize(new { lab.Id, lab.Title, lab.Hypothesis }, GradusJson.Options));
                }

                grid.AddRow(Markup.Escape(lab.Id), Markup.Escape(lab.Hypothesis));
            }

            if (!parsed.GetValue(json))
            {
                shell.Console.Write(grid);
            }

            return ExitCodes.Done;
        });
        return command;
    }

    private static Command Run(Shell shell)
    {
        Argument<string?> id = new("ID") { HelpName = "ID", Description = "The lab's id.", Arity = ArgumentArity.ZeroOrOne };
        id.CompletionSources.Add([.. LabCatalog.All.Select(each => each.Id)]);
        Option<bool> all = new("--all") { Description = "Run every lab." };
        Option<ulong> seed = CommonOptions.Seed();
        Option<int> seeds = CommonOptions.Number("--seeds", "How many seeds to run.", 5, 1, 1000);
        Option<FileInfo?> figure = new("--figure") { Description = "Write the picture to an SVG file (further pictures to FILE-2.svg, ...).", HelpName = "FILE.svg" };
        Option<FileInfo?> html = new("--html") { Description = "Write the report to an HTML file.", HelpName = "FILE" };
        Option<FileInfo?> table = new("--table") { Description = "Take a CSV file of your own in place of generated data (labs that can: " + string.Join(", ", LabCatalog.All.Where(lab => lab.TakesTable).Select(lab => lab.Id)) + ").", HelpName = "FILE.csv" };
        Option<string?> target = new("--target") { Description = "The column of the table that holds the outcome.", HelpName = "COLUMN" };
        Option<string> positive = new("--positive") { Description = "The value of that column that stands for the event.", HelpName = "VALUE", DefaultValueFactory = _ => "1" };
        Option<bool> noHeader = new("--no-header") { Description = "The table has no line of names; columns are called c1, c2, ..." };
        Option<bool> json = CommonOptions.Json();
        Command command = new("run", "Run an experiment on the engine.") { id, all, seed, seeds, table, target, positive, noHeader, figure, html, json };
        command.SetAction((parsed, cancellationToken) =>
        {
            string? one = parsed.GetValue(id);
            if ((one is null) != parsed.GetValue(all))
            {
                throw new UsageException("name one lab, or --all for every lab; 'gradus lab list' lists them.");
            }

            if (one is null && (parsed.GetValue(figure) ?? parsed.GetValue(html)) is not null)
            {
                throw new UsageException("--figure and --html write one lab; name it.");
            }

            using GradusApplication application = Workplace.Open(shell);
            LabRequest request = new(parsed.GetValue(seed), parsed.GetValue(seeds), Table(parsed.GetValue(table), parsed.GetValue(target), parsed.GetValue(positive)!, !parsed.GetValue(noHeader)));
            if (request.Table is not null && (one is null || !application.Labs.Find(one).TakesTable))
            {
                throw new UsageException("--table goes with one lab that takes a table: " + string.Join(", ", LabCatalog.All.Where(lab => lab.TakesTable).Select(lab => lab.Id)) + ".");
            }

            foreach (Lab lab in one is null ? application.Labs.All : [application.Labs.Find(one)])
            {
                LabResult result = LiveCurves.Watch(shell, lab.Title, progress => application.Labs.Run(lab.Id, request, progress, cancellationToken));
                Print(shell, lab, result, parsed.GetValue(json));
                WriteFiles(lab, result, parsed.GetValue(figure), parsed.GetValue(html));
            }

            return Task.FromResult(ExitCodes.Done);
        });
        return command;
    }

    private static LabTable? Table(FileInfo? file, string? target, string positive, bool hasHeader)
    {
        if ((file is null) != (target is null))
        {
            throw new UsageException("--table FILE.csv and --target COLUMN go together.");
        }

        return file is null ? null : file.Exists ? new LabTable(file.FullName, target!, positive, hasHeader) : throw new UsageException($"{file}: there is no such file.");
    }

    private static void Print(Shell shell, Lab lab, LabResult result, bool json)
    {
        if (json)
        {
            shell.Out.WriteLine(JsonSerializer.Serialize(result, GradusJson.Options));
            return;
        }

        shell.Head(lab.Title);
        shell.Console.Write(LabView.Show(result, shell));
        shell.Console.WriteLine();
    }

    private static void WriteFiles(Lab lab, LabResult result, FileInfo? figure, FileInfo? html)
    {
        if (figure is not null)
        {
            for (int number = 0; number < result.Figures.Count; number++)
            {
                string path = number == 0 ? figure.FullName : Path.Combine(figure.DirectoryName!, $"{Path.GetFileNameWithoutExtension(figure.Name)}-{number + 1}{figure.Extension}");
                File.WriteAllText(path, SvgFigure.Render(result.Figures[number]));
            }
        }

        if (html is not null)
        {
            File.WriteAllText(html.FullName, LabReport.Html(lab, result));
        }
    }
}
