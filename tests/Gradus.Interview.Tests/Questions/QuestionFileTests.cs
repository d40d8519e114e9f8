using Gradus.Interview.Questions;
using Gradus.Testing;

namespace Gradus.Interview.Tests.Questions;

public sealed class QuestionFileTests
{
    [Fact]
    public void Parse_ValidFile_FillsEveryField()
    {
        QuestionSource source = QuestionFile.Parse(SampleQuestion.Path, SampleQuestion.Text);

        Assert.Empty(source.Issues);
        Question question = Assert.IsType<Question>(source.Question);
        Assert.Equal(("sample", "vision", QuestionKind.Method, 2), (question.Id, question.Topic, question.Kind, question.Level));
        Assert.Equal(["general", "nlp"], question.Profiles);
        Assert.Equal("What does pooling do?", question.Ask);
        Assert.StartsWith("### Principle", question.ModelAnswer, StringComparison.Ordinal);
        Assert.Equal([("p1", Facet.Principle, 2.0), ("p2", Facet.Pitfall, 1.0)], question.Points.Select(point => (point.Id, point.Facet, point.Weight)));
        Assert.Equal("Pooling has nothing to learn.", Assert.Single(question.Misconceptions).Right);
        Assert.Equal(["p2"], Assert.Single(question.FollowUps).When);
        Assert.Equal(1998, Assert.Single(question.References).Year);
        Assert.Equal("e", question.Card?.Pitfall);
        Assert.Equal(SampleQuestion.Path, question.Path);
    }

    [Theory]
    [InlineData("facet: pitfall", "facet: pitfal", 19, "points[2].facet", "got 'pitfal', needed one of principle, reason, example, pitfall")]
    [InlineData("level: 2", "level: 7", 7, "level", "got '7', needed a whole number from 1 to 3")]
    [InlineData("level: 2", "level: two", 7, "level", "got 'two'")]
    [InlineData("kind: method", "kind: trick", 5, "kind", "needed one of concept, method")]
    [InlineData("topic: vision", "topic: visions", 4, "topic", "got 'visions'")]
    [InlineData("profiles: [general, nlp]", "profiles: [general, npl]", 6, "profiles[2]", "got 'npl'")]
    [InlineData("profiles: [general, nlp]", "profiles: general", 6, "profiles", "got 'general', needed a list")]
    [InlineData("  - id: p2", "  - id: p3", 18, "points[2].id", "got 'p3', needed 'p2'")]
    [InlineData("title: A sample", "titel: A sample", 3, "titel", "unknown key 'titel'")]
    [InlineData("    weight: 2", "    weight: -2", 14, "points[1].weight", "got '-2'")]
    [InlineData("when: [p2]", "when: [p9]", 32, "follow-ups[1].when", "'p9' is no point")]
    [InlineData("year: 1998", "year: soon", 34, "references[1].year", "got 'soon'")]
    [InlineData("https://example.org/a", "example.org", 34, "references[1].url", "https://")]
    [InlineData("title: A sample", "title: A sample: two", 3, "", "cannot be read")]
    [InlineData("## Model answer", "## Model anser", 47, "", "unknown heading '## Model anser'")]
    public void Parse_OneFault_NamesLineAndField(string good, string bad, int line, string field, string message)
    {
        string text = SampleQuestion.Text.Replace(good, bad, StringComparison.Ordinal);

        QuestionSource source = QuestionFile.Parse(SampleQuestion.Path, text);

        Assert.Null(source.Question);
        Assert.Contains(source.Issues, issue => issue.Line == line && issue.Field == field && issue.Message.Contains(message, StringComparison.Ordinal));
    }

    [Fact]
    public void Parse_SeveralFaults_ReportsAll()
    {
        string text = SampleQuestion.Text.Replace("level: 2", "level: 9", StringComparison.Ordinal).Replace("facet: pitfall", "facet: x", StringComparison.Ordinal);

        QuestionSource source = QuestionFile.Parse(SampleQuestion.Path, text);

        Assert.Equal(["level", "points[2].facet"], source.Issues.Select(issue => issue.Field));
    }

    [Fact]
    public void Issue_ToString_IsFileLineFieldMessage()
    {
        QuestionSource source = QuestionFile.Parse("bank/x/y.md", SampleQuestion.Text.Replace("facet: pitfall", "facet: reasn", StringComparison.Ordinal));

        Assert.Equal("bank/x/y.md:19: points[2].facet: got 'reasn', needed one of principle, reason, example, pitfall", Assert.Single(source.Issues).ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("no front matter")]
    [InlineData("---\nid: a\n")]
    [InlineData("---\n---\n")]
    [InlineData("---\n[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[\n---\n## Question\nx\n")]
    [InlineData("---\n- a\n---\n")]
    [InlineData("---\na: &x [*x]\n---\n")]
    [InlineData("---\nid: \u0001\n---\n")]
    public void Parse_NoQuestion_IsAnIssueNotAnException(string text)
    {
        QuestionSource source = QuestionFile.Parse("broken.md", text);

        Assert.Null(source.Question);
        Assert.NotEmpty(source.Issues);
    }

    /// <summary>The scanner gives up on some of these with an error that is none of YAML's.</summary>
    [Fact]
    public void Parse_FrontMatterThatNoScannerReads_IsAnIssueNotAnException()
    {
        string[] texts = ["<%= 7*7 %> @(7*7)", "\0\u0001\u001b[31m", "${jndi:ldap://evil} {{7*7}}", "]]>", "%2e%2e", "\"><script>", "'; --", "@", "`", "\t", "? ", "- - :", "&a *a", "!<", "|", ">", "#", "[a](b)"];
        List<BankIssue> issues = [];
        foreach (string text in texts)
        {
            for (int brackets = 0; brackets < 12; brackets++)
            {
                QuestionSource source = QuestionFile.Parse("hostile.md", $"---\nid: weight-tying\ntopic: {text}\npoints: {new string('[', brackets)}{text}\na: &a [*a]\n---\n{text}");

                Assert.Null(source.Question);
                Assert.NotEmpty(source.Issues);
                issues.AddRange(source.Issues);
            }
        }

        Assert.Contains(issues, issue => issue.Message.Contains("cannot be read as YAML behind this place", StringComparison.Ordinal));
    }

    [Fact]
    public void Load_FileThatIsNotUtf8_SaysSo()
    {
        using TemporaryFolder folder = new();
        string path = Path.Combine(folder.Path, "a.md");
        File.WriteAllBytes(path, [0x2d, 0xff, 0xfe, 0x00]);

        Assert.Contains("not UTF-8", Assert.Single(QuestionFile.Load(path).Issues).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_FileThatIsMissing_SaysSo() =>
        Assert.Contains("cannot be read", Assert.Single(QuestionFile.Load("nowhere/a.md").Issues).Message, StringComparison.Ordinal);
}
