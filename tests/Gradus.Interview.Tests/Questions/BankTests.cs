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
    public void Find_UnknownId_IsNull() => Assert.Null(Bank.Of([]).Find("x"));

    internal static void Write(TemporaryFolder folder, string name, string text)
    {
        string path = Path.Combine(folder.Path, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
