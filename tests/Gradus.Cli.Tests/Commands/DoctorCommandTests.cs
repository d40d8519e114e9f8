using System.Text.Json;
using Gradus.Testing;

namespace Gradus.Cli.Tests.Commands;

public sealed class DoctorCommandTests
{
    [Fact]
    public async Task Doctor_HealthyPlace_WorksAndTellsTheWayToTheRest()
    {
        using TestShell shell = new();
        await shell.RunAsync("Dropout zeroes units at random.", "ask", "dropout");

        CommandResult words = await shell.RunAsync("", "doctor"), json = await shell.RunAsync("", "doctor", "--json");

        Assert.True(words is { ExitCode: 0, StandardError: "" }, words.Output);
        Assert.Contains("GRADUS_MODEL_URL", words.StandardOutput, StringComparison.Ordinal);
        JsonElement root = JsonDocument.Parse(json.StandardOutput).RootElement;
        Assert.True(root.GetProperty("works").GetBoolean());
        Assert.Equal(
            ["gradus", "processor", "SDK", "questions", "home", "log", "backups", "data", "model", "chromium", "terminal"],
            root.GetProperty("checks").EnumerateArray().Select(check => check.GetProperty("name").GetString()));
        Assert.All(root.GetProperty("checks").EnumerateArray().Where(check => check.GetProperty("state").GetString() != "works"), check => Assert.NotEqual(JsonValueKind.Null, check.GetProperty("way").ValueKind));
    }

    [Theory]
    [InlineData("GRADUS_MODEL_URL", "http://127.0.0.1:1/v1", "nobody answers at http://127.0.0.1:1/v1")]
    [InlineData("GRADUS_MODEL_URL", "elsewhere", "GRADUS_MODEL_URL is 'elsewhere'")]
    [InlineData("GRADUS_DATA", "no-such-folder-anywhere", "which is no folder")]
    public async Task Doctor_WhatIsSetAndDoesNotWork_IsBroken(string variable, string value, string told)
    {
        using TestShell shell = new();
        shell.Variables[variable] = value;
        shell.Variables["GRADUS_MODEL"] = "llama";

        CommandResult result = await shell.RunAsync("", "doctor");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains(told, string.Join(' ', result.StandardOutput.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Doctor_CorruptLog_IsBrokenAndLeftAlone()
    {
        using TestShell shell = new();
        string database = shell.Home.Combine("gradus.db");
        await File.WriteAllTextAsync(database, new string('x', 5000), TestContext.Current.CancellationToken);

        CommandResult result = await shell.RunAsync("", "doctor");

        Assert.Equal(1, result.ExitCode);
        Assert.Equal(new string('x', 5000), await File.ReadAllTextAsync(database, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Doctor_NewPlace_LeavesNothingBehind()
    {
        using TestShell shell = new();

        Assert.Equal(0, (await shell.RunAsync("", "doctor")).ExitCode);

        Assert.Empty(Directory.GetFileSystemEntries(shell.Home.Path));
    }
}
