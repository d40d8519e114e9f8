using Gradus.Cli.Terminal;
using Gradus.Testing;

namespace Gradus.Cli.Tests;

/// <summary>Runs command lines in this process with streams of its own and an empty home.</summary>
internal sealed class TestShell : IDisposable
{
    private readonly TemporaryFolder _home = new();

    /// <summary>The folder that holds the state.</summary>
    public TemporaryFolder Home => _home;

    /// <summary>Environment variables besides the home.</summary>
    public Dictionary<string, string?> Variables { get; } = new(StringComparer.Ordinal);

    /// <summary>Whether a person seems to sit at standard input.</summary>
    public bool InputIsTerminal { get; init; }

    /// <summary>Runs a command line.</summary>
    /// <param name="input">What stands on standard input.</param>
    /// <param name="arguments">The arguments.</param>
    /// <returns>Exit code and outputs.</returns>
    public async Task<CommandResult> RunAsync(string input, params string[] arguments)
    {
        using StringWriter output = new() { NewLine = "\n" };
        using StringWriter error = new() { NewLine = "\n" };
        Shell shell = new()
        {
            Out = output,
            Error = error,
            In = new StringReader(input),
            InputIsTerminal = InputIsTerminal,
            OutputIsTerminal = false,
            ErrorIsTerminal = false,
            Width = 100,
            Environment = name => name == "GRADUS_HOME" ? _home.Path : Variables.GetValueOrDefault(name),
        };
        int exitCode = await CommandLine.RunAsync(arguments, shell, TestContext.Current.CancellationToken);
        return new CommandResult(exitCode, output.ToString(), error.ToString());
    }

    public void Dispose() => _home.Dispose();
}
