using System.Text.Json;
using System.Xml.Linq;
using Gradus.Labs;
using Gradus.Testing;

namespace Gradus.Cli.Tests.Commands;

public sealed class LabCommandTests
{
    [Fact]
    public async Task List_Json_NamesEveryLab()
    {
        using TestShell shell = new();

        CommandResult result = await shell.RunAsync("", "lab", "list", "--json");

        Assert.Equal(LabCatalog.All.Select(lab => lab.Id), result.StandardOutput.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonSerializer.Deserialize<JsonElement>(line).GetProperty("id").GetString()));
    }

    [Fact]
    public async Task Run_JsonFigureAndHtml_WritesAllThree()
    {
        using TestShell shell = new();
        string figure = shell.Home.Combine("figure.svg");
        string html = shell.Home.Combine("report.html");

        CommandResult result = await shell.RunAsync("", "lab", "run", "zero-initialization", "--seeds", "3", "--json", "--figure", figure, "--html", html);

        Assert.True(result.ExitCode == 0, result.Output);
        JsonElement lab = JsonSerializer.Deserialize<JsonElement>(result.StandardOutput);
        Assert.Equal("zero-initialization", lab.GetProperty("id").GetString());
        Assert.Equal("holds", lab.GetProperty("verdict").GetString());
        Assert.Equal(3, lab.GetProperty("seeds").GetArrayLength());
        Assert.Equal(2, lab.GetProperty("interval").GetArrayLength());
        Assert.Equal("svg", XDocument.Load(figure).Root!.Name.LocalName);
        Assert.Contains(lab.GetProperty("digest").GetString()!, File.ReadAllText(html), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_Text_TellsClaimVerdictAndDigest()
    {
        using TestShell shell = new();

        CommandResult result = await shell.RunAsync("", "lab", "run", "zero-initialization", "--seeds", "2");

        Assert.Contains("Claim ", result.StandardOutput, StringComparison.Ordinal);
        Assert.Contains("Verdict holds", result.StandardOutput, StringComparison.Ordinal);
        Assert.Contains("digest ", result.StandardOutput, StringComparison.Ordinal);
        Assert.Equal("", result.StandardError);
    }

    [Fact]
    public async Task Run_OwnTable_RepeatsTheExperimentOnIt()
    {
        using TestShell shell = new();
        string table = shell.Home.Combine("ward.csv");
        // One patient in ten is ill, and the first measurement says who.
        File.WriteAllLines(table, ["age,marker,ill", .. Enumerable.Range(0, 400).Select(row => $"{40 + (row * 7 % 41)},{(row % 10 == 0 ? 3 : 0) + (row * 13 % 17 / 10.0):0.0},{(row % 10 == 0 ? "yes" : "no")}")]);

        CommandResult result = await shell.RunAsync("", "lab", "run", "accuracy-trap", "--table", table, "--target", "ill", "--positive", "yes", "--seeds", "2", "--json");

        Assert.True(result.ExitCode == 0, result.Output);
        Assert.Equal("accuracy-trap", JsonSerializer.Deserialize<JsonElement>(result.StandardOutput).GetProperty("id").GetString());
    }

    [Theory]
    [InlineData("accuracy-trap", "gone", "line 1, column 'gone'")]
    [InlineData("accuracy-trap", "ill", "line 3, column 'age'")]
    [InlineData("dropout", "ill", "--table goes with one lab that takes a table: accuracy-trap")]
    public async Task Run_UnusableTable_NamesFileLineAndField(string lab, string target, string message)
    {
        using TestShell shell = new();
        string table = shell.Home.Combine("ward.csv");
        File.WriteAllLines(table, ["age,ill", "50,yes", "old,no", .. Enumerable.Repeat("50,yes", 12), .. Enumerable.Repeat("40,no", 12)]);

        CommandResult result = await shell.RunAsync("", "lab", "run", lab, "--table", table, "--target", target, "--positive", "yes");

        Assert.Equal(2, result.ExitCode);
        Assert.Equal("", result.StandardOutput);
        Assert.Contains(message, result.StandardError, StringComparison.Ordinal);
    }
}
