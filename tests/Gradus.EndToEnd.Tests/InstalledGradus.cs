using Gradus.Testing;

namespace Gradus.EndToEnd.Tests;

/// <summary>The program as a user runs it, in a process of its own and with a home of its own.</summary>
internal sealed class InstalledGradus : IDisposable
{
    private readonly TemporaryFolder _home = new();

    /// <summary>The folder that holds the state.</summary>
    public string Home => _home.Path;

    /// <summary>Runs a command line to its end, or kills it.</summary>
    /// <param name="cancellationToken">Kills the process as <c>kill -9</c> does.</param>
    /// <param name="arguments">The arguments.</param>
    /// <returns>Exit code and outputs.</returns>
    /// <exception cref="OperationCanceledException">The process was killed.</exception>
    public Task<CommandResult> RunAsync(CancellationToken cancellationToken, params string[] arguments) =>
        Command.RunAsync(
            "dotnet",
            [Path.Combine(AppContext.BaseDirectory, "gradus.dll"), .. arguments],
            RepositoryRoot.Path,
            environment: new Dictionary<string, string?> { ["GRADUS_HOME"] = Home },
            cancellationToken: cancellationToken);

    public void Dispose() => _home.Dispose();
}
