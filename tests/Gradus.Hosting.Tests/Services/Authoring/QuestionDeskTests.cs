using Gradus.Hosting.Services;
using Gradus.Hosting.Services.Authoring;
using Gradus.Interview.Grading;
using Gradus.Interview.Questions;
using Gradus.Testing;

namespace Gradus.Hosting.Tests.Services.Authoring;

public sealed class QuestionDeskTests
{
    [Fact]
    public void Open_NewId_IsATemplateThatCanBeStored()
    {
        using Workbench bench = new();
        AuthoredText file = bench.Application.Authoring.Open("weight-tying");

        AuthorCheck check = bench.Application.Authoring.Check("weight-tying", file.Text);
        string path = bench.Application.Authoring.Save("weight-tying", file.Text);

        Assert.False(file.IsOwn);
        Assert.True(check.CanBeStored);
        Assert.NotEmpty(check.Issues);
        Assert.StartsWith(Path.Combine(bench.Folder, "bank") + Path.DirectorySeparatorChar, path, StringComparison.Ordinal);
        Assert.Equal("Weight tying", bench.Application.Bank.Find("weight-tying")!.Title);
        Assert.True(bench.Application.Authoring.Open("weight-tying").IsOwn);
        Assert.Equal(["weight-tying"], bench.Application.Authoring.Own());
    }

    [Fact]
    public void Save_ThenReopened_IsStillInTheBank()
    {
        using Workbench bench = new();
        bench.Application.Authoring.Save("weight-tying", bench.Application.Authoring.Open("weight-tying").Text);

        GradusApplication again = bench.Reopen();

        Assert.NotNull(again.Bank.Find("weight-tying"));
        again.Practice.Answer("weight-tying", "p1", default);
        Assert.Single(again.History.AnswersTo("weight-tying"));
    }

    [Fact]
    public void Save_OtherTopic_MovesTheFile()
    {
        using Workbench bench = new();
        QuestionDesk desk = bench.Application.Authoring;
        string text = desk.Open("weight-tying").Text;
        string first = desk.Save("weight-tying", text);

        string second = desk.Save("weight-tying", text.Replace("topic: foundations", "topic: vision", StringComparison.Ordinal));

        Assert.False(File.Exists(first));
        Assert.True(File.Exists(second));
        Assert.Equal("vision", bench.Application.Bank.Find("weight-tying")!.Topic);
    }

    [Fact]
    public void Remove_OwnFile_BringsTheShippedOneBack()
    {
        using Workbench bench = new();
        QuestionDesk desk = bench.Application.Authoring;
        desk.Save("question-1", desk.Open("weight-tying").Text.Replace("weight-tying", "question-1", StringComparison.Ordinal));
        Assert.Equal("Weight tying", bench.Application.Bank.Find("question-1")!.Title);

        Assert.True(desk.Remove("question-1"));

        Assert.Equal("About question-1", bench.Application.Bank.Find("question-1")!.Title);
        Assert.False(desk.Remove("question-1"));
    }

    [Theory]
    [InlineData("../../escape")]
    [InlineData("..")]
    [InlineData("a/b")]
    [InlineData("a\\b")]
    [InlineData("A")]
    [InlineData("a--b")]
    [InlineData("-a")]
    [InlineData("a.md")]
    [InlineData("a\0b")]
    [InlineData("")]
    public void Save_NoId_IsRefusedAndWritesNothing(string id)
    {
        using Workbench bench = new();
        string text = bench.Application.Authoring.Open("weight-tying").Text;

        Assert.Throws<AuthoringException>(() => bench.Application.Authoring.Save(id, text));
        Assert.Throws<AuthoringException>(() => bench.Application.Authoring.Open(id));
        Assert.False(bench.Application.Authoring.Remove(id));
        Assert.False(Directory.Exists(bench.Application.Authoring.Folder));
    }

    [Theory]
    [InlineData("topic: foundations", "topic: ../../../escape", "topic")]
    [InlineData("id: weight-tying", "id: question-1", "An id never changes")]
    [InlineData("---\nid", "id", "---")]
    public void Save_BadText_IsRefusedWithTheReasonAndWritesNothing(string good, string bad, string reason)
    {
        using Workbench bench = new();
        string text = bench.Application.Authoring.Open("weight-tying").Text.Replace(good, bad, StringComparison.Ordinal);

        AuthoringException refused = Assert.Throws<AuthoringException>(() => bench.Application.Authoring.Save("weight-tying", text));

        Assert.Contains(reason, refused.Message, StringComparison.Ordinal);
        Assert.Null(bench.Application.Bank.Find("weight-tying"));
        Assert.False(Directory.Exists(bench.Application.Authoring.Folder));
    }

    [Fact]
    public void Save_HalfOfASurrogatePair_IsRefusedWithItsPlace()
    {
        using Workbench bench = new();
        string text = bench.Application.Authoring.Open("weight-tying").Text.Replace("What it is.", "What \ud800 is.", StringComparison.Ordinal);

        AuthoringException refused = Assert.Throws<AuthoringException>(() => bench.Application.Authoring.Save("weight-tying", text));

        Assert.Contains("surrogate", refused.Message, StringComparison.Ordinal);
        Assert.False(Directory.Exists(bench.Application.Authoring.Folder));
    }

    [Fact]
    public void Save_TooLarge_IsRefused()
    {
        using Workbench bench = new();
        string text = bench.Application.Authoring.Open("weight-tying").Text + new string('a', QuestionFile.MaximumBytes);

        Assert.Contains("split the question", Assert.Throws<AuthoringException>(() => bench.Application.Authoring.Save("weight-tying", text)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Save_FolderThatLeadsElsewhere_IsNotFollowed()
    {
        using Workbench bench = new();
        using TemporaryFolder elsewhere = new();
        Directory.CreateDirectory(bench.Application.Authoring.Folder);
        Directory.CreateSymbolicLink(Path.Combine(bench.Application.Authoring.Folder, "foundations"), elsewhere.Path);

        Assert.Throws<AuthoringException>(() => bench.Application.Authoring.Save("weight-tying", bench.Application.Authoring.Open("weight-tying").Text));

        Assert.Empty(Directory.GetFiles(elsewhere.Path));
    }

    [Fact]
    public void Save_FileThatIsALink_IsReplacedAndNotFollowed()
    {
        using Workbench bench = new();
        using TemporaryFolder elsewhere = new();
        string target = elsewhere.Combine("precious.txt");
        File.WriteAllText(target, "precious");
        string folder = Path.Combine(bench.Application.Authoring.Folder, "foundations");
        Directory.CreateDirectory(folder);
        File.CreateSymbolicLink(Path.Combine(folder, "weight-tying.md"), target);

        bench.Application.Authoring.Save("weight-tying", QuestionTemplateText(bench));

        Assert.Equal("precious", File.ReadAllText(target));
    }

    [Fact]
    public void Try_EditedText_GradesAgainstItAndStoresNothing()
    {
        using Workbench bench = new();
        string text = bench.Application.Authoring.Open("weight-tying").Text
            .Replace("What it is, in one sentence.", "Weight tying uses one matrix for the embedding and for the output.", StringComparison.Ordinal)
            .Replace("two|alternatives something|else", "one|same matrix embedding output", StringComparison.Ordinal);

        Verdict verdict = bench.Application.Authoring.Try("weight-tying", text, "The embedding and the output layer share one and the same matrix, so the embedding is learned with the output.");

        Assert.True(verdict.Points.Single(point => point.Id == "p1").Earned);
        Assert.Empty(bench.Application.History.Recent());
        Assert.Null(bench.Application.Bank.Find("weight-tying"));
    }

    private static string QuestionTemplateText(Workbench bench) => bench.Application.Authoring.Open("another").Text.Replace("another", "weight-tying", StringComparison.Ordinal);
}
