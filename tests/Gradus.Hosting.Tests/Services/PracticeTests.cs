using Gradus.Hosting.Services;
using Gradus.Interview.Schedule;

namespace Gradus.Hosting.Tests.Services;

public sealed class PracticeTests
{
    [Fact]
    public void Answer_Question_IsSavedGradedAndScheduled()
    {
        using Workbench bench = new();

        AnswerRecord answer = bench.Application.Practice.Answer("question-1", "p1 and p2", TimeSpan.FromSeconds(90));

        Assert.Equal(0.75, answer.Verdict!.Score);
        Assert.Equal((Rating.Good, Rating.Good), (answer.ProposedRating, answer.Rating));
        Assert.Equal(bench.Clock.GetUtcNow().AddMinutes(10), answer.NextReview);
        Assert.Equal(("What is question-1?", "p1 and p2", TimeSpan.FromSeconds(90)), (answer.Ask, answer.Text, answer.Elapsed));
        Assert.Equivalent(answer, bench.Reopen().History.FindAnswer(answer.Id));
    }

    [Fact]
    public void Answer_UnknownQuestion_NamesTheNearest()
    {
        using Workbench bench = new();

        UnknownIdException error = Assert.Throws<UnknownIdException>(() => bench.Application.Practice.Answer("qestion-7", "x", default));

        Assert.StartsWith("There is no question 'qestion-7'; the nearest: question-7,", error.Message, StringComparison.Ordinal);
        Assert.Empty(bench.Application.History.Recent());
    }

    [Theory]
    [InlineData("")]
    [InlineData("\0\u0001\u001b[31m")]
    [InlineData("half a pair: \ud83d")]
    [InlineData("a pair: 😀, a byte order mark: \ufeff")]
    public void Answer_StrangeText_IsKeptAndGraded(string text)
    {
        using Workbench bench = new();

        AnswerRecord answer = bench.Application.Practice.Answer("question-1", text, default);

        Assert.Equal(text.Replace('\ud83d', '\ufffd').Length, answer.Text.Replace('\ud83d', '\ufffd').Length);
        Assert.Equal(answer.Text, bench.Reopen().History.FindAnswer(answer.Id)!.Text);
        Assert.Equal(Rating.Again, answer.Rating);
    }

    [Fact]
    public void Answer_HugeText_IsCutNotRefused()
    {
        using Workbench bench = new();

        AnswerRecord answer = bench.Application.Practice.Answer("question-1", new string('x', 3_000_000), default);

        Assert.Equal(1_000_000, answer.Text.Length);
    }

    [Fact]
    public void Answer_GraderFails_AnswerIsKeptAndGradedAtTheNextOpen()
    {
        using Workbench bench = new();
        bench.Grader.Fault = new InvalidOperationException("planted");
        Assert.Throws<InvalidOperationException>(() => bench.Application.Practice.Answer("question-1", "p1 p2 p3", default));
        AnswerRecord saved = Assert.Single(bench.Application.History.AnswersTo("question-1"));
        Assert.Null(saved.Verdict);

        bench.Grader.Fault = null;
        bench.Clock.Advance(TimeSpan.FromHours(30));
        AnswerRecord graded = bench.Reopen().History.FindAnswer(saved.Id)!;

        Assert.Equal((1, Rating.Easy), (graded.Verdict!.Score, graded.Rating));
        Assert.Empty(bench.Application.Verify());
    }

    [Fact]
    public void Open_GraderStillFails_SaysSoAndWorks()
    {
        using Workbench bench = new();
        bench.Grader.Fault = new InvalidOperationException("planted");
        Assert.Throws<InvalidOperationException>(() => bench.Application.Practice.Answer("question-1", "p1 p2 p3", default));

        GradusApplication application = bench.Reopen();

        string warning = Assert.Single(application.Warnings);
        Assert.Contains("'question-1'", warning, StringComparison.Ordinal);
        Assert.Contains("planted", warning, StringComparison.Ordinal);
        Assert.Equal("p1 p2 p3", Assert.Single(application.History.AnswersTo("question-1")).Text);
    }

    [Fact]
    public void GradeLeftOvers_TwoProcesses_GradeOnce()
    {
        using Workbench bench = new();
        bench.Grader.Fault = new InvalidOperationException("planted");
        Assert.Throws<InvalidOperationException>(() => bench.Application.Practice.Answer("question-1", "p1", default));
        bench.Grader.Fault = null;

        using GradusApplication first = bench.Another();
        using GradusApplication second = bench.Another();

        Assert.Equal(1, bench.Grader.Count);
        Assert.Empty(second.Verify());
    }

    [Fact]
    public void Drafts_SavedAndSubmitted_ComeBackUntilThen()
    {
        using Workbench bench = new();
        string key = DraftKey.ForQuestion("question-1");
        bench.Application.Practice.SaveDraft(key, "half a thou", TimeSpan.FromSeconds(7));
        bench.Application.Practice.SaveDraft(key, "half a thought", TimeSpan.FromSeconds(8));

        Draft? draft = bench.Reopen().Practice.LoadDraft(key);
        Assert.Equal(new Draft("half a thought", TimeSpan.FromSeconds(8), bench.Clock.GetUtcNow()), draft);

        bench.Application.Practice.Answer("question-1", "a whole thought", default);
        Assert.Null(bench.Application.Practice.LoadDraft(key));
    }

    [Fact]
    public void SaveDraft_Empty_ClearsIt()
    {
        using Workbench bench = new();
        bench.Application.Practice.SaveDraft("a", "text");
        bench.Application.Practice.SaveDraft("a", "");

        Assert.Null(bench.Application.Practice.LoadDraft("a"));
    }
}
