using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Gradus.Hosting.Backups;
using Gradus.Hosting.Exchange;
using Gradus.Hosting.Services;
using Gradus.Hosting.Tests.Services;

namespace Gradus.Hosting.Tests.Backups;

/// <summary>The question files of a person's own go with the log; of two texts of one thing the later counts.</summary>
public sealed class OwnFilesTests
{
    private const string Id = "weight-tying";
    private const string Name = "foundations/weight-tying.md";

    [Fact]
    public void Export_OwnFiles_ComeToAnotherHome()
    {
        using Workbench here = new(), there = new();
        string path = Write(here, "Tied weights");

        byte[] export = Export(here);
        ImportResult first = Import(there, export), again = Import(there, export);

        Assert.Contains("\"version\":2,", Encoding.UTF8.GetString(export).Split('\n')[0], StringComparison.Ordinal);
        Assert.Equal((1, 0), (first.FilesTaken, first.FilesKept));
        Assert.Contains(first.Notices!, notice => notice.StartsWith(Name + ":", StringComparison.Ordinal));
        Assert.Equal((0, 1), (again.FilesTaken, again.FilesKept));
        Assert.Equal("Tied weights", there.Application.Bank.Find(Id)!.Title);
        Assert.Equal(File.ReadAllBytes(path), File.ReadAllBytes(Path.Combine(there.Application.Authoring.Folder, "foundations", Id + ".md")));
        Assert.Empty(there.Application.Verify());
    }

    [Fact]
    public void Export_NoFiles_IsOfTheFormThatEveryGradusReads()
    {
        using Workbench bench = new();
        bench.Application.Practice.Answer("question-1", "p1", default);

        string head = Encoding.UTF8.GetString(Export(bench)).Split('\n')[0];

        Assert.Contains("\"version\":1,", head, StringComparison.Ordinal);
        Assert.DoesNotContain("files", head, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(-1, "Mine")]
    [InlineData(1, "Theirs")]
    public void Import_FileThatIsHereToo_TheNewerOneCounts(int hoursLater, string kept)
    {
        using Workbench here = new(), there = new();
        string mine = Write(there, "Mine");
        File.SetLastWriteTimeUtc(Write(here, "Theirs"), File.GetLastWriteTimeUtc(mine).AddHours(hoursLater));

        Import(there, Export(here));

        Assert.Equal(kept, there.Application.Bank.Find(Id)!.Title);
        Assert.Equal(kept, there.Reopen().Bank.Find(Id)!.Title);
    }

    [Theory]
    [InlineData("../evil/x.md", null, "its name must be")]
    [InlineData("foundations/../../x.md", null, "its name must be")]
    [InlineData("nowhere/weight-tying.md", null, "its name must be")]
    [InlineData("foundations/Weight.md", null, "its name must be")]
    [InlineData("foundations\\weight-tying.md", null, "its name must be")]
    [InlineData("foundations/other.md", null, "it holds the question 'weight-tying'")]
    [InlineData("vision/weight-tying.md", null, "its topic is 'foundations'")]
    [InlineData(Name, "no question", "it cannot be read: line 1")]
    [InlineData(Name, "HUGE", "it has more than 262144 bytes")]
    [InlineData(Name, "SURROGATE", "the line cannot be read")]
    [InlineData(Name, "FORGED", "is not the one that its checksum was made of")]
    public void Import_FileThatIsNone_IsRefusedWholeWithItsLine(string name, string? text, string reason)
    {
        using Workbench here = new(), there = new();
        here.Application.Practice.Answer("question-1", "p1", default);
        Write(here, "Tied weights");
        string[] lines = Encoding.UTF8.GetString(Export(here)).TrimEnd('\n').Split('\n');
        string good = File.ReadAllText(Path.Combine(here.Application.Authoring.Folder, "foundations", Id + ".md"));
        string content = text switch { null or "FORGED" => good, "HUGE" => good + new string('x', 262_144), "SURROGATE" => good, _ => text };
        string json = JsonSerializer.Serialize(new { name, modifiedAt = 1_790_000_000_000, sha256 = text == "FORGED" ? new string('0', 64) : Hash(content), text = content });
        lines[^2] = text == "SURROGATE" ? json.Replace("Tied weights", "Tied \\ud83d weights", StringComparison.Ordinal) : json;

        string message = Assert.Throws<InvalidDataException>(() => Import(there, Signed(lines))).Message;

        Assert.StartsWith("log.jsonl:5: ", message, StringComparison.Ordinal);
        Assert.Contains(reason, message, StringComparison.Ordinal);
        Assert.EndsWith("nothing was imported.", message, StringComparison.Ordinal);
        Assert.Empty(there.Application.History.Recent());
        Assert.False(Directory.Exists(there.Application.Authoring.Folder));
    }

    [Fact]
    public void Import_OneFileTwice_IsRefusedWhole()
    {
        using Workbench here = new(), there = new();
        Write(here, "Tied weights");
        string[] lines = Encoding.UTF8.GetString(Export(here)).TrimEnd('\n').Split('\n');

        string message = Assert.Throws<InvalidDataException>(() => Import(there, Signed([lines[0].Replace("\"files\":1", "\"files\":2", StringComparison.Ordinal), lines[1], lines[1], lines[2]]))).Message;

        Assert.Contains("stands there twice", message, StringComparison.Ordinal);
        Assert.False(Directory.Exists(there.Application.Authoring.Folder));
    }

    [Fact]
    public void ExportAndVerify_BrokenFile_IsNamed()
    {
        using Workbench bench = new();
        string path = Write(bench, "Tied weights");
        File.WriteAllBytes(path, [0xFF, 0xFE, 0x00]);

        string refused = Assert.Throws<InvalidDataException>(() => Export(bench)).Message;
        string problem = Assert.Single(bench.Application.Verify());

        Assert.StartsWith($"{path}: it is not UTF-8", refused, StringComparison.Ordinal);
        Assert.StartsWith($"{path}: it is not UTF-8", problem, StringComparison.Ordinal);
        Assert.Equal([problem], GradusApplication.Verify(bench.Application.Home, bench.Clock)!.Value.Problems);
    }

    [Fact]
    public void Import_OlderTextOfACard_DoesNotReplaceTheNewer()
    {
        using Workbench home = new(), work = new();
        Card(home, "oldest");
        Import(work, Export(home));
        work.Clock.Advance(TimeSpan.FromDays(1));
        Card(work, "older");
        home.Clock.Advance(TimeSpan.FromDays(2));
        Card(home, "newest");
        work.Clock.Advance(TimeSpan.FromDays(1));
        byte[] log = Export(work);
        using MemoryStream reviews = new();
        work.Application.Exchange.Export(ExchangeFormat.Json, reviews);

        Import(home, log);
        string byLog = Front(home);
        home.Application.Exchange.Import(reviews.ToArray(), "work.json");
        Import(work, Export(home));

        Assert.Equal(("newest", "newest", "newest"), (byLog, Front(home), Front(work)));
        home.Reopen();
        Assert.Equal("newest", Front(home));
    }

    private static void Card(Workbench bench, string front) =>
        bench.Application.Exchange.Import(Encoding.UTF8.GetBytes($"#separator:comma\n#guid column:1\nkey,{front},back\n"), "cards.txt");

    private static string Front(Workbench bench) => Assert.Single(bench.Application.Reviews.New()).Question.Ask;

    private static string Write(Workbench bench, string title) =>
        bench.Application.Authoring.Save(Id, bench.Application.Authoring.Open(Id).Text.Replace("Weight tying\"", title + "\"", StringComparison.Ordinal));

    private static byte[] Export(Workbench bench)
    {
        using MemoryStream stream = new();
        bench.Application.OwnData.Export(stream);
        return stream.ToArray();
    }

    private static ImportResult Import(Workbench bench, byte[] export)
    {
        using MemoryStream stream = new(export);
        return bench.Application.OwnData.Import(stream, "log.jsonl");
    }

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <summary>The same lines with the checksum that they would have.</summary>
    private static byte[] Signed(string[] lines)
    {
        string body = string.Join('\n', lines[..^1]) + "\n";
        return Encoding.UTF8.GetBytes($"{body}{{\"sha256\":\"{Hash(body)}\"}}\n");
    }
}
