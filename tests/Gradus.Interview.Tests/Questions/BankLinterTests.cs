using Gradus.Interview.Grading;
using Gradus.Interview.Questions;
using Gradus.Testing;

namespace Gradus.Interview.Tests.Questions;

public sealed class BankLinterTests
{
    [Theory]
    [InlineData("id: sample", "id: simple", "id", "needed 'sample'")]
    [InlineData("topic: vision", "topic: foundations", "topic", "folder 'vision'")]
    [InlineData("kind: method", "kind: concept", "points", "no point has the facet reason")]
    [InlineData("level: 2", "level: 2\nlab: none-such", "lab", "there is no lab 'none-such'")]
    [InlineData("level: 2", "level: 2\nneeds: [smaple]", "needs[1]", "did you mean sample")]
    [InlineData("level: 2", "level: 2\nrelated: [sample]", "related[1]", "cannot list itself")]
    [InlineData("pool largest|maximum window", "pool largest| window", "points[1].cues[1]", "column 14")]
    [InlineData("pool largest|maximum window", "pool @bigest window", "points[1].cues[1]", "did you mean biggest")]
    [InlineData("pool no:position", "lose position|location", "points[2].cues[2]", "the same cue")]
    [InlineData("## Model answer", "## Model answer", "Model answer", "needed 200 to 400")]
    [InlineData("## Model answer", "## Model answer", "Model answer", "earns 0 % of its own rubric, needed 95 %")]
    [InlineData("It takes the largest value.", "Pooling has weights, parameters that it learns.", "Model answer", "is taken to assert the misconception m1")]
    public void Check_OneFault_IsFound(string good, string bad, string field, string message)
    {
        using TemporaryFolder folder = new();
        BankTests.Write(folder, "lexicon.yaml", "biggest: [biggest, largest]\n");
        BankTests.Write(folder, "vision/sample.md", SampleQuestion.Text.Replace(good, bad, StringComparison.Ordinal));

        IReadOnlyList<BankIssue> issues = BankLinter.Check(folder.Path, ["dropout"]);

        Assert.Contains(issues, issue => issue.Severity == IssueSeverity.Error && issue.Field == field && issue.Message.Contains(message, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("id: sample", "id: simple", "id", "needed 'sample'")]
    [InlineData("level: 2", "level: 2\nlab: none-such", "lab", "there is no lab 'none-such'")]
    [InlineData("level: 2", "level: 2\nneeds: [other]", "needs", "sample > other > sample")]
    [InlineData("pool largest|maximum window", "pool | window", "points[1].cues[1]", "column")]
    [InlineData("## Model answer", "## Model answer", "Model answer", "earns 0 % of its own rubric, needed 95 %")]
    [InlineData("level: 2", "level: 9", "level", "9")]
    public void Check_EditedText_FindsItsFaultsAlone(string good, string bad, string field, string message)
    {
        using TemporaryFolder folder = new();
        BankTests.Write(folder, "lexicon.yaml", "");
        BankTests.Write(folder, "vision/sample.md", SampleQuestion.Text);
        BankTests.Write(folder, "vision/other.md", SampleQuestion.Text.Replace("id: sample", "id: other\nneeds: [sample]", StringComparison.Ordinal));
        Bank bank = Bank.Load(folder.Path);
        QuestionSource edited = QuestionFile.Parse(SampleQuestion.Path, SampleQuestion.Text.Replace(good, bad, StringComparison.Ordinal));

        IReadOnlyList<BankIssue> issues = BankLinter.Check(bank, edited, new Grader(bank), ["dropout"]);

        Assert.Contains(issues, issue => issue.Severity == IssueSeverity.Error && issue.Field == field && issue.Message.Contains(message, StringComparison.Ordinal));
        Assert.All(issues, issue => Assert.Equal(SampleQuestion.Path, issue.File));
    }

    [Fact]
    public void Check_CircleOfNeeds_IsReportedOnce()
    {
        using TemporaryFolder folder = new();
        BankTests.Write(folder, "lexicon.yaml", "");
        foreach ((string id, string needs) in new[] { ("a", "b"), ("b", "c"), ("c", "a"), ("d", "a") })
        {
            BankTests.Write(folder, $"vision/{id}.md", SampleQuestion.Text.Replace("id: sample", $"id: {id}\nneeds: [{needs}]", StringComparison.Ordinal));
        }

        BankIssue issue = Assert.Single(BankLinter.Check(folder.Path), issue => issue.Message.Contains("circle", StringComparison.Ordinal));

        Assert.Contains("a > b > c > a", issue.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Check_OneFile_ReportsThatFileOnly()
    {
        using TemporaryFolder folder = new();
        BankTests.Write(folder, "lexicon.yaml", "");
        BankTests.Write(folder, "vision/sample.md", SampleQuestion.Text);
        BankTests.Write(folder, "vision/other.md", SampleQuestion.Text.Replace("id: sample", "id: another", StringComparison.Ordinal));

        IReadOnlyList<BankIssue> issues = BankLinter.Check(Path.Combine(folder.Path, "vision", "other.md"));

        Assert.NotEmpty(issues);
        Assert.All(issues, issue => Assert.EndsWith("other.md", issue.File, StringComparison.Ordinal));
    }

    [Fact]
    public void Check_MissingPath_Throws() => Assert.Throws<FileNotFoundException>(() => BankLinter.Check("nowhere.md"));
}
