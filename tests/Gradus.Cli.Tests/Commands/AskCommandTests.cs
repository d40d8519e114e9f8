using System.Text.Json;
using Gradus.Testing;

namespace Gradus.Cli.Tests.Commands;

public sealed class AskCommandTests
{
    private const string Answer = "Dropout sets each unit's output to zero at random in training; at test time all units are used.";

    [Fact]
    public async Task Ask_AnswerOnStandardInput_IsGradedAndScheduled()
    {
        using TestShell shell = new();

        CommandResult asked = await shell.RunAsync(Answer, "ask", "dropout");
        CommandResult review = await shell.RunAsync("", "review");

        Assert.Equal(0, asked.ExitCode);
        Assert.Contains("✓ earned", asked.StandardOutput, StringComparison.Ordinal);
        Assert.Contains("Comes back for review on", asked.StandardOutput, StringComparison.Ordinal);
        Assert.Contains("Dropout and its scaling", review.StandardOutput, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ask_Json_IsOneVerdict()
    {
        using TestShell shell = new();

        CommandResult result = await shell.RunAsync(Answer, "ask", "dropout", "--json");

        JsonElement verdict = JsonSerializer.Deserialize<JsonElement>(result.StandardOutput);
        Assert.Equal("dropout", verdict.GetProperty("question").GetString());
        Assert.InRange(verdict.GetProperty("score").GetDouble(), 0.01, 0.99);
    }

    [Fact]
    public async Task Ask_OneWrongWord_IsNamedWithTheSentence()
    {
        using TestShell shell = new();

        CommandResult asked = await shell.RunAsync("The generator compresses the input into a small latent code and the decoder rebuilds the input from it.", "ask", "autoencoders");

        string shown = string.Join(' ', asked.StandardOutput.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains("Nearly said, but “generator” is the wrong word there: “The generator compresses", shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ask_NoAnswer_ScoresNothingAndSaysSo()
    {
        using TestShell shell = new();

        CommandResult result = await shell.RunAsync("", "ask", "dropout");

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("Score 0 %", result.StandardOutput, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ask_CorruptStore_SaysSoAndLeavesItAlone()
    {
        using TestShell shell = new();
        Assert.Equal(0, (await shell.RunAsync(Answer, "ask", "dropout")).ExitCode);
        string database = Directory.GetFiles(shell.Home.Path, "*.db").Single();
        byte[] broken = [.. Enumerable.Repeat((byte)'x', 4096)];
        foreach (string beside in Directory.GetFiles(shell.Home.Path, "*.db-*"))
        {
            File.Delete(beside);
        }

        File.WriteAllBytes(database, broken);

        CommandResult result = await shell.RunAsync(Answer, "ask", "dropout");

        Assert.Equal(2, result.ExitCode);
        Assert.Contains(database, result.StandardError, StringComparison.Ordinal);
        Assert.Equal(broken, File.ReadAllBytes(database));
    }
}
