using System.CommandLine;
using System.Text.Json;
using Gradus.Cli.Doctor;
using Gradus.Cli.Terminal;
using Gradus.Hosting.Json;
using Spectre.Console;

namespace Gradus.Cli.Commands;

/// <summary><c>gradus doctor</c>: what works here, and how to get the rest.</summary>
internal static class DoctorCommand
{
    public static Command Create(Shell shell)
    {
        Option<bool> json = CommonOptions.Json();
        Command command = new("doctor", "Tell what works here and how to get the rest. Exit code 1 where something that should work does not.") { json };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            IReadOnlyList<CheckResult> checks = await new Checkup(shell).RunAsync(cancellationToken);
            bool works = checks.All(check => check.State != CheckState.Broken);
            if (parsed.GetValue(json))
            {
                shell.Out.WriteLine(JsonSerializer.Serialize(new { Works = works, Checks = checks }, GradusJson.Options));
            }
            else
            {
                Write(shell, checks);
            }

            return works ? ExitCodes.Done : ExitCodes.CheckFailed;
        });
        return command;
    }

    private static void Write(Shell shell, IReadOnlyList<CheckResult> checks)
    {
        Grid grid = new Grid().AddColumn(new GridColumn().NoWrap().Padding(0, 0, 2, 0)).AddColumn(new GridColumn().NoWrap().Padding(0, 0, 2, 0)).AddColumn(new GridColumn().Padding(0, 0, 0, 0));
        foreach (CheckResult check in checks)
        {
            string state = check.State switch { CheckState.Works => "[green]works[/]", CheckState.Missing => "[yellow]missing[/]", _ => "[red]broken[/]" };
            string way = check.Way is null ? "" : $"\n[dim]{Markup.Escape(check.Way)}.[/]";
            grid.AddRow(new Markup(state), new Markup(Markup.Escape(check.Name)), new Markup(Markup.Escape(check.Detail) + way));
        }

        shell.Console.Write(grid);
    }
}
