using Gradus.Interview.Schedule;

namespace Gradus.Interview.Tests.Schedule;

public sealed class LoadPlanTests
{
    private static readonly Fsrs6 Model = new();
    private static readonly DateOnly Today = new(2026, 11, 26);

    [Fact]
    public void Make_Flood_IsSpreadBelowTheLimitAndLosesNothing()
    {
        CardState[] cards = [.. Enumerable.Range(0, 500).Select(i => Card($"card-{i}", 3 + (i % 5), Today.AddDays(-30)))];

        IReadOnlyList<PlannedReview> plan = LoadPlan.Make(cards, Model, new Preferences(), Today, 40);

        Assert.Equal(cards.Select(card => card.Id).Order(), plan.Select(review => review.Question).Order());
        Assert.All(plan.GroupBy(review => review.Day), day => Assert.True(day.Count() <= 40 && day.Key >= Today));
        Assert.Equal(Today.AddDays(12), plan.Max(review => review.Day));
    }

    [Fact]
    public void Make_Room_StaysWithinTheSpreadOfTheInterval()
    {
        CardState[] cards = [.. Enumerable.Range(0, 30).Select(i => Card($"card-{i}", 20, Today))];

        IReadOnlyList<PlannedReview> plan = LoadPlan.Make(cards, Model, new Preferences(), Today, 200);

        (int low, int high) = IntervalFuzz.Range(20, 36500);
        Assert.All(plan, review => Assert.InRange(review.Day.DayNumber - Today.DayNumber, low, high));
        // The days of the range share the cards alike.
        Assert.InRange(plan.GroupBy(review => review.Day).Max(day => day.Count()), 1, (30 / (high - low + 1)) + 1);
    }

    [Fact]
    public void Make_MostAtRisk_ComesFirst()
    {
        IReadOnlyList<PlannedReview> plan = LoadPlan.Make([Card("solid", 30, Today.AddDays(-40)), Card("weak", 2, Today.AddDays(-40))], Model, new Preferences(), Today, 1);

        Assert.Equal([new PlannedReview("weak", Today), new PlannedReview("solid", Today.AddDays(1))], plan);
    }

    [Fact]
    public void Make_LearningNewAndSuspended_AreLeftOut() => Assert.Empty(LoadPlan.Make(
        [Card("a", 5, Today) with { Phase = CardPhase.Learning }, new CardState { Id = "b" }, Card("c", 5, Today) with { Suspended = true }], Model, new Preferences(), Today, 10));

    private static CardState Card(string id, double stability, DateOnly last) => new()
    {
        Id = id,
        Phase = CardPhase.Review,
        Memory = new MemoryState(stability, 5),
        LastDay = last,
        LastReview = new DateTimeOffset(last.ToDateTime(new TimeOnly(10, 0)), TimeSpan.Zero),
        Due = new DateTimeOffset(last.AddDays(1).ToDateTime(new TimeOnly(4, 0)), TimeSpan.Zero),
        IntervalDays = 1,
        Repetitions = 3,
    };
}
