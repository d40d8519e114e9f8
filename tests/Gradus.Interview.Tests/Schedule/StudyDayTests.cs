using Gradus.Interview.Schedule;

namespace Gradus.Interview.Tests.Schedule;

public sealed class StudyDayTests
{
    // Summer time like the European Union's: on the last Sunday of March 02:00 becomes 03:00, on the last of October 03:00 becomes 02:00.
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.CreateCustomTimeZone("test", TimeSpan.FromHours(1), "test", "test", "test summer",
    [
        TimeZoneInfo.AdjustmentRule.CreateAdjustmentRule(DateTime.MinValue.Date, DateTime.MaxValue.Date, TimeSpan.FromHours(1),
            TimeZoneInfo.TransitionTime.CreateFloatingDateRule(new DateTime(1, 1, 1, 2, 0, 0), 3, 5, DayOfWeek.Sunday),
            TimeZoneInfo.TransitionTime.CreateFloatingDateRule(new DateTime(1, 1, 1, 3, 0, 0), 10, 5, DayOfWeek.Sunday)),
    ]);

    [Theory]
    [InlineData("2026-01-10T02:59:00Z", "2026-01-09")]
    [InlineData("2026-01-10T03:00:00Z", "2026-01-10")]
    [InlineData("2026-07-10T01:59:00Z", "2026-07-09")]
    [InlineData("2026-07-10T02:00:00Z", "2026-07-10")]
    public void Of_Instant_TurnsAtTheRolloverHourOfTheZone(string at, string day) =>
        Assert.Equal(DateOnly.Parse(day, null), new StudyDay(Zone, 4).Of(DateTimeOffset.Parse(at, null)));

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    [InlineData(4)]
    [InlineData(23)]
    public void StartOf_EveryDayOfAYear_IsTheFirstInstantOfThatDay(int rollover)
    {
        StudyDay days = new(Zone, rollover);
        for (DateOnly day = new(2026, 1, 1); day.Year == 2026; day = day.AddDays(1))
        {
            DateTimeOffset start = days.StartOf(day);

            Assert.Equal(day, days.Of(start));
            Assert.Equal(day.AddDays(-1), days.Of(start.AddSeconds(-1)));
            Assert.Equal(TimeSpan.Zero, start.Offset);
        }
    }
}
