using System.Text.Json;
using Gradus.Testing;

namespace Gradus.Cli.Tests.Commands;

public sealed class OwnDataCommandTests
{
    [Fact]
    public async Task Export_ThenImportElsewhere_CarriesTheAnswersOver()
    {
        using TestShell here = new(), there = new();
        await here.RunAsync("Dropout zeroes units at random.", "ask", "dropout");
        string file = here.Home.Combine("log.jsonl");

        CommandResult exported = await here.RunAsync("", "data", "export", file);
        CommandResult imported = await there.RunAsync("", "data", "import", file, "--json");
        CommandResult again = await there.RunAsync("", "data", "import", file);
        CommandResult history = await there.RunAsync("", "history", "--json");

        Assert.Equal((0, $"{file}: 3 events\n"), (exported.ExitCode, exported.StandardOutput));
        Assert.Equal((3, 0), (Number(imported, "added"), Number(imported, "known")));
        Assert.Equal($"{file}: 0 events added, 3 were here already\n", again.StandardOutput);
        Assert.Equal("dropout", JsonDocument.Parse(history.StandardOutput).RootElement.GetProperty("what").GetString());
        Assert.NotEmpty(Directory.GetFiles(there.Home.Combine("backups")));
    }

    [Fact]
    public async Task Export_FileThatIsThere_IsLeftAlone()
    {
        using TestShell shell = new();
        string file = shell.Home.Combine("log.jsonl");
        await File.WriteAllTextAsync(file, "mine", TestContext.Current.CancellationToken);

        CommandResult result = await shell.RunAsync("", "data", "export", file);

        Assert.Equal((2, "mine"), (result.ExitCode, await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken)));
        Assert.Contains("it is there already", result.StandardError, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, "there is no such file")]
    [InlineData("", "ends too early")]
    [InlineData("{\"format\":\"zip\"}\n", ":1: the line cannot be read")]
    public async Task Import_WhatIsNoExport_IsOneLineAndExitCode2(string? content, string reason)
    {
        using TestShell shell = new();
        string file = shell.Home.Combine("log.jsonl");
        if (content is not null)
        {
            await File.WriteAllTextAsync(file, content, TestContext.Current.CancellationToken);
        }

        CommandResult result = await shell.RunAsync("", "data", "import", file);

        Assert.Equal((2, ""), (result.ExitCode, result.StandardOutput));
        Assert.Single(result.StandardError.TrimEnd('\n').Split('\n'));
        Assert.Contains(reason, result.StandardError, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verify_OwnLog_IsCheckedWithoutAName()
    {
        using TestShell shell = new();
        await shell.RunAsync("Dropout zeroes units at random.", "ask", "dropout");

        CommandResult words = await shell.RunAsync("", "data", "verify"), json = await shell.RunAsync("", "data", "verify", "--json");

        Assert.Equal((0, $"{shell.Home.Combine("gradus.db")}: the log is whole, and all that is derived from it agrees with it\n"), (words.ExitCode, words.StandardOutput));
        Assert.Equal("verified", JsonDocument.Parse(json.StandardOutput).RootElement.GetProperty("state").GetString());
    }

    private static int Number(CommandResult result, string name) => JsonDocument.Parse(result.StandardOutput).RootElement.GetProperty(name).GetInt32();
}
