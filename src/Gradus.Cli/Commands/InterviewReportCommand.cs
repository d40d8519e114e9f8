using System.CommandLine;
using Gradus.Cli.Terminal;
using Gradus.Hosting.Reports;
using Gradus.Hosting.Services;
using Gradus.Interview.Sittings;

namespace Gradus.Cli.Commands;

/// <summary><c>gradus interview report</c>: saves the report of a finished interview.</summary>
internal static class InterviewReportCommand
{
    private const string Last = "last";

    public static Command Create(Shell shell)
    {
        Argument<string> id = new("SITTING") { Description = "The interview's id ('gradus history' lists them), or 'last'.", DefaultValueFactory = _ => Last };
        Option<ReportFormat?> format = CommonOptions.Choice<ReportFormat>("--format", "html (one file, prints well), md or json; md when left out.", "F");
        Option<string?> output = new("--output", "-o") { Description = "The file to write; standard output when left out.", HelpName = "FILE" };
        Command command = new("report", "Save the report of a finished interview as HTML, Markdown or JSON.") { id, format, output };
        command.SetAction(parsed =>
        {
            using GradusApplication application = Workplace.Open(shell);
            Sitting sitting = Find(application, parsed.GetValue(id)!);
            string text = InterviewReport.Write(application, sitting, parsed.GetValue(format) ?? ReportFormat.Md, shell.Clock.LocalTimeZone);
            if (parsed.GetValue(output) is { } path)
            {
                File.WriteAllText(path, text);
                shell.Out.WriteLine(path);
            }
            else
            {
                shell.Out.Write(text);
            }

            return ExitCodes.Done;
        });
        return command;
    }

    private static Sitting Find(GradusApplication application, string id)
    {
        if (id == Last)
        {
            return application.History.Sittings(1) is [Sitting newest] ? newest : throw new UsageException("no interview is finished yet; 'gradus interview' begins one.");
        }

        Sitting sitting = application.Interviews.Get(id);
        return sitting.Report is not null ? sitting : throw new UsageException($"the interview {id} is not finished; 'gradus interview --resume' goes on with it.");
    }
}
