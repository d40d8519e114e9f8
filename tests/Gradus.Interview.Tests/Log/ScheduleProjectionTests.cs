using Gradus.Interview.Log;
using Gradus.Interview.Schedule;
using Gradus.Interview.Schedule.Fitting;

namespace Gradus.Interview.Tests.Log;

public sealed class ScheduleProjectionTests
{
    private static readonly DateTimeOffset Time = new(2026, 11, 21, 10, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Day = new(2026, 11, 21);

    [Fact]
    public void Apply_Ratings_ReplayTheSchedule()
    {
        ScheduleProjection projection = Fold(Rated("q", Rating.Good), Rated("q", Rating.Good), Rated("other", Rating.Again));

        ReviewSchedule schedule = new(new Fsrs6(), new ScheduleOptions(), new StudyDay(TimeZoneInfo.Utc, 4));
        CardState expected = schedule.Review(schedule.Review(new CardState { Id = "q" }, Rating.Good, Time.AddSeconds(1), Day), Rating.Good, Time.AddSeconds(2), Day);
        Assert.Equal(expected, projection.Card("q"));
        Assert.Equal((3, 2), (projection.Sequence, projection.Cards.Count));
        Assert.Equal(CardPhase.New, projection.Card("never").Phase);
    }

    [Fact]
    public void Apply_Overruled_EqualsTheOtherRatingFromTheStart()
    {
        ScheduleProjection overruled = Fold(Rated("q", Rating.Easy, "a"), Rated("q", Rating.Good), Rated("q", Rating.Again, "a", proposed: false));
        ScheduleProjection straight = Fold(Rated("q", Rating.Again, "a"), Rated("q", Rating.Good));

        Assert.Equal(straight.Card("q"), overruled.Card("q"));
    }

    [Fact]
    public void Apply_SecondProposalForAnAnswer_ChangesNothing()
    {
        ScheduleProjection projection = Fold(Rated("q", Rating.Easy, "a"), Rated("q", Rating.Again, "a"));

        Assert.Equal((1, Rating.Easy), (projection.Card("q").Repetitions, projection.Card("q").LastRating));
    }

    [Fact]
    public void Apply_PreferencesBetween_HoldOnlyForWhatComesAfter()
    {
        PreferencesChanged changed = new(new Preferences { MaximumInterval = 3, RolloverHour = 0 });

        ScheduleProjection projection = Fold(Rated("before", Rating.Easy), changed, Rated("after", Rating.Easy), Rated("before", Rating.Easy, "x", proposed: false));

        Assert.Equal(3, projection.Card("after").IntervalDays);
        Assert.Equal(0, projection.Card("after").Due!.Value.Hour);
        Assert.Equal(new Preferences { MaximumInterval = 3, RolloverHour = 0 }, projection.Preferences);
        Assert.True(Fold(Rated("before", Rating.Easy), changed).Card("before").IntervalDays > 3);
    }

    [Fact]
    public void Apply_ZoneThatThisMachineDoesNotKnow_FallsBackToItsOwn()
    {
        ScheduleProjection projection = Fold(new PreferencesChanged(new Preferences { Zone = "Mars/Olympus" }), Rated("q", Rating.Easy));

        Assert.Equal(4, projection.Card("q").Due!.Value.Hour);
    }

    [Fact]
    public void Apply_Undone_IsAsIfItHadNotBeenRated()
    {
        ScheduleProjection undone = Fold(Rated("q", Rating.Good), Rated("q", Rating.Again), new ReviewUndone("q", "e2"));

        Assert.Equal(Fold(Rated("q", Rating.Good)).Card("q"), undone.Card("q"));
        Assert.Equal(new CardState { Id = "q" }, Fold(Rated("q", Rating.Good), new ReviewUndone("q", "e1")).Card("q"));
        Assert.Empty(Fold(Rated("q", Rating.Good), new ReviewUndone("q", "e1")).Cards);
    }

    [Fact]
    public void Apply_UndoneOverruling_GivesTheRatingBeforeIt()
    {
        ScheduleProjection undone = Fold(Rated("q", Rating.Easy, "a"), Rated("q", Rating.Again, "a", proposed: false), new ReviewUndone("q", "e2", "a"));

        Assert.Equal(Fold(Rated("q", Rating.Easy, "a")).Card("q"), undone.Card("q"));
    }

    [Fact]
    public void Apply_WeightsFitted_TellsTheMemoryAnewAndMovesNoDate()
    {
        double[] weights = [.. Fsrs6.DefaultWeights.Select((weight, i) => i < 4 ? weight * 2 : weight)];
        WeightsFitted fitted = new(weights, FitStage.All, 100, 0.5, 0.4);
        CardState before = Fold(Rated("q", Rating.Easy)).Card("q");

        CardState after = Fold(Rated("q", Rating.Easy), fitted).Card("q");
        ScheduleProjection later = Fold(Rated("q", Rating.Easy), fitted, Rated("q", Rating.Good), Rated("new", Rating.Easy));

        Assert.Equal(before with { Memory = new Fsrs6(weights).First(Rating.Easy) }, after);
        Assert.Equal(new Fsrs6(weights).Next(new Fsrs6(weights).First(Rating.Easy), Rating.Good, 0), later.Card("q").Memory);
        Assert.Equal(weights[3], later.Card("new").Memory!.Value.Stability);
    }

    [Fact]
    public void Apply_Rescheduled_HoldsUntilTheNextReviewOrAnEarlierOneIsOverruled()
    {
        ReviewsRescheduled moved = new([new PlannedReview("q", Day.AddDays(40)), new PlannedReview("never", Day)]);
        ScheduleProjection projection = Fold(Rated("q", Rating.Easy, "a"), moved);

        Assert.Equal((40, Day.AddDays(40)), (projection.Card("q").IntervalDays, projection.Days.Of(projection.Card("q").Due!.Value)));
        Assert.Equal(CardPhase.New, projection.Card("never").Phase);
        Assert.Equal(
            Fold(Rated("q", Rating.Again, "a")).Card("q"),
            Fold(Rated("q", Rating.Easy, "a"), moved, Rated("q", Rating.Again, "a", proposed: false)).Card("q"));
    }

    [Fact]
    public void Apply_EventsInAnyOrder_AreFoldedAsTheyHappened()
    {
        LogEvent[] events =
        [
            Rated("q", Rating.Good), new PreferencesChanged(new Preferences { MaximumInterval = 3 }), Rated("q", Rating.Easy), Rated("r", Rating.Easy, "a"), Rated("r", Rating.Hard, "a", proposed: false),
            new WeightsFitted([.. Fsrs6.DefaultWeights.Select((weight, i) => i < 4 ? weight * 2 : weight)], FitStage.All, 9, 1, 0), Rated("q", Rating.Again), new ReviewUndone("q", "e7"),
        ];
        ScheduleProjection straight = Fold(events);
        SeededChoice choice = new(1);

        for (int round = 0; round < 20; round++)
        {
            ScheduleProjection merged = new(new Fsrs6(), new ScheduleOptions(), TimeZoneInfo.Utc);
            long sequence = 0;
            foreach (int i in Enumerable.Range(0, events.Length).OrderBy(_ => choice.NextBits()))
            {
                merged.Apply(new LoggedEvent(++sequence, $"e{i + 1}", Time.AddSeconds(i + 1), events[i]));
                _ = merged.Card("q");
            }

            Assert.Equal((straight.Card("q"), straight.Card("r")), (merged.Card("q"), merged.Card("r")));
            Assert.Equal(straight.Preferences, merged.Preferences);
        }
    }

    private static ScheduleProjection Fold(params LogEvent[] events)
    {
        ScheduleProjection projection = new(new Fsrs6(), new ScheduleOptions(), TimeZoneInfo.Utc);
        for (int i = 1; i <= events.Length; i++)
        {
            projection.Apply(new LoggedEvent(i, $"e{i}", Time.AddSeconds(i), events[i - 1]));
        }

        return projection;
    }

    private static ReviewRated Rated(string question, Rating rating, string? answer = null, bool proposed = true) => new(question, rating, Day, answer, proposed);
}
