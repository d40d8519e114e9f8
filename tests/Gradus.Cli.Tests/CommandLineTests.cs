using System.Text.RegularExpressions;
using Gradus.Cli.Terminal;
using Gradus.Testing;

namespace Gradus.Cli.Tests;

/// <summary>What is typed wrong gets one clear line on standard error, exit code 2, and nothing on standard output.</summary>
public sealed partial class CommandLineTests
{
    [Theory]
    [InlineData("no-such-command", "no-such-command")]
    [InlineData("lab run --seeds 0 dropout", "--seeds got '0', needed a whole number from 1 to 1000")]
    [InlineData("lab run --seeds many dropout", "many")]
    [InlineData("lab run", "name one lab, or --all for every lab")]
    [InlineData("lab run dropuot", "dropout")]
    [InlineData("lab run --all --figure x.svg", "--figure and --html write one lab; name it.")]
    [InlineData("ask droput", "dropout")]
    [InlineData("interview --profile new-graduat --script {script}", "new-graduate")]
    [InlineData("interview --level 4 --script {script}", "--level got '4', needed a whole number from 1 to 3")]
    [InlineData("interview --script no-such-file.txt", "no-such-file.txt: there is no such file.")]
    [InlineData("interview", "an interview needs a terminal, or answers from --script FILE.")]
    [InlineData("interview --topic nosuch", "There is no topic 'nosuch'; the nearest:")]
    [InlineData("interview --profile nosuch", "There is no profile 'nosuch'; the nearest:")]
    [InlineData("interview --rounds sung", "--rounds got 'sung', needed explain, mixed, teach, unknown or system")]
    [InlineData("interview --rounds 1", "--rounds got '1', needed explain, mixed, teach, unknown or system")]
    [InlineData("interview report --format pdf", "--format got 'pdf', needed html, md or json")]
    [InlineData("review export x.csv --format xml", "--format got 'xml', needed json, csv, cards or apkg")]
    [InlineData("completion tcsh", "completion got 'tcsh', needed bash, zsh, fish or pwsh")]
    [InlineData("grade", "give --batch FILE to grade answers, or --evaluate FILE to measure the grader.")]
    [InlineData("grade --batch no-such-file.jsonl", "no-such-file.jsonl: there is no such file.")]
    [InlineData("bank check no-such-folder", "no-such-folder: there is no such file or folder.")]
    [InlineData("bench --only no-such-case", "--only no-such-case fits no case")]
    [InlineData("bench --only clinical-mlp,no-such-case", "--only no-such-case fits no case")]
    [InlineData("bench --seconds 0", "--seconds got '0', needed a number above 0")]
    [InlineData("--port 70000", "--port got '70000', needed a whole number from 0 to 65535")]
    public async Task RunAsync_BadUsage_IsOneLineAndExitCode2(string line, string message)
    {
        using TestShell shell = new();
        string script = shell.Home.Combine("script.txt");
        File.WriteAllText(script, "an answer");

        CommandResult result = await shell.RunAsync("", line.Replace("{script}", script, StringComparison.Ordinal).Split(' '));

        Assert.Equal(2, result.ExitCode);
        Assert.Equal("", result.StandardOutput);
        Assert.StartsWith("gradus: ", result.StandardError, StringComparison.Ordinal);
        Assert.Single(result.StandardError.TrimEnd('\n').Split('\n'));
        Assert.Contains(message, result.StandardError, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("interview --help")]
    [InlineData("lab run --help")]
    [InlineData("--version")]
    public async Task RunAsync_HelpAndVersion_GoToStandardOutput(string line)
    {
        using TestShell shell = new();

        CommandResult result = await shell.RunAsync("", line.Split(' '));

        Assert.Equal(0, result.ExitCode);
        Assert.NotEqual("", result.StandardOutput);
        Assert.Equal("", result.StandardError);
    }

    [Fact]
    public async Task RunAsync_HelpOfEveryCommand_NamesWhatIsAskedForInFewWords()
    {
        using TestShell shell = new();
        foreach (string[] path in Paths(CommandLine.Root(Silent), []))
        {
            CommandResult result = await shell.RunAsync("", [.. path, "--help"]);

            Assert.Equal(0, result.ExitCode);
            Assert.All(Placeholder().Matches(result.StandardOutput), named => Assert.True(named.Length <= 60, $"gradus {string.Join(' ', path)} --help: {named.Value}"));
        }
    }

    private static Shell Silent => new() { Out = TextWriter.Null, Error = TextWriter.Null, In = TextReader.Null, InputIsTerminal = false, OutputIsTerminal = false, ErrorIsTerminal = false, Width = 100, Environment = _ => null };

    private static IEnumerable<string[]> Paths(System.CommandLine.Command command, string[] path) =>
        command.Subcommands.SelectMany(below => Paths(below, [.. path, below.Name])).Prepend(path);

    [GeneratedRegex("<[^>\\n]*>", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Placeholder();
}
