using System.CommandLine;
using Gradus.Cli.Completion;
using Gradus.Cli.Terminal;

namespace Gradus.Cli.Commands;

/// <summary><c>gradus completion</c>: a script by which a shell completes commands, options and ids.</summary>
internal static class CompletionCommand
{
    public static Command Create(Shell shell, RootCommand root)
    {
        Argument<ShellKind> kind = new("SHELL") { HelpName = "bash|zsh|fish|pwsh", Description = "bash, zsh, fish or pwsh.", CustomParser = result => CommonOptions.Choose<ShellKind>(result, "completion") };
        Command command = new("completion", "Print a script that completes commands, options, question ids and lab ids: source <(gradus completion bash).") { kind };
        command.SetAction(parsed =>
        {
            IReadOnlyList<CommandWords> words = CommandWords.Of(root);
            shell.Out.Write(parsed.GetValue(kind) switch
            {
                ShellKind.Bash => BashScript.Write(words),
                ShellKind.Zsh => ZshScript.Write(words),
                ShellKind.Fish => FishScript.Write(words),
                _ => PowerShellScript.Write(words),
            });
            return ExitCodes.Done;
        });
        return command;
    }
}
