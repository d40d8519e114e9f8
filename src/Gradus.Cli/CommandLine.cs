using System.CommandLine;
using System.CommandLine.Parsing;
using Gradus.Cli.Commands;
using Gradus.Cli.Terminal;
using Gradus.Hosting.Data;
using Gradus.Hosting.Exchange;
using Gradus.Hosting.Services;
using Gradus.Hosting.Store;

namespace Gradus.Cli;

/// <summary>The command line: every command, and what becomes of every error.</summary>
internal static class CommandLine
{
    private const string PlainOption = "--plain";

    /// <summary>Runs one command line.</summary>
    /// <param name="arguments">The arguments as the shell split them.</param>
    /// <param name="shell">The surroundings.</param>
    /// <param name="cancellationToken">Cancelled by Ctrl+C.</param>
    /// <returns>An exit code of <see cref="ExitCodes"/>.</returns>
    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, Shell shell, CancellationToken cancellationToken)
    {
        ParseResult parsed = Root(shell).Parse(arguments);
        if (!shell.Plain && parsed.GetValue<bool>(PlainOption))
        {
            // The commands were made for the shell that they write to.
            shell = shell.AsPlain();
            parsed = Root(shell).Parse(arguments);
        }

        if (parsed.Errors.Count > 0)
        {
            return Refuse(shell, $"{parsed.Errors[0].Message.TrimEnd('.')}; see 'gradus {Path(parsed.CommandResult)}--help'.");
        }

        try
        {
            InvocationConfiguration configuration = new() { EnableDefaultExceptionHandler = false, Output = shell.Out, Error = shell.Error, ProcessTerminationTimeout = null };
            return await parsed.InvokeAsync(configuration, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            shell.Error.WriteLine();
            return ExitCodes.Interrupted;
        }
        catch (Exception error) when (error is UsageException or UnknownIdException or ImportException or SittingStateException or StoreException or LabQueueFullException or DownloadException or InvalidDataException or IOException or UnauthorizedAccessException)
        {
            return Refuse(shell, error.Message);
        }
        catch (TypeInitializationException error) when (error.GetBaseException() is InvalidDataException)
        {
            // A setting of the engine that is read once, such as GRADUS_FORCE_ISA.
            return Refuse(shell, error.GetBaseException().Message);
        }
    }

    /// <summary>Every command.</summary>
    /// <param name="shell">The surroundings.</param>
    /// <returns>The root, whose own action starts the site.</returns>
    public static RootCommand Root(Shell shell)
    {
        RootCommand root = new("Deep-learning interview practice in which every answer runs. Without a command, the site opens in the browser.");
        root.Add(new Option<bool>(PlainOption) { Description = "Tell everything in plain lines, for screen readers: no colours, nothing drawn anew, no drawings.", Recursive = true });
        SiteCommand.Configure(root, shell);
        root.Add(InterviewCommand.Create(shell));
        root.Add(AskCommand.Create(shell));
        root.Add(GradeCommand.Create(shell));
        root.Add(ReviewCommand.Create(shell));
        root.Add(LabCommand.Create(shell));
        root.Add(BankCommand.Create(shell));
        root.Add(DataCommand.Create(shell));
        root.Add(RunsCommand.Create(shell));
        root.Add(BenchCommand.Create(shell));
        root.Add(HistoryCommand.Create(shell));
        root.Add(AccountCommand.Create(shell));
        root.Add(DoctorCommand.Create(shell));
        root.Add(CompletionCommand.Create(shell, root));
        return root;
    }

    private static int Refuse(Shell shell, string message)
    {
        shell.Error.WriteLine("gradus: " + string.Join(' ', message.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)));
        return ExitCodes.BadInput;
    }

    private static string Path(CommandResult command) =>
        command.Parent is CommandResult parent ? $"{Path(parent)}{command.Command.Name} " : "";
}
