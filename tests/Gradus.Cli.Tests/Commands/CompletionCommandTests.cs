using Gradus.Interview.Questions;
using Gradus.Labs;
using Gradus.Testing;

namespace Gradus.Cli.Tests.Commands;

public sealed class CompletionCommandTests
{
    [Theory]
    [InlineData("gradus ", "interview ask grade review lab bank data runs bench history doctor completion")]
    [InlineData("gradus int", "interview")]
    [InlineData("gradus interview --pro", "--profile")]
    [InlineData("gradus interview --profile c", "computer-vision clinical")]
    [InlineData("gradus interview --topic vis", "vision")]
    [InlineData("gradus interview rep", "report")]
    [InlineData("gradus interview --rounds ", "explain mixed system teach unknown")]
    [InlineData("gradus --plain data ver", "verify")]
    [InlineData("gradus ask drop", "dropout")]
    [InlineData("gradus lab run drop", "dropout")]
    [InlineData("gradus data get mni", "mnist")]
    [InlineData("gradus completion ", "bash fish pwsh zsh")]
    public async Task Bash_Line_IsCompletedByBashItself(string line, string expected)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Runs in Bash.");
        using TestShell shell = new();
        string script = shell.Home.Combine("gradus.bash");
        await File.WriteAllTextAsync(script, (await shell.RunAsync("", "completion", "bash")).StandardOutput, TestContext.Current.CancellationToken);
        string[] words = line.Split(' ');

        string ask = $"source {script}; COMP_WORDS=({string.Join(' ', words.Select(word => $"'{word}'"))}); COMP_CWORD={words.Length - 1}; _gradus; printf '%s\\n' \"${{COMPREPLY[@]}}\"";
        CommandResult result = await Command.RunAsync("bash", ["--norc", "-c", ask], shell.Home.Path);

        Assert.True(result is { ExitCode: 0, StandardError: "" }, result.Output);
        string[] wanted = expected.Split(' ');
        string[] offered = result.StandardOutput.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.NotEmpty(offered);
        Assert.Superset(wanted.ToHashSet(StringComparer.Ordinal), offered.ToHashSet(StringComparer.Ordinal));
        Assert.All(offered, word => Assert.StartsWith(words[^1], word, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("bash")]
    [InlineData("zsh")]
    [InlineData("fish")]
    [InlineData("pwsh")]
    public async Task Script_EveryShell_KnowsCommandsOptionsAndIds(string kind)
    {
        using TestShell shell = new();

        CommandResult result = await shell.RunAsync("", "completion", kind);

        Assert.Equal((0, ""), (result.ExitCode, result.StandardError));
        Assert.All(
            (string[])["interview", "report", kind == "fish" ? "-l topic" : "--topic", .. Bank.Load(Bank.LocateFolder()).Questions.Select(question => question.Id), .. LabCatalog.All.Select(lab => lab.Id)],
            word => Assert.Contains(word, result.StandardOutput, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Script_UnknownShell_IsRefusedInOneLine()
    {
        using TestShell shell = new();

        CommandResult result = await shell.RunAsync("", "completion", "tcsh");

        Assert.Equal((2, ""), (result.ExitCode, result.StandardOutput));
        Assert.Single(result.StandardError.TrimEnd('\n').Split('\n'));
    }
}
