using System.Text.Json;
using Gradus.Testing;

namespace Gradus.Cli.Tests.Commands;

public sealed class HistoryCommandTests
{
    [Fact]
    public async Task History_Nothing_SaysHowToBegin()
    {
        using TestShell shell = new();

        CommandResult words = await shell.RunAsync("", "history"), json = await shell.RunAsync("", "history", "--json");

        Assert.Contains("Nothing yet.", words.StandardOutput, StringComparison.Ordinal);
        Assert.Equal((0, ""), (json.ExitCode, json.StandardOutput));
    }

    [Fact]
    public async Task History_InterviewAndAnswers_AreListedTheLatestFirst()
    {
        using TestShell shell = new();
        string script = shell.Home.Combine("answers.txt");
        await File.WriteAllTextAsync(script, "Dropout zeroes units at random.", TestContext.Current.CancellationToken);
        await shell.RunAsync("Dropout zeroes units at random.", "ask", "dropout");
        CommandResult interview = await shell.RunAsync("", "interview", "--topic", "interview-craft", "--minutes", "15", "--script", script);

        CommandResult result = await shell.RunAsync("", "history", "--json");
        CommandResult one = await shell.RunAsync("", "history", "dropout", "--json");
        CommandResult words = await shell.RunAsync("", "history");

        Assert.True(interview.ExitCode == 0, interview.Output);
        JsonElement[] rows = [.. result.StandardOutput.TrimEnd('\n').Split('\n').Select(line => JsonDocument.Parse(line).RootElement)];
        Assert.Equal(["interview", "answer"], rows.Where(row => row.GetProperty("kind").GetString() != "lab").Select(row => row.GetProperty("kind").GetString()));
        Assert.Equal("interview-craft", rows.First(row => row.GetProperty("kind").GetString() == "interview").GetProperty("what").GetString());
        Assert.Equal("dropout", JsonDocument.Parse(one.StandardOutput.Split('\n')[0]).RootElement.GetProperty("what").GetString());
        Assert.Contains("Dropout and its scaling", words.StandardOutput, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Report_LastInterview_IsSavedInEveryForm()
    {
        using TestShell shell = new();
        string script = shell.Home.Combine("answers.txt"), file = shell.Home.Combine("report.html");
        await File.WriteAllTextAsync(script, "The principle comes first.", TestContext.Current.CancellationToken);
        CommandResult none = await shell.RunAsync("", "interview", "report");
        await shell.RunAsync("", "interview", "--topic", "interview-craft", "--minutes", "15", "--script", script);

        CommandResult html = await shell.RunAsync("", "interview", "report", "last", "--format", "html", "-o", file);
        CommandResult text = await shell.RunAsync("", "interview", "report");
        CommandResult json = await shell.RunAsync("", "interview", "report", "last", "--format", "json");
        CommandResult unknown = await shell.RunAsync("", "interview", "report", "nothing");

        Assert.Equal((2, true), (none.ExitCode, none.StandardError.Contains("no interview is finished yet", StringComparison.Ordinal)));
        Assert.Equal((0, file + "\n"), (html.ExitCode, html.StandardOutput));
        Assert.StartsWith("<!doctype html>", await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.StartsWith("# Interview report\n", text.StandardOutput, StringComparison.Ordinal);
        Assert.Equal("interview-craft", JsonDocument.Parse(json.StandardOutput).RootElement.GetProperty("report").GetProperty("topic").GetString());
        Assert.Equal(2, unknown.ExitCode);
    }
}
