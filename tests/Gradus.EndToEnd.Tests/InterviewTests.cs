using System.Text.Json;
using Gradus.Testing;

namespace Gradus.EndToEnd.Tests;

public sealed class InterviewTests
{
    private static readonly string[] Arguments = ["interview", "--profile", "new-graduate", "--seed", "1", "--script", Path.Combine("examples", "interview.txt")];

    [Fact]
    public async Task Interview_Script_AsksGradesProvesAndReports()
    {
        using InstalledGradus gradus = new();

        CommandResult result = await gradus.RunAsync(TestContext.Current.CancellationToken, Arguments);

        Assert.True(result.ExitCode == 0, result.Output);
        Assert.Equal("", result.StandardError);
        Assert.Contains("Question 1 of ", result.StandardOutput, StringComparison.Ordinal);
        Assert.Contains("✓ earned", result.StandardOutput, StringComparison.Ordinal);
        Assert.Contains("Verdict holds", result.StandardOutput, StringComparison.Ordinal);
        Assert.Contains("── Report", result.StandardOutput, StringComparison.Ordinal);
        Assert.Contains("Fix first", result.StandardOutput, StringComparison.Ordinal);
        CommandResult review = await gradus.RunAsync(TestContext.Current.CancellationToken, "review");
        Assert.Equal(0, review.ExitCode);
        Assert.DoesNotContain("Nothing is scheduled yet", review.StandardOutput, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Interview_ScriptAsJson_IsOneDocumentOfTheContract()
    {
        using InstalledGradus gradus = new();

        CommandResult result = await gradus.RunAsync(TestContext.Current.CancellationToken, [.. Arguments, "--json"]);

        Assert.True(result.ExitCode == 0, result.Output);
        using JsonDocument document = JsonDocument.Parse(result.StandardOutput);
        JsonElement root = document.RootElement;
        Assert.Equal("new-graduate", root.GetProperty("profile").GetString());
        Assert.Equal(1, root.GetProperty("seed").GetInt32());
        Assert.InRange(root.GetProperty("report").GetProperty("score").GetDouble(), 0.3, 1);
        JsonElement[] rounds = [.. root.GetProperty("rounds").EnumerateArray()];
        Assert.InRange(rounds.Length, 3, 16);
        JsonElement verdict = rounds[0].GetProperty("verdict");
        Assert.Equal(rounds[0].GetProperty("question").GetString(), verdict.GetProperty("question").GetString());
        Assert.All(verdict.GetProperty("points").EnumerateArray(), point => Assert.StartsWith("p", point.GetProperty("id").GetString(), StringComparison.Ordinal));
        JsonElement lab = rounds.Select(round => round.GetProperty("lab")).First(each => each.ValueKind == JsonValueKind.Object);
        Assert.Equal("holds", lab.GetProperty("verdict").GetString());
        Assert.Equal(64, lab.GetProperty("digest").GetString()!.Length);
    }

    [Fact]
    public async Task Interview_SameSeedTwice_AsksTheSameAndMeasuresTheSameBits()
    {
        using InstalledGradus first = new();
        using InstalledGradus second = new();

        string one = Rounds((await first.RunAsync(TestContext.Current.CancellationToken, [.. Arguments, "--json"])).StandardOutput);
        string two = Rounds((await second.RunAsync(TestContext.Current.CancellationToken, [.. Arguments, "--json"])).StandardOutput);

        Assert.Equal(one, two);
    }

    private static string Rounds(string json)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        return document.RootElement.GetProperty("rounds").GetRawText();
    }
}
