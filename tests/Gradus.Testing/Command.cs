using System.Diagnostics;

namespace Gradus.Testing;

/// <summary>Runs a program as a user's shell would.</summary>
public static class Command
{
    /// <summary>Runs a program to its end.</summary>
    /// <param name="program">The program's name or path.</param>
    /// <param name="arguments">Its arguments, unquoted.</param>
    /// <param name="folder">The working folder.</param>
    /// <param name="input">What it reads on standard input; empty when null.</param>
    /// <param name="environment">Variables to set, or to remove where the value is null.</param>
    /// <param name="cancellationToken">Kills the program.</param>
    /// <returns>Exit code and outputs.</returns>
    public static async Task<CommandResult> RunAsync(
        string program,
        IReadOnlyList<string> arguments,
        string folder,
        string? input = null,
        IReadOnlyDictionary<string, string?>? environment = null,
        CancellationToken cancellationToken = default)
    {
        ProcessStartInfo start = new(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        foreach ((string name, string? value) in environment ?? new Dictionary<string, string?>())
        {
            start.Environment[name] = value;
        }

        using Process process = Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start.");
        try
        {
            Task<string> output = process.StandardOutput.ReadToEndAsync(cancellationToken);
            Task<string> error = process.StandardError.ReadToEndAsync(cancellationToken);
            try
            {
                await process.StandardInput.WriteAsync(input ?? "");
                process.StandardInput.Close();
            }
            catch (IOException)
            {
                // The program ended without reading all of its input, which is its right.
            }

            await process.WaitForExitAsync(cancellationToken);
            return new CommandResult(process.ExitCode, await output, await error);
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }
}
