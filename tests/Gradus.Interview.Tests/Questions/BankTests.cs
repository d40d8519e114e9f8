using Gradus.Interview.Questions;
using Gradus.Testing;

namespace Gradus.Interview.Tests.Questions;

public sealed class BankTests
{
    [Fact]
    public void Load_OneBrokenFile_KeepsTheOthersAndReportsIt()
    {
        using TemporaryFolder folder = new();
        Write(folder, "vision/sample.md", SampleQuestion.Text);
        Write(folder, "vision/broken.md", SampleQuestion.Text.Replace("level: 2", "level: x", StringComparison.Ordinal));

        Bank bank = Bank.Load(folder.Path);

        Assert.Equal("sample", Assert.Single(bank.Questions).Id);
        BankIssue issue = Assert.Single(bank.Issues);
        Assert.EndsWith("broken.md", issue.File, StringComparison.Ordinal);
        Assert.Equal("level", issue.Field);
    }

    [Fact]
    public void Load_IdUsedTwice_IsAnError()
    {
        using TemporaryFolder folder = new();
        Write(folder, "vision/sample.md", SampleQuestion.Text);
        Write(folder, "foundations/sample.md", SampleQuestion.Text);

        Bank bank = Bank.Load(folder.Path);

        Assert.Contains("unique", Assert.Single(bank.Issues).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_MissingFolder_NamesIt() =>
        Assert.Contains("nowhere", Assert.Throws<DirectoryNotFoundException>(() => Bank.Load("nowhere")).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("dropuot", "dropout")]
    [InlineData("batch-norm", "batch-normalization")]
    [InlineData("ADAM", "adam")]
    public void Nearest_MistypedId_ComesFirst(string typed, string expected)
    {
        Question sample = QuestionFile.Parse(SampleQuestion.Path, SampleQuestion.Text).Question!;
        Bank bank = Bank.Of(new[] { "adam", "dropout", "batch-normalization", "data-leakage", "lstm" }.Select(id => sample with { Id = id }));

        Assert.Equal(expected, bank.Nearest(typed, 3)[0]);
        Assert.Equal(3, bank.Nearest(typed, 3).Count);
    }

    [Fact]
    public void Overlaid_OwnFile_TakesThePlaceOfItsIdAndAddsNewOnes()
    {
        using TemporaryFolder folder = new();
        Write(folder, "bank/vision/sample.md", SampleQuestion.Text);
        Write(folder, "bank/vision/other.md", SampleQuestion.Text.Replace("id: sample", "id: other", StringComparison.Ordinal));
        Write(folder, "own/foundations/sample.md", SampleQuestion.Text.Replace("topic: vision", "topic: foundations", StringComparison.Ordinal).Replace("A sample", "Mine", StringComparison.Ordinal));
        Write(folder, "own/vision/new.md", SampleQuestion.Text.Replace("id: sample", "id: new", StringComparison.Ordinal));

        Bank bank = Bank.Load(folder.Combine("bank")).Overlaid(folder.Combine("own"));

        Assert.Equal(["new", "other", "sample"], bank.Questions.Select(question => question.Id).Order());
        Assert.Equal(("Mine", "foundations"), (bank.Find("sample")!.Title, bank.Find("sample")!.Topic));
        Assert.Empty(bank.Issues);
    }

    [Fact]
    public void Overlaid_BrokenFile_LeavesTheShippedQuestionAndSaysSo()
    {
        using TemporaryFolder folder = new();
        Write(folder, "bank/vision/sample.md", SampleQuestion.Text);
        Write(folder, "own/vision/sample.md", "nothing");

        Bank bank = Bank.Load(folder.Combine("bank")).Overlaid(folder.Combine("own"));

        Assert.Equal("A sample", bank.Find("sample")!.Title);
        Assert.Single(bank.Issues);
        Assert.Same(bank, bank.Overlaid(folder.Combine("none")));
    }

    [Fact]
    public void Overlaid_PointLeftAsItWas_KeepsItsPassages()
    {
        using TemporaryFolder folder = new();
        Write(folder, "bank/vision/sample.md", SampleQuestion.Text);
        Write(folder, "bank/vision/passages/sample.md", "## p1\n+ takes the maximum\n## p2\n+ forgets where\n");
        Write(folder, "own/vision/sample.md", SampleQuestion.Text.Replace("It loses the exact position.", "It forgets the place.", StringComparison.Ordinal));

        Question question = Bank.Load(folder.Combine("bank")).Overlaid(folder.Combine("own")).Find("sample")!;

        Assert.Equal(["takes the maximum"], question.Points[0].Passages.Said);
        Assert.Empty(question.Points[1].Passages.Said);
    }

    [Fact]
    public void Find_UnknownId_IsNull() => Assert.Null(Bank.Of([]).Find("x"));

    internal static void Write(TemporaryFolder folder, string name, string text)
    {
        string path = Path.Combine(folder.Path, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
