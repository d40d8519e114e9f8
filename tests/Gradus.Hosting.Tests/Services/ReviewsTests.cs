using System.Text;
using Gradus.Hosting.Services;
using Gradus.Interview.Questions;
using Gradus.Interview.Schedule;

namespace Gradus.Hosting.Tests.Services;

public sealed class ReviewsTests
{
    private const string Id = "question-1";

    [Fact]
    public void Due_AnsweredQuestion_ComesBackWhenItsTimeIsUp()
    {
        using Workbench bench = new();
        bench.Application.Practice.Answer(Id, "p1 p2 p3", default);
        CardState card = bench.Application.Reviews.Card(Id);

        Assert.Empty(bench.Application.Reviews.Due());
        Assert.Equal(Id, Assert.Single(bench.Application.Reviews.Upcoming(card.IntervalDays)).Question.Id);
        Assert.Empty(bench.Application.Reviews.Upcoming(card.IntervalDays - 1));

        // Due from four in the morning of its study day, not only at the hour of the answer.
        bench.Clock.Advance(card.Due!.Value - bench.Clock.GetUtcNow() - TimeSpan.FromSeconds(1));
        Assert.Empty(bench.Application.Reviews.Due());
        bench.Clock.Advance(TimeSpan.FromSeconds(1));
        ReviewItem item = Assert.Single(bench.Application.Reviews.Due());
        Assert.Equal((Id, 4), (item.Card.Id, item.Card.Due!.Value.Hour));
        Assert.InRange(item.Retrievability, 0.85, 0.95);
    }

    [Fact]
    public void Due_SeveralQuestions_MostOverdueFirst()
    {
        using Workbench bench = new();
        foreach (int i in (int[])[3, 1, 2])
        {
            bench.Application.Reviews.Rate($"question-{i}", Rating.Again);
            bench.Clock.Advance(TimeSpan.FromSeconds(5));
        }

        bench.Clock.Advance(TimeSpan.FromHours(1));

        Assert.Equal(["question-3", "question-1", "question-2"], bench.Application.Reviews.Due().Select(item => item.Question.Id));
    }

    [Fact]
    public void Rate_AnswerOfToday_OverrulesInsteadOfAdding()
    {
        using Workbench bench = new();
        AnswerRecord answer = bench.Application.Practice.Answer(Id, "p1 p2 p3", default);
        bench.Clock.Advance(TimeSpan.FromMinutes(2));
        IReadOnlyList<ReviewPreview> previews = bench.Application.Reviews.Preview(Id, answer.Id);

        CardState card = bench.Application.Reviews.Rate(Id, Rating.Hard, answer.Id);

        Assert.Equal((1, CardPhase.Learning, Rating.Hard), (card.Repetitions, card.Phase, card.LastRating));
        Assert.Equal(answer.SubmittedAt.AddMinutes(5.5), card.Due);
        Assert.Equal(card.Due, previews[1].Due);
        AnswerRecord after = bench.Reopen().History.FindAnswer(answer.Id)!;
        Assert.Equal((Rating.Easy, Rating.Hard), (after.ProposedRating, after.Rating));
        Assert.Equal(card, bench.Application.Reviews.Card(Id));
    }

    [Fact]
    public void Rate_EarlierAnswerOverruled_ReplaysWhatCameAfter()
    {
        using Workbench bench = new();
        Reviews reviews = bench.Application.Reviews;
        AnswerRecord first = bench.Application.Practice.Answer(Id, "p1 p2 p3", default);
        bench.Clock.Advance(TimeSpan.FromDays(9));
        reviews.Rate(Id, Rating.Good);
        reviews.Rate(Id, Rating.Again, first.Id);

        using Workbench straight = new();
        straight.Application.Reviews.Rate(Id, Rating.Again);
        straight.Clock.Advance(TimeSpan.FromDays(9));
        CardState expected = straight.Application.Reviews.Rate(Id, Rating.Good);

        Assert.Equal(expected, reviews.Card(Id));
    }

    [Fact]
    public void Rate_Unknown_IsRefused()
    {
        using Workbench bench = new();
        AnswerRecord answer = bench.Application.Practice.Answer(Id, "p1", default);

        Assert.Throws<UnknownIdException>(() => bench.Application.Reviews.Rate("nothing", Rating.Good));
        Assert.Throws<UnknownIdException>(() => bench.Application.Reviews.Rate(Id, Rating.Good, "nothing"));
        Assert.Throws<UnknownIdException>(() => bench.Application.Reviews.Rate("question-2", Rating.Good, answer.Id));
        Assert.Throws<ArgumentOutOfRangeException>(() => bench.Application.Reviews.Rate(Id, (Rating)7));
    }

    [Fact]
    public void Rate_OtherProcess_IsSeenAtOnce()
    {
        using Workbench bench = new();
        using GradusApplication other = bench.Another();
        Assert.Equal(CardPhase.New, bench.Application.Reviews.Card(Id).Phase);

        CardState card = other.Reviews.Rate(Id, Rating.Good);

        Assert.Equal(card, bench.Application.Reviews.Card(Id));
    }

    [Fact]
    public void Suspended_Leech_StaysOutUntilResumed()
    {
        using Workbench bench = new();
        Reviews reviews = bench.Application.Reviews;
        reviews.Rate(Id, Rating.Easy);
        for (int lapse = 0; lapse < 8; lapse++)
        {
            bench.Clock.Advance(TimeSpan.FromDays(20));
            reviews.Rate(Id, Rating.Again);
            bench.Clock.Advance(TimeSpan.FromMinutes(10));
            reviews.Rate(Id, Rating.Good);
        }

        bench.Clock.Advance(TimeSpan.FromDays(400));
        Assert.Empty(reviews.Due());
        Assert.True(Assert.Single(reviews.Suspended()).Card.Leech);

        Assert.False(reviews.Resume(Id).Suspended);
        Assert.Single(bench.Reopen().Reviews.Due());
    }

    [Fact]
    public void Change_Preferences_HoldFromThenOnAndMoveNothing()
    {
        using Workbench bench = new();
        CardState before = bench.Application.Reviews.Rate(Id, Rating.Easy);

        bench.Application.Reviews.Change(new Preferences { DesiredRetention = 0.97, RolloverHour = 2, Zone = "UTC" });

        Assert.Equal(before, bench.Reopen().Reviews.Card(Id));
        CardState after = bench.Application.Reviews.Rate("question-2", Rating.Easy);
        Assert.Equal(2, after.Due!.Value.Hour);
        Assert.True(after.IntervalDays < before.IntervalDays);
    }

    [Theory]
    [InlineData(0.5, 4, 100, null, "The desired retention is 0.5; it must be from 0.7 to 0.99.")]
    [InlineData(0.9, 24, 100, null, "The rollover hour is 24; it must be from 0 to 23.")]
    [InlineData(0.9, 4, 0, null, "The longest interval is 0 days; it must be from 1 to 36500.")]
    [InlineData(0.9, 4, 100, "Mars/Olympus", "The time zone 'Mars/Olympus' is not known here")]
    public void Change_OutOfRange_IsRefused(double retention, int hour, int maximum, string? zone, string message)
    {
        using Workbench bench = new();
        Preferences preferences = new() { DesiredRetention = retention, RolloverHour = hour, MaximumInterval = maximum, Zone = zone };

        Assert.StartsWith(message, Assert.Throws<ArgumentException>(() => bench.Application.Reviews.Change(preferences)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Due_QuestionLeftTheBank_IsLeftOut()
    {
        using Workbench bench = new();
        bench.Application.Reviews.Rate(Id, Rating.Again);
        bench.Clock.Advance(TimeSpan.FromHours(1));
        bench.Bank = Bank.Of([]);

        Assert.Empty(bench.Reopen().Reviews.Due());
    }

    [Fact]
    public void Undo_LastRatings_AreTakenBackOneByOne()
    {
        using Workbench bench = new();
        Reviews reviews = bench.Application.Reviews;
        CardState first = reviews.Rate(Id, Rating.Good);
        bench.Clock.Advance(TimeSpan.FromSeconds(9));
        reviews.Rate(Id, Rating.Again);
        AnswerRecord answer = bench.Application.Practice.Answer("question-2", "p1 p2 p3", default);
        CardState proposed = reviews.Card("question-2");
        reviews.Rate("question-2", Rating.Again, answer.Id);

        Assert.Equal("question-2", reviews.Undo()!.Question.Id);
        Assert.Equal(proposed, reviews.Card("question-2"));
        Assert.Equal(answer.ProposedRating, bench.Application.History.FindAnswer(answer.Id)!.Rating);
        Assert.Equal(first, reviews.Undo()!.Card);
        Assert.Equal(CardPhase.New, reviews.Undo()!.Card.Phase);
        Assert.Null(reviews.Undo());
        Assert.Equal(proposed, bench.Reopen().Reviews.Card("question-2"));
        Assert.Empty(bench.Application.Verify());
    }

    [Fact]
    public void Undo_RatingOfYesterday_Stays()
    {
        using Workbench bench = new();
        bench.Application.Reviews.Rate(Id, Rating.Good);
        Assert.True(bench.Application.Reviews.CanUndo());
        bench.Clock.Advance(TimeSpan.FromDays(1));

        Assert.False(bench.Application.Reviews.CanUndo());
        Assert.Null(bench.Application.Reviews.Undo());
    }

    [Fact]
    public void Due_DailyLimit_LeavesTheRestForTomorrow()
    {
        using Workbench bench = new();
        Reviews reviews = bench.Application.Reviews;
        for (int i = 0; i < 6; i++)
        {
            reviews.Rate($"question-{i}", Rating.Easy);
        }

        reviews.Rate("question-7", Rating.Again);
        bench.Clock.Advance(TimeSpan.FromDays(60));
        reviews.Change(new Preferences { ReviewsPerDay = 4 });

        // The one in short steps is due beside the four of the limit.
        Assert.Equal((5, 2), (reviews.Due().Count, reviews.Waiting()));
        reviews.Rate(reviews.Due().First(item => item.Card.Phase == CardPhase.Review).Question.Id, Rating.Good);
        Assert.Equal((4, 2), (reviews.Due().Count, reviews.Waiting()));
        bench.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal((5, 1), (reviews.Due().Count, reviews.Waiting()));
    }

    [Fact]
    public void New_OwnCards_ComeUpToTheDailyLimit()
    {
        using Workbench bench = new();
        Reviews reviews = bench.Application.Reviews;
        bench.Application.Exchange.Import(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 5).Select(i => $"front {i}\tback {i}\n"))), "cards.txt");
        reviews.Change(new Preferences { NewPerDay = 3 });

        ReviewItem[] fresh = [.. reviews.New()];
        Assert.Equal(["front 0", "front 1", "front 2"], fresh.Select(item => item.Question.Ask));
        Assert.True(OwnCardQuestion.Is(fresh[0].Question));
        reviews.Rate(fresh[1].Question.Id, Rating.Again);
        Assert.Equal(["front 0", "front 2"], reviews.New().Select(item => item.Question.Ask));
        bench.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal("front 1", Assert.Single(reviews.Due()).Question.Ask);
        bench.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(3, bench.Reopen().Reviews.New().Count);
    }
}
