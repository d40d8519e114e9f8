using System.Text.Json;
using Gradus.Testing;

namespace Gradus.Cli.Tests.Commands;

public sealed class BankCommandTests
{
    [Fact]
    public async Task List_Json_HasOneQuestionALine()
    {
        using TestShell shell = new();

        CommandResult result = await shell.RunAsync("", "bank", "list", "--json");

        JsonElement[] questions = [.. result.StandardOutput.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonSerializer.Deserialize<JsonElement>(line))];
        Assert.Equal(Directory.EnumerateDirectories(RepositoryRoot.Combine("bank")).SelectMany(topic => Directory.EnumerateFiles(topic, "*.md")).Count(), questions.Length);
        Assert.Contains("dropout", questions.Select(question => question.GetProperty("id").GetString()));
    }

    /// <summary>In the ordinary suite the tests of the content check the same bank by the same linter.</summary>
    [Fact]
    [Trait("Category", "Long")]
    public async Task Check_BankOfTheProduct_HasNoError()
    {
        using TestShell shell = new();

        CommandResult result = await shell.RunAsync("", "bank", "check");

        Assert.True(result.ExitCode == 0, result.Output);
    }

    [Fact]
    public async Task ListAndCheck_OwnQuestions_AreAmongTheShipped()
    {
        using TestShell shell = new();
        string shipped = File.ReadAllText(RepositoryRoot.Combine("bank", "regularization-and-normalization", "dropout.md"));
        string folder = Directory.CreateDirectory(shell.Home.Combine("bank", "regularization-and-normalization")).FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "dropout.md"), Titled(shipped, "Dropout as I ask it"), TestContext.Current.CancellationToken);
        string broken = Path.Combine(folder, "dropout-of-mine.md");
        await File.WriteAllTextAsync(broken, shipped.Replace("id: dropout", "id: dropout-of-mine", StringComparison.Ordinal).Replace("facet: reason", "facet: reasn", StringComparison.Ordinal), TestContext.Current.CancellationToken);

        CommandResult list = await shell.RunAsync("", "bank", "list");
        CommandResult check = await shell.RunAsync("", "bank", "check");
        CommandResult one = await shell.RunAsync("", "bank", "check", Path.Combine(folder, "dropout.md"));

        Assert.Contains("Dropout as I ask it", list.StandardOutput, StringComparison.Ordinal);
        Assert.Equal(1, check.ExitCode);
        string[] errors = [.. check.StandardOutput.Split('\n', StringSplitOptions.RemoveEmptyEntries)[..^1].Where(line => !line.Contains(" warning:", StringComparison.Ordinal))];
        Assert.NotEmpty(errors);
        Assert.All(errors, line => Assert.StartsWith(broken + ":", line, StringComparison.Ordinal));
        Assert.True(one.ExitCode == 0, one.Output);
    }

    [Fact]
    public async Task Check_BrokenFile_NamesFileLineAndFieldAndFails()
    {
        using TestShell shell = new();
        string folder = shell.Home.Combine("bank", "regularization-and-normalization");
        Directory.CreateDirectory(folder);
        string broken = File.ReadAllText(RepositoryRoot.Combine("bank", "regularization-and-normalization", "dropout.md")).Replace("facet: reason", "facet: reasn", StringComparison.Ordinal);
        File.WriteAllText(Path.Combine(folder, "dropout.md"), broken);
        int line = Array.FindIndex(broken.Split('\n'), text => text.Contains("reasn", StringComparison.Ordinal)) + 1;

        CommandResult result = await shell.RunAsync("", "bank", "check", shell.Home.Combine("bank"));

        Assert.Equal(1, result.ExitCode);
        Assert.Contains($"dropout.md:{line}: ", result.StandardOutput, StringComparison.Ordinal);
        Assert.Contains("facet", result.StandardOutput, StringComparison.Ordinal);
    }

    private static string Titled(string text, string title) => string.Join('\n', text.Split('\n').Select(line => line.StartsWith("title:", StringComparison.Ordinal) ? $"title: \"{title}\"" : line));
}
