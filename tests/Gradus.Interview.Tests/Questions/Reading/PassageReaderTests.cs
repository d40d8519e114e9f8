using Gradus.Interview.Questions;
using Gradus.Testing;

namespace Gradus.Interview.Tests.Questions.Reading;

public sealed class PassageReaderTests
{
    private const string Valid = "## p1\n\n+ The biggest number wins.\n+ Only the maximum is passed on.\n- Pooling matters.\n\n## m1\n+ It learns a kernel.\n";

    [Fact]
    public void Load_PassagesBesideTheQuestion_BelongToTheirPoints()
    {
        QuestionSource source = Load(Valid);

        Assert.Empty(source.Issues);
        Question question = Assert.IsType<Question>(source.Question);
        Assert.Equal(["The biggest number wins.", "Only the maximum is passed on."], question.Points[0].Passages.Said);
        Assert.Equal(["Pooling matters."], question.Points[0].Passages.NotSaid);
        Assert.Same(Passages.None, question.Points[1].Passages);
        Assert.Equal(["It learns a kernel."], question.Misconceptions[0].Passages.Said);
    }

    [Fact]
    public void Load_NoPassageFile_IsAQuestionWithoutPassages() => Assert.All(Load(null).Question!.Points, point => Assert.Same(Passages.None, point.Passages));

    [Theory]
    [InlineData("## p1", "## p7", 1, "p7", "'p7' is no point and no misconception of sample")]
    [InlineData("## p1", "# p1", 1, "", "needed a heading such as '## p1'")]
    [InlineData("## p1\n", "", 2, "", "before the first heading")]
    [InlineData("- Pooling matters.", "* Pooling matters.", 5, "p1", "needed a heading such as '## p1', or a passage")]
    [InlineData("- Pooling matters.", "-Pooling matters.", 5, "p1", "needed a heading such as '## p1', or a passage")]
    [InlineData("## m1", "## p1", 7, "p1", "has a heading already, in line 1")]
    [InlineData("+ It learns a kernel.", "+ The biggest number wins.", 8, "m1", "stands in line 3 already")]
    public void Load_OneFault_NamesFileLineAndField(string good, string bad, int line, string field, string message)
    {
        QuestionSource source = Load(Valid.Replace(good, bad, StringComparison.Ordinal));

        Assert.Null(source.Question);
        BankIssue issue = source.Issues[0];
        Assert.EndsWith(Path.Combine("passages", "sample.md"), issue.File, StringComparison.Ordinal);
        Assert.Equal((line, field), (issue.Line, issue.Field));
        Assert.Contains(message, issue.Message, StringComparison.Ordinal);
    }

    private static QuestionSource Load(string? passages)
    {
        using TemporaryFolder folder = new();
        string path = Path.Combine(folder.Path, "sample.md");
        File.WriteAllText(path, SampleQuestion.Text);
        if (passages is not null)
        {
            Directory.CreateDirectory(Path.Combine(folder.Path, QuestionFile.PassageFolder));
            File.WriteAllText(Path.Combine(folder.Path, QuestionFile.PassageFolder, "sample.md"), passages);
        }

        return QuestionFile.Load(path);
    }
}
