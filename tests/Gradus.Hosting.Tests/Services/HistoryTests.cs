using Gradus.Hosting.Services;
using Gradus.Interview.Sittings;
using Gradus.Labs;

namespace Gradus.Hosting.Tests.Services;

public sealed class HistoryTests
{
    [Fact]
    public void Recent_AnswersSittingsAndLabs_LastTouchedFirst()
    {
        using Workbench bench = new() { Labs = [new CountingLab()] };
        GradusApplication application = bench.Application;
        Sitting sitting = application.Interviews.Start(new InterviewOptions { Minutes = 15 });
        application.Practice.Answer("question-1", "p1", default);
        application.Labs.Run("counting", new LabRequest());
        bench.Clock.Advance(TimeSpan.FromMinutes(1));
        application.Interviews.Answer(sitting.Id, "p1 p2 p3", default);

        IReadOnlyList<HistoryEntry> entries = application.History.Recent();

        Assert.Equal(3, entries.Count);
        Assert.Equal((sitting.Id, bench.Clock.GetUtcNow()), (entries[0].Sitting!.Id, entries[0].At));
        Assert.Equal("counting", entries[1].Lab!.Summary.Id);
        Assert.Equal("question-1", entries[2].Answer!.QuestionId);
        Assert.Equal([entries[0]], application.History.Recent(1), (left, right) => left.At == right.At && left.Sitting?.Id == right.Sitting?.Id);
    }

    [Fact]
    public void Recent_MoreThanAPage_ReachesBackAsFarAsWanted()
    {
        using Workbench bench = new();
        Sitting sitting = bench.Application.Interviews.Start(new InterviewOptions { Minutes = 40 });
        AnswerRecord oldest = bench.Application.Practice.Answer("question-1", "the oldest", default);
        for (int i = 0; i < 230; i++)
        {
            bench.Application.Practice.Answer("question-2", $"answer {i}", default);
        }

        IReadOnlyList<HistoryEntry> entries = bench.Application.History.Recent(500);

        Assert.Equal(232, entries.Count);
        Assert.Equal((oldest.Id, sitting.Id), (entries[^2].Answer!.Id, entries[^1].Sitting!.Id));
        Assert.Equal(10, bench.Application.History.Recent(10).Count);
    }

    [Fact]
    public void AnswersTo_Question_NewestFirstWithFollowUps()
    {
        using Workbench bench = new();
        Sitting sitting = bench.Application.Interviews.Start(new InterviewOptions { Minutes = 15 });
        string question = sitting.Current!.Question;
        bench.Application.Interviews.Answer(sitting.Id, "p1", TimeSpan.FromSeconds(5));
        bench.Application.Interviews.Answer(sitting.Id, "p3", default);
        bench.Application.Practice.Answer(question, "p1 p2 p3", default);

        IReadOnlyList<AnswerRecord> answers = bench.Application.History.AnswersTo(question);

        Assert.Equal(["p1 p2 p3", "p3", "p1"], answers.Select(answer => answer.Text));
        Assert.Equal([(null, false), (2, true), (1, false)], answers.Select(answer => (answer.Round, answer.FollowUp)));
        Assert.Null(answers[1].Rating);
        Assert.Null(answers[1].NextReview);
        Assert.NotNull(answers[2].NextReview);
        Assert.Null(bench.Application.History.FindAnswer("nothing"));
    }

    [Fact]
    public void Sittings_Finished_NewestFirst()
    {
        using Workbench bench = new();
        Interviews interviews = bench.Application.Interviews;
        string[] ids = [.. Enumerable.Range(0, 3).Select(_ => interviews.Start(new InterviewOptions { Minutes = 15 }).Id)];
        interviews.Finish(ids[2]);
        interviews.Finish(ids[0]);

        Assert.Equal([ids[0], ids[2]], bench.Application.History.Sittings().Select(sitting => sitting.Id));
    }
}
