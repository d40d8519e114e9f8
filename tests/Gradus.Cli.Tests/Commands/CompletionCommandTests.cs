using Gradus.Interview.Questions;
using Gradus.Labs;
using Gradus.Testing;

namespace Gradus.Cli.Tests.Commands;

public sealed class CompletionCommandTests
{
    private static readonly (string Line, string Offered)[] Lines =
    [
        ("gradus ", "interview ask grade review lab bank data runs bench history doctor completion"),
        ("gradus int", "interview"),
        ("gradus interview --pro", "--profile"),
        ("gradus interview --profile c", "computer-vision clinical"),
        ("gradus interview --topic vis", "vision"),
        ("gradus interview --profile clinical --to", "--topic"),
        ("gradus interview rep", "report"),
        ("gradus interview --rounds ", "explain mixed system teach unknown"),
        ("gradus interview report --format ", "html json md"),
        ("gradus review export --format ", "apkg cards csv json"),
        ("gradus --plain data ver", "verify"),
        ("gradus ask drop", "dropout"),
        ("gradus lab run drop", "dropout"),
        ("gradus data get mni", "mnist"),
        ("gradus completion ", "bash fish pwsh zsh"),
        ("gradus data export gradus.s", Script),
        ("gradus interview --script gradus.s", Script),
    ];

    /// <summary>The name of the script's file, which is completed where a file is wanted.</summary>
    private const string Script = "gradus.script";

    [Theory]
    [InlineData("bash")]
    [InlineData("zsh")]
    [InlineData("fish")]
    public async Task Lines_Completed_ByTheShellItself(string kind)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Runs in a Unix shell.");
        Assert.SkipUnless(ShellRun.IsInstalled(kind), $"{kind} is not installed.");
        using TestShell shell = new();
        CommandResult script = await shell.RunAsync("", "completion", kind);
        await File.WriteAllTextAsync(shell.Home.Combine(Script), script.StandardOutput, TestContext.Current.CancellationToken);

        IReadOnlyList<string[]> offered = await ShellRun.CompleteAsync(kind, Script, shell.Home.Path, [.. Lines.Select(line => line.Line)]);

        Assert.Equal(Lines.Length, offered.Count);
        List<string> wrong = [];
        foreach (((string line, string wanted), string[] words) in Lines.Zip(offered))
        {
            string begun = line[(line.LastIndexOf(' ') + 1)..];
            if (wanted.Split(' ').Except(words).Any() || words.Length == 0 || words.Any(word => !word.StartsWith(begun, StringComparison.Ordinal)))
            {
                wrong.Add($"'{line}' was offered '{string.Join(' ', words)}', not '{wanted}'");
            }
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public async Task Lines_ValueThatIsNotKnown_OffersNoCommand()
    {
        Assert.SkipUnless(!OperatingSystem.IsWindows() && ShellRun.IsInstalled("zsh"), "zsh is not installed.");
        using TestShell shell = new();
        await File.WriteAllTextAsync(shell.Home.Combine(Script), (await shell.RunAsync("", "completion", "zsh")).StandardOutput, TestContext.Current.CancellationToken);

        IReadOnlyList<string[]> offered = await ShellRun.CompleteAsync("zsh", Script, shell.Home.Path, ["gradus interview --level "]);

        Assert.DoesNotContain("report", Assert.Single(offered));
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
        Assert.Equal("gradus: completion got 'tcsh', needed bash, zsh, fish or pwsh; see 'gradus completion --help'.\n", result.StandardError);
    }
}
