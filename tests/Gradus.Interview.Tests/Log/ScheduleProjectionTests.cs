using Gradus.Interview.Log;
using Gradus.Interview.Schedule;

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
