using System.Text.Json;
using Gradus.Testing;

namespace Gradus.Cli.Tests.Commands;

public sealed class GradeCommandTests
{
    [Fact]
    public async Task Batch_GoodLines_GivesOneVerdictALineInOrder()
    {
        string[] lines =
        [
            """{"question":"dropout","answer":"In training each unit's output is set to zero at random with probability p; at test time all units are used."}""",
            """{"question":"Why is the sky blue?","reference":["Air scatters short waves of light more strongly than long ones.","Sunlight is white."],"answer":"Short waves of light are scattered more strongly by the air than long ones."}""",
            """{"question":"dropout","answer":""}""",
        ];

        (CommandResult result, JsonElement[] verdicts) = await GradeAsync(lines);

        Assert.Equal(0, result.ExitCode);
        Assert.Equal("", result.StandardError);
        Assert.Equal(["dropout", "Why is the sky blue?", "dropout"], verdicts.Select(verdict => verdict.GetProperty("question").GetString()));
        Assert.True(verdicts[0].GetProperty("points")[0].GetProperty("earned").GetBoolean());
        Assert.Contains("set to zero", verdicts[0].GetProperty("points")[0].GetProperty("evidence").GetString(), StringComparison.Ordinal);
        Assert.True(verdicts[1].GetProperty("score").GetDouble() > 0);
        Assert.Equal(0, verdicts[2].GetProperty("score").GetDouble());
        Assert.All(verdicts, verdict => Assert.Equal(JsonValueKind.Array, verdict.GetProperty("misconceptions").ValueKind));
    }

    [Fact]
    public async Task Batch_BrokenLines_AreToldAndTheOthersAreGraded()
    {
        string[] lines =
        [
            "{\"question\":\"dropout\",\"answer\":",
            """["dropout"]""",
            """{"question":"droput","answer":"x"}""",
            """{"question":"dropout","answer":7}""",
            """{"answer":"x"}""",
            """{"question":"my own","reference":[],"answer":"x"}""",
            """{"question":"dropout","answer":"All units are used at test time."}""",
        ];

        (CommandResult result, JsonElement[] verdicts) = await GradeAsync(lines);

        Assert.Equal(2, result.ExitCode);
        Assert.Equal(lines.Length, verdicts.Length);
        Assert.All(verdicts[..6].Index(), line => Assert.Equal(line.Index + 1, line.Item.GetProperty("line").GetInt32()));
        Assert.Contains("the nearest: dropout", verdicts[2].GetProperty("error").GetString(), StringComparison.Ordinal);
        Assert.Contains("\"answer\" is missing or no text", verdicts[3].GetProperty("error").GetString(), StringComparison.Ordinal);
        Assert.Equal(JsonValueKind.Null, verdicts[4].GetProperty("question").ValueKind);
        Assert.Contains("\"reference\" got a list", verdicts[5].GetProperty("error").GetString(), StringComparison.Ordinal);
        Assert.True(verdicts[6].TryGetProperty("score", out _));
    }

    [Theory]
    [InlineData(100_000)]
    [InlineData(5)]
    public async Task Batch_OverlongOrControlCharacters_ScoresNothing(int length)
    {
        string answer = length > 100 ? new string('x', length) : "\u0000\u0001\u0002\u0003\u0004";

        (CommandResult result, JsonElement[] verdicts) = await GradeAsync([JsonSerializer.Serialize(new { question = "dropout", answer })]);

        Assert.Equal(0, result.ExitCode);
        Assert.Equal(0, verdicts.Single().GetProperty("score").GetDouble());
    }

    private static async Task<(CommandResult Result, JsonElement[] Verdicts)> GradeAsync(IEnumerable<string> lines)
    {
        using TestShell shell = new();
        CommandResult result = await shell.RunAsync(string.Join('\n', lines), "grade", "--batch", "-");
        return (result, [.. result.StandardOutput.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonSerializer.Deserialize<JsonElement>(line))]);
    }
}
