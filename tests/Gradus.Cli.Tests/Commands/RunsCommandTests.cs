using System.Text.Json;
using Gradus.Testing;

namespace Gradus.Cli.Tests.Commands;

public sealed class RunsCommandTests
{
    private const string First = "20261121-100000-mlp";
    private const string Second = "20261121-110000-mlp";

    [Fact]
    public async Task List_Json_IsOneRunALineTheOldestFirst()
    {
        using TestShell shell = new();
        Plant(shell, Second, rate: "0.02", "{\"kind\":\"end\",\"status\":\"earlyStopped\",\"bestEpoch\":1,\"message\":\"No better.\",\"seconds\":75.5}");
        Plant(shell, First, rate: "0.01", end: null);

        CommandResult result = await shell.RunAsync("", "runs", "list", "--json");

        JsonElement[] runs = [.. result.StandardOutput.TrimEnd('\n').Split('\n').Select(line => JsonDocument.Parse(line).RootElement)];
        Assert.Equal((0, ""), (result.ExitCode, result.StandardError));
        Assert.Equal([First, Second], runs.Select(run => run.GetProperty("id").GetString()));
        Assert.Equal(["unfinished", "earlyStopped"], runs.Select(run => run.GetProperty("status").GetString()));
        Assert.Equal([JsonValueKind.Null, JsonValueKind.Number], runs.Select(run => run.GetProperty("bestEpoch").ValueKind));
        Assert.Equal((2, 0.4, 75.5), (runs[1].GetProperty("epochs").GetInt32(), runs[1].GetProperty("validationLoss").GetDouble(), runs[1].GetProperty("seconds").GetDouble()));
        Assert.False(runs[1].TryGetProperty("history", out _));
    }

    [Fact]
    public async Task List_Words_AreALineARun()
    {
        using TestShell shell = new();
        CommandResult none = await shell.RunAsync("", "runs", "list");
        Plant(shell, First, rate: "0.01", end: null);

        CommandResult one = await shell.RunAsync("", "runs", "list");

        Assert.Equal((0, $"No runs in {shell.Home.Combine("runs")}.\n"), (none.ExitCode, none.StandardOutput));
        Assert.Matches($"(?m)^{First} +unfinished +2 +0\\.4 +0\\.3 +- +1:04 *$", one.StandardOutput.Replace("0:01:04", "1:04", StringComparison.Ordinal));
    }

    [Fact]
    public async Task List_NothingButADamagedRecord_DoesNotSayThatThereAreNone()
    {
        using TestShell shell = new();
        Directory.CreateDirectory(shell.Home.Combine("runs"));
        File.WriteAllText(shell.Home.Combine("runs", "broken.jsonl"), "no json\n");

        CommandResult result = await shell.RunAsync("", "runs", "list");

        Assert.Equal((2, ""), (result.ExitCode, result.StandardOutput));
        Assert.Contains("broken.jsonl", result.StandardError, StringComparison.Ordinal);
    }

    [Fact]
    public async Task List_DamagedRecord_IsToldAndTheOthersAreListed()
    {
        using TestShell shell = new();
        Plant(shell, First, rate: "0.01", end: null);
        File.WriteAllText(shell.Home.Combine("runs", "broken.jsonl"), "no json\n");

        CommandResult result = await shell.RunAsync("", "runs", "list", "--json");

        Assert.Equal(2, result.ExitCode);
        Assert.Contains(First, result.StandardOutput, StringComparison.Ordinal);
        Assert.Matches(@"^gradus: \S*broken\.jsonl, byte \d+, line: [^\n]+\n$", result.StandardError);
    }

    [Fact]
    public async Task Show_Run_TellsConfigurationEpochsAndSkippedSteps()
    {
        using TestShell shell = new();
        Plant(shell, First, rate: "0.01", "{\"kind\":\"end\",\"status\":\"completed\",\"bestEpoch\":2,\"message\":null,\"seconds\":64}");

        CommandResult words = await shell.RunAsync("", "runs", "show", First), json = await shell.RunAsync("", "runs", "show", "last", "--json");

        Assert.Equal(0, words.ExitCode);
        Assert.Contains("configuration {\"rate\":0.01}", words.StandardOutput, StringComparison.Ordinal);
        Assert.Matches(@"(?m)^\*2 +0\.4 +0\.3 ", words.StandardOutput);
        Assert.Contains("left out step 7 of epoch 2: planted", words.StandardOutput, StringComparison.Ordinal);
        JsonElement run = JsonDocument.Parse(json.StandardOutput).RootElement;
        Assert.Equal((First, 2, 0.01), (run.GetProperty("id").GetString(), run.GetProperty("history").GetArrayLength(), run.GetProperty("configuration").GetProperty("rate").GetDouble()));
        Assert.Equal("planted", run.GetProperty("skipped")[0].GetProperty("reason").GetString());
        Assert.Single(json.StandardOutput.TrimEnd('\n').Split('\n'));
    }

    [Fact]
    public async Task Compare_Runs_ShowsWhatDiffers()
    {
        using TestShell shell = new();
        Plant(shell, First, rate: "0.01", end: null);
        Plant(shell, Second, rate: "0.02", end: null);

        CommandResult words = await shell.RunAsync("", "runs", "compare", First, Second), json = await shell.RunAsync("", "runs", "compare", First, "last", "--json");

        Assert.Matches(@"(?m)^rate +0\.01 +0\.02 *$", words.StandardOutput);
        Assert.Contains("The same data.", words.StandardOutput, StringComparison.Ordinal);
        JsonElement comparison = JsonDocument.Parse(json.StandardOutput).RootElement;
        Assert.Equal((2, true, true), (comparison.GetProperty("runs").GetArrayLength(), comparison.GetProperty("sameData").GetBoolean(), comparison.GetProperty("sameSeed").GetBoolean()));
        Assert.Equal("rate", comparison.GetProperty("configuration")[0].GetProperty("name").GetString());
        Assert.Equal([0.01, 0.02], comparison.GetProperty("configuration")[0].GetProperty("values").EnumerateArray().Select(value => value.GetDouble()));
    }

    [Theory]
    [InlineData("There is no run 'x'", "show", "x")]
    [InlineData("name two runs or more", "compare", First)]
    [InlineData("Required argument 'ID' missing", "show")]
    public async Task Usage_Bad_IsOneLineAndExitCodeTwo(string message, params string[] arguments)
    {
        using TestShell shell = new();

        CommandResult result = await shell.RunAsync("", ["runs", .. arguments]);

        Assert.Equal((2, ""), (result.ExitCode, result.StandardOutput));
        Assert.Contains(message, result.StandardError, StringComparison.Ordinal);
        Assert.Single(result.StandardError.TrimEnd('\n').Split('\n'));
    }

    // A record in its documented form.
    private static void Plant(TestShell shell, string id, string rate, string? end)
    {
        string folder = shell.Home.Combine("runs");
        Directory.CreateDirectory(folder);
        File.WriteAllLines(Path.Combine(folder, $"{id}.jsonl"), [
            $"{{\"kind\":\"start\",\"form\":1,\"id\":\"{id}\",\"name\":\"mlp\",\"startedAt\":\"2026-11-21T10:00:00.0000000+00:00\",\"seed\":3,\"data\":\"ab12\",\"configuration\":{{\"rate\":{rate}}},\"environment\":{{\"threads\":2}}}}",
            "{\"kind\":\"epoch\",\"epoch\":1,\"trainLoss\":0.5,\"validationLoss\":0.4,\"validationMetric\":null,\"learningRate\":0.01,\"gradientNorm\":1.5,\"skippedSteps\":0,\"figures\":{},\"seconds\":30}",
            "{\"kind\":\"skipped\",\"epoch\":2,\"step\":7,\"reason\":\"planted\"}",
            "{\"kind\":\"epoch\",\"epoch\":2,\"trainLoss\":0.4,\"validationLoss\":0.3,\"validationMetric\":null,\"learningRate\":0.01,\"gradientNorm\":1.4,\"skippedSteps\":1,\"figures\":{\"extra\":2},\"seconds\":64}",
            .. end is null ? Array.Empty<string>() : [end],
        ]);
    }
}
