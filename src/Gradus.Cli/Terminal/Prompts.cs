using Spectre.Console;

namespace Gradus.Cli.Terminal;

/// <summary>Asks a person for a decision.</summary>
internal static class Prompts
{
    /// <summary>Asks for yes or no.</summary>
    /// <param name="shell">The surroundings.</param>
    /// <param name="question">What is asked.</param>
    /// <returns>True unless the answer begins with n; false at the end of input.</returns>
    public static bool Confirm(Shell shell, string question)
    {
        shell.Console.Markup($"{Markup.Escape(question)} [[Y/n]] ");
        return shell.In.ReadLine() is { } line && !line.Trim().StartsWith("n", StringComparison.OrdinalIgnoreCase);
    }
}
