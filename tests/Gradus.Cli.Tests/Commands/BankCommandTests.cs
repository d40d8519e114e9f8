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

    [Fact]
    public async Task Check_BankOfTheProduct_HasNoError()
    {
        using TestShell shell = new();

        CommandResult result = await shell.RunAsync("", "bank", "check");

        Assert.True(result.ExitCode == 0, result.Output);
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
}
