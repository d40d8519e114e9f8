using Gradus.Testing;

namespace Gradus.Cli.Tests;

public sealed class ProgramTests
{
    [Fact]
    public async Task Main_Help_SaysWhatItIs()
    {
        string program = Path.Combine(AppContext.BaseDirectory, "gradus.dll");

        CommandResult result = await Command.RunAsync("dotnet", [program, "--help"], RepositoryRoot.Path);

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("Deep-learning interview practice", result.StandardOutput, StringComparison.Ordinal);
    }
}
