using System.Text.Json;
using Gradus.Testing;

namespace Gradus.Cli.Tests.Commands;

public sealed class DataCommandTests
{
    // Nobody listens at port 1 of this machine.
    private const string Nobody = "http://127.0.0.1:1/";

    [Fact]
    public async Task List_Json_IsOneObjectASet()
    {
        using TestShell shell = new();

        CommandResult result = await shell.RunAsync("", "data", "list", "--json");

        JsonElement[] sets = [.. result.StandardOutput.TrimEnd('\n').Split('\n').Select(line => JsonDocument.Parse(line).RootElement)];
        JsonElement mnist = sets.Single(set => set.GetProperty("id").GetString() == "mnist");
        Assert.Equal((0, ""), (result.ExitCode, result.StandardError));
        Assert.True(sets.Length >= 25);
        Assert.Equal((4, true, JsonValueKind.Null), (mnist.GetProperty("files").GetInt32(), mnist.GetProperty("canBeFetched").GetBoolean(), mnist.GetProperty("folder").ValueKind));
    }

    [Fact]
    public async Task List_Words_TellWhatIsHere()
    {
        using TestShell shell = new();
        Plant(shell, "names", "names.txt", "anna\n");

        CommandResult result = await shell.RunAsync("", "data", "list");

        Assert.Matches("(?m)^names +here", result.StandardOutput);
        Assert.Matches("(?m)^mnist +can be fetched", result.StandardOutput);
        Assert.Matches("(?m)^cifar10-subset +not here", result.StandardOutput);
    }

    [Fact]
    public async Task Verify_OtherContent_FailsTheCheck()
    {
        using TestShell shell = new();
        string path = Plant(shell, "names", "names.txt", "anna\n");

        CommandResult all = await shell.RunAsync("", "data", "verify"), json = await shell.RunAsync("", "data", "verify", "names", "--json");

        Assert.Equal(1, all.ExitCode);
        Assert.Matches($@"^names/names\.txt: another checksum, [0-9a-f]{{64}} \({System.Text.RegularExpressions.Regex.Escape(path)}\)\n$", all.StandardOutput);
        Assert.Equal((1, "different"), (json.ExitCode, JsonDocument.Parse(json.StandardOutput).RootElement.GetProperty("state").GetString()));
    }

    [Fact]
    public async Task Verify_NothingHere_IsDoneAndANamedSetIsMissing()
    {
        using TestShell shell = new();

        CommandResult all = await shell.RunAsync("", "data", "verify"), named = await shell.RunAsync("", "data", "verify", "iris");

        Assert.Equal((0, ""), (all.ExitCode, all.StandardOutput));
        Assert.Equal((1, "iris/iris.csv: missing\niris/iris.names: missing\n"), (named.ExitCode, named.StandardOutput));
    }

    [Fact]
    public async Task Verify_SetsOfThisMachine_AreRight()
    {
        string? data = Environment.GetEnvironmentVariable("GRADUS_DATA");
        Assert.SkipWhen(string.IsNullOrEmpty(data), "GRADUS_DATA is not set; it must name the folder that holds iris.");
        using TestShell shell = new();
        shell.Variables["GRADUS_DATA"] = data;

        CommandResult verified = await shell.RunAsync("", "data", "verify", "iris", "adult"), got = await shell.RunAsync("", "data", "get", "iris", "--json");

        Assert.Equal(0, verified.ExitCode);
        Assert.Equal(5, verified.StandardOutput.TrimEnd('\n').Split('\n').Count(line => line.EndsWith(": checksum right", StringComparison.Ordinal)));
        JsonElement file = JsonDocument.Parse(got.StandardOutput).RootElement.GetProperty("files")[0];
        Assert.Equal(("iris.csv", "verified", false), (file.GetProperty("name").GetString(), file.GetProperty("state").GetString(), file.GetProperty("fetched").GetBoolean()));
    }

    [Theory]
    [InlineData("data get mnits", "there is no data set", null)]
    [InlineData("data verify no-such-set", "there is no data set", null)]
    [InlineData("data get cifar10-subset", "no address is known for train.bin", null)]
    [InlineData("data get iris", "http://127.0.0.1:1/iris/iris.csv", Nobody)]
    [InlineData("data get iris", "GRADUS_DATA_MIRROR is 'ftp://x'", "ftp://x")]
    [InlineData("data get", "Required argument 'NAME' missing", null)]
    public async Task Run_WhatCannotBe_IsOneLineAndExitCode2(string line, string message, string? mirror)
    {
        using TestShell shell = new();
        shell.Variables["GRADUS_DATA_MIRROR"] = mirror;

        CommandResult result = await shell.RunAsync("", line.Split(' '));

        Assert.Equal((2, ""), (result.ExitCode, result.StandardOutput));
        Assert.Single(result.StandardError.TrimEnd('\n').Split('\n'));
        Assert.Contains(message, result.StandardError, StringComparison.OrdinalIgnoreCase);
    }

    private static string Plant(TestShell shell, string id, string name, string content)
    {
        Directory.CreateDirectory(shell.Home.Combine("data", id));
        string path = shell.Home.Combine("data", id, name);
        File.WriteAllText(path, content);
        return path;
    }
}
