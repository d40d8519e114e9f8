using Gradus.Interview.Schedule;

namespace Gradus.Interview.Tests.Schedule;

public sealed class PreferencesTests
{
    [Theory]
    [InlineData(-1, 10, "The limit of new cards a day is -1; it must be from 0 to 9999.")]
    [InlineData(10, 0, "The limit of reviews a day is 0; it must be from 1 to 9999.")]
    [InlineData(10, 10000, "The limit of reviews a day is 10000; it must be from 1 to 9999.")]
    public void Validate_LimitOutOfRange_IsNamed(int newPerDay, int reviewsPerDay, string message) =>
        Assert.Equal(message, Assert.Throws<ArgumentException>(() => new Preferences { NewPerDay = newPerDay, ReviewsPerDay = reviewsPerDay }.Validate()).Message);

    [Fact]
    public void Validate_NoLimits_AreAllowed() => new Preferences { NewPerDay = 0, ReviewsPerDay = 9999 }.Validate();
}
