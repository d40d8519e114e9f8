using Gradus.Testing;

namespace Gradus.EndToEnd.Tests;

public sealed class TestScriptTests
{
    [Fact]
    public async Task Test_UnknownOption_IsRefusedInOneLine()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Runs in a POSIX shell; on Windows use Git Bash.");

        CommandResult result = await Command.RunAsync("bash", ["test", "--no-such-option"], RepositoryRoot.Path);

        Assert.Equal(2, result.ExitCode);
        Assert.Equal("test: '--no-such-option' is no option; see ./test --help\n", result.StandardError);
    }
}
