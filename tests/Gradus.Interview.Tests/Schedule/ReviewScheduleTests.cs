using Gradus.Interview.Schedule;

namespace Gradus.Interview.Tests.Schedule;

public sealed class ReviewScheduleTests
{
    private static readonly DateTimeOffset Start = new(2022, 11, 29, 12, 30, 0, TimeSpan.Zero);
    private static readonly StudyDay Days = new(TimeZoneInfo.Utc, 4);
    private static readonly ReviewSchedule Plain = new(new Fsrs6(), new ScheduleOptions { Fuzz = false }, Days);

    [Fact]
    public void Review_EachAtItsDueTime_GivesThePublishedIntervals()
    {
        // py-fsrs and ts-fsrs, ivl_history
        Rating[] ratings = [.. Enumerable.Repeat(Rating.Good, 6), Rating.Again, Rating.Again, .. Enumerable.Repeat(Rating.Good, 5)];
        CardState card = New();
        DateTimeOffset at = Start;

        List<int> intervals = [];
        foreach (Rating rating in ratings)
        {
            card = Plain.Review(card, rating, at);
            intervals.Add(card.IntervalDays);
            at = card.Due!.Value;
        }

        Assert.Equal([0, 2, 11, 46, 163, 498, 0, 0, 2, 4, 7, 12, 21], intervals);
        Assert.Equal(13, card.Repetitions);
        Assert.Equal(1, card.Lapses);
    }

    [Theory]
    [InlineData(Rating.Again, CardPhase.Learning, 0, 1)]
    [InlineData(Rating.Hard, CardPhase.Learning, 0, 5.5)]
    [InlineData(Rating.Good, CardPhase.Learning, 1, 10)]
    public void Review_NewCard_GoesIntoItsStep(Rating rating, CardPhase phase, int step, double minutes)
    {
        CardState card = Plain.Review(New(), rating, Start);

        Assert.Equal((phase, step, Start.AddMinutes(minutes)), (card.Phase, card.Step, card.Due));
    }

    [Fact]
    public void Review_NewCardEasy_GraduatesToTheStartOfAStudyDay()
    {
        CardState card = Plain.Review(New(), Rating.Easy, Start);

        Assert.Equal((CardPhase.Review, 8), (card.Phase, card.IntervalDays));
        Assert.Equal(new DateTimeOffset(2022, 12, 7, 4, 0, 0, TimeSpan.Zero), card.Due);
    }

    [Fact]
    public void Review_SecondStepHard_RepeatsTheStep()
    {
        CardState card = Plain.Review(Plain.Review(New(), Rating.Good, Start), Rating.Hard, Start.AddMinutes(10));

        Assert.Equal((CardPhase.Learning, 1, Start.AddMinutes(20)), (card.Phase, card.Step, card.Due));
    }

    [Fact]
    public void Review_OneRelearningStepHard_WaitsOneAndAHalfTimesAsLong()
    {
        CardState forgotten = Plain.Review(Plain.Review(New(), Rating.Easy, Start), Rating.Again, Start.AddDays(8));
        CardState card = Plain.Review(forgotten, Rating.Hard, Start.AddDays(8).AddMinutes(10));

        Assert.Equal((CardPhase.Relearning, Start.AddDays(8).AddMinutes(25)), (card.Phase, card.Due));
        Assert.Equal(CardPhase.Review, Plain.Review(card, Rating.Good, Start.AddDays(9)).Phase);
    }

    [Fact]
    public void Review_NoSteps_GoesStraightToDays()
    {
        ReviewSchedule schedule = new(new Fsrs6(), new ScheduleOptions { LearningSteps = [], RelearningSteps = [], Fuzz = false }, Days);

        CardState card = schedule.Review(New(), Rating.Again, Start);
        CardState forgotten = schedule.Review(card, Rating.Again, Start.AddDays(1));

        Assert.Equal((CardPhase.Review, 1), (card.Phase, card.IntervalDays));
        Assert.Equal((CardPhase.Review, 1, 1), (forgotten.Phase, forgotten.IntervalDays, forgotten.Lapses));
    }

    [Fact]
    public void Review_StepBeyondTheLast_Graduates() =>
        Assert.Equal(CardPhase.Review, Plain.Review(New() with { Phase = CardPhase.Learning, Step = 5, Memory = new(2, 5), LastDay = Days.Of(Start) }, Rating.Hard, Start).Phase);

    [Fact]
    public void Review_BeforeTheRollover_CountsAsTheDayBefore()
    {
        DateTimeOffset evening = new(2026, 3, 1, 23, 0, 0, TimeSpan.Zero);
        CardState card = Plain.Review(New(), Rating.Easy, evening);

        // Three in the morning is still the same study day, so the same-day formula holds; five is the next.
        MemoryState sameDay = Plain.Review(card, Rating.Good, evening.AddHours(4)).Memory!.Value;
        MemoryState nextDay = Plain.Review(card, Rating.Good, evening.AddHours(6)).Memory!.Value;

        Assert.Equal(new Fsrs6().Next(card.Memory!.Value, Rating.Good, 0), sameDay);
        Assert.Equal(new Fsrs6().Next(card.Memory!.Value, Rating.Good, 1), nextDay);
    }

    [Fact]
    public void Review_ClockSetBack_CountsAsTheSameDay()
    {
        CardState card = Plain.Review(New(), Rating.Easy, Start);

        Assert.Equal(new Fsrs6().Next(card.Memory!.Value, Rating.Good, 0), Plain.Review(card, Rating.Good, Start.AddDays(-3)).Memory!.Value);
    }

    [Fact]
    public void Review_EightLapses_MakeALeechAndTwelveWarnAgain()
    {
        CardState card = Plain.Review(New(), Rating.Easy, Start);
        DateTimeOffset at = Start;
        List<int> suspendedAt = [];
        while (card.Lapses < 13)
        {
            at = at.AddDays(20);
            card = Plain.Review(card, Rating.Again, at);
            Assert.Equal(card.Lapses >= 8, card.Leech);
            if (card.Suspended)
            {
                suspendedAt.Add(card.Lapses);
                card = card with { Suspended = false };
            }

            card = Plain.Review(card, Rating.Good, at.AddMinutes(10));
        }

        Assert.Equal([8, 12], suspendedAt);
    }

    [Fact]
    public void Review_Fuzz_StaysInItsRangeAndIsTheSameEachTime()
    {
        ReviewSchedule fuzzed = new(new Fsrs6(), new ScheduleOptions(), Days);
        HashSet<int> seen = [];
        for (int i = 0; i < 200; i++)
        {
            CardState learned = new() { Id = $"q{i}", Phase = CardPhase.Review, Memory = new(30, 5), LastDay = Days.Of(Start), LastReview = Start };
            int plain = Plain.Review(learned, Rating.Good, Start.AddDays(30)).IntervalDays;
            CardState card = fuzzed.Review(learned, Rating.Good, Start.AddDays(30));

            (int low, int high) = IntervalFuzz.Range(plain, 36500);
            Assert.InRange(card.IntervalDays, low, high);
            Assert.Equal(card, fuzzed.Review(learned, Rating.Good, Start.AddDays(30)));
            seen.Add(card.IntervalDays);
        }

        Assert.True(seen.Count > 5, "200 cards of the same interval should part");
    }

    [Theory]
    [InlineData(2, 36500, 2, 2)]
    [InlineData(3, 36500, 2, 4)]
    [InlineData(7, 36500, 5, 9)]
    [InlineData(20, 36500, 17, 23)]
    [InlineData(100, 36500, 93, 107)]
    [InlineData(100, 100, 93, 100)]
    [InlineData(100, 50, 50, 50)]
    public void FuzzRange_Interval_FollowsTheFormula(int interval, int maximum, int low, int high) =>
        Assert.Equal((low, high), IntervalFuzz.Range(interval, maximum));

    [Fact]
    public void Preview_ReviewedCard_ShowsFourIntervalsInOrder()
    {
        CardState card = Plain.Review(New(), Rating.Easy, Start);

        IReadOnlyList<ReviewPreview> previews = Plain.Preview(card, Start.AddDays(8));

        Assert.Equal([Rating.Again, Rating.Hard, Rating.Good, Rating.Easy], previews.Select(preview => preview.Rating));
        Assert.Equal(TimeSpan.FromMinutes(10), previews[0].Interval);
        Assert.Equal(previews.Select(preview => preview.Interval).Order(), previews.Select(preview => preview.Interval));
        Assert.All(previews.Skip(1), preview => Assert.Equal(0, preview.Interval.TotalDays % 1));
    }

    private static CardState New() => new() { Id = "dropout" };
}
