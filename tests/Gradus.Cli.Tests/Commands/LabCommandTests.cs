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
}
