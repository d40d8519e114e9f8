using Gradus.Testing;

namespace Gradus.Examples.Tests;

/// <summary>An example as a user runs it, in a process of its own.</summary>
internal static class ExampleProgram
{
    /// <summary>Runs an example on the data that GRADUS_DATA names; skips the test where they are not there.</summary>
    /// <param name="example">The folder of the example.</param>
    /// <param name="data">The data set that it needs.</param>
    /// <param name="output">Where what it says is kept.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <returns>What it said.</returns>
    internal static async Task<ExampleOutput> RunAsync(string example, string data, ITestOutputHelper output, params string[] arguments)
    {
        string? folder = Environment.GetEnvironmentVariable("GRADUS_DATA");
        Assert.SkipWhen(string.IsNullOrEmpty(folder), $"GRADUS_DATA is not set; it must name the folder that holds {data}.");
        Assert.SkipUnless(Directory.Exists(Path.Combine(folder!, data)), $"GRADUS_DATA holds no {data}.");
        CommandResult result = await StartAsync(example, new Dictionary<string, string?>(), arguments);
        output.WriteLine($"{example} {string.Join(' ', arguments)}\n{result.Output}");
        Assert.Equal((0, ""), (result.ExitCode, result.StandardError));
        return new ExampleOutput(result.StandardOutput);
    }

    /// <summary>Runs an example to its end.</summary>
    /// <param name="example">The folder of the example.</param>
    /// <param name="environment">Variables to set, or to remove where the value is null.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <returns>Exit code and outputs.</returns>
    internal static Task<CommandResult> StartAsync(string example, IReadOnlyDictionary<string, string?> environment, params string[] arguments)
    {
        // The programs lie beside this one, in the same configuration.
        string configuration = Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory));
        string program = Path.Combine(AppContext.BaseDirectory, "..", "..", example, configuration, $"Gradus.Examples.{example}.dll");
        return Command.RunAsync("dotnet", ["exec", Path.GetFullPath(program), .. arguments], RepositoryRoot.Path, environment: environment, cancellationToken: TestContext.Current.CancellationToken);
    }
}
