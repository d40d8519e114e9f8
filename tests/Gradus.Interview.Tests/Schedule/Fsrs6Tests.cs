using Gradus.Interview.Schedule;

namespace Gradus.Interview.Tests.Schedule;

/// <summary>The published vectors of fsrs-rs, py-fsrs and ts-fsrs, then what must hold for every state.</summary>
public sealed class Fsrs6Tests
{
    private static readonly Fsrs6 Model = new();
    private static readonly Rating[] Ratings = [Rating.Again, Rating.Hard, Rating.Good, Rating.Easy];

    [Fact]
    public void Next_SixReviews_GivesThePublishedState()
    {
        // fsrs-rs src/inference.rs test_memory_state; py-fsrs tests/test_basic.py; ts-fsrs FSRS-6.test.ts
        MemoryState state = Replay(Model);

        Assert.Equal(53.62691, state.Stability, 1e-4);
        Assert.Equal(6.3574867, state.Difficulty, 1e-4);
    }

    [Fact]
    public void Next_SixReviewsWithoutShortTermMemory_GivesThePublishedStability()
    {
        double[] weights = [.. Fsrs6.DefaultWeights];
        weights[17] = weights[18] = weights[19] = 0;

        Assert.Equal(53.335106, Replay(new Fsrs6(weights)).Stability, 1e-4);
    }

    [Theory] // fsrs-rs src/model.rs
    [InlineData(0, 1, 1)]
    [InlineData(1, 2, 0.9403443)]
    [InlineData(2, 3, 0.9253786)]
    [InlineData(3, 4, 0.9185229)]
    [InlineData(4, 4, 0.9)]
    [InlineData(5, 2, 0.8261359)]
    public void Retrievability_DaysAndStability_GivesThePublishedValue(double days, double stability, double expected) =>
        Assert.Equal(expected, Model.Retrievability(stability, days), 1e-6);

    [Theory] // ts-fsrs algorithm.test.ts
    [InlineData(Rating.Again, 8.34176237)]
    [InlineData(Rating.Hard, 6.66599536)]
    [InlineData(Rating.Good, 4.99022837)]
    [InlineData(Rating.Easy, 3.31446137)]
    public void NextDifficulty_FromFive_GivesThePublishedValue(Rating rating, double expected) =>
        Assert.Equal(expected, Model.NextDifficulty(5, rating), 1e-8);

    [Theory] // ts-fsrs algorithm.test.ts: S = 5
    [InlineData(1, 0.9, Rating.Again, 25.60252118, 1.05253961)]
    [InlineData(2, 0.8, Rating.Hard, 28.22657096, 1.18943295)]
    [InlineData(3, 0.7, Rating.Good, 58.65599107, 1.36808387)]
    [InlineData(4, 0.6, Rating.Easy, 127.2266925, 1.58498896)]
    public void Stability_AfterRecallAndLapse_GivesThePublishedValues(double difficulty, double retrievability, Rating rating, double recall, double lapse)
    {
        MemoryState state = new(5, difficulty);

        Assert.Equal(recall, Model.StabilityAfterRecall(state, retrievability, rating), 1e-7);
        Assert.Equal(lapse, Model.StabilityAfterLapse(state, retrievability), 1e-8);
    }

    [Theory] // ts-fsrs algorithm.test.ts: S = 5
    [InlineData(Rating.Again, 1.596818)]
    [InlineData(Rating.Hard, 5)]
    [InlineData(Rating.Good, 5)]
    [InlineData(Rating.Easy, 8.12960956)]
    public void StabilityOnSameDay_FromFive_GivesThePublishedValue(Rating rating, double expected) =>
        Assert.Equal(expected, Model.StabilityOnSameDay(5, rating), 1e-8);

    [Theory] // ts-fsrs algorithm.test.ts: S = 1
    [InlineData(0.1, 3116769)]
    [InlineData(0.2, 34793)]
    [InlineData(0.3, 2508)]
    [InlineData(0.4, 387)]
    [InlineData(0.5, 90)]
    [InlineData(0.6, 27)]
    [InlineData(0.7, 9)]
    [InlineData(0.8, 3)]
    [InlineData(0.9, 1)]
    [InlineData(1.0, 1)]
    public void Interval_StabilityOfOne_GivesThePublishedDays(double retention, int expected)
    {
        Assert.Equal(expected, Model.Interval(1, retention, int.MaxValue));
        Assert.Equal(Math.Min(expected, 365), Model.Interval(1, retention, 365));
    }

    [Theory] // fsrs-rs src/inference.rs
    [InlineData(0.9, 10, 6.9140563)]
    [InlineData(0.8, 3.01572, 9.393428)]
    [InlineData(0.95, 24.841097, 1.2974405)]
    public void FromSm2_EaseAndInterval_GivesThePublishedState(double retention, double stability, double difficulty)
    {
        MemoryState state = Model.FromSm2(2.5, 10, retention);

        Assert.Equal(stability, state.Stability, 1e-5);
        Assert.Equal(difficulty, state.Difficulty, 1e-5);
    }

    [Fact]
    public void First_EachRating_TakesItsWeightAndStaysInBounds()
    {
        Assert.Equal([0.212, 1.2931, 2.3065, 8.2956], Ratings.Select(rating => Model.First(rating).Stability));
        Assert.Equal(6.4133, Model.First(Rating.Again).Difficulty, 1e-12);
        Assert.Equal(1, Model.First(Rating.Easy).Difficulty);
    }

    [Fact]
    public void Next_RandomStates_StayInBoundsAndInOrder()
    {
        SeededChoice choice = new(20261121);
        for (int i = 0; i < 20_000; i++)
        {
            MemoryState state = new(Math.Exp((choice.NextDouble() * 17) - 6.9), 1 + (9 * choice.NextDouble()));
            int days = choice.Next(3) == 0 ? 0 : 1 + choice.Next(400);

            MemoryState[] next = [.. Ratings.Select(rating => Model.Next(state, rating, days))];

            Assert.All(next, after =>
            {
                Assert.InRange(after.Stability, Fsrs6.MinimumStability, Fsrs6.MaximumStability);
                Assert.InRange(after.Difficulty, 1, 10);
            });
            for (int g = 1; g < next.Length; g++)
            {
                Assert.True(next[g].Stability >= next[g - 1].Stability, $"{state}, {days} days: {Ratings[g]} is less stable than {Ratings[g - 1]}");
                Assert.True(next[g].Difficulty <= next[g - 1].Difficulty, $"{state}: {Ratings[g]} is harder than {Ratings[g - 1]}");
            }

            Assert.True(next[0].Stability <= state.Stability, $"{state}, {days} days: forgetting made it more stable");
            Assert.All(next[1..], after => Assert.True(after.Stability >= Math.Min(state.Stability, Fsrs6.MaximumStability), $"{state}, {days} days: remembering made it less stable"));
        }
    }

    [Fact]
    public void Retrievability_Time_FallsAndIsNineTenthsAtTheStability()
    {
        foreach (double stability in (double[])[0.001, 0.5, 3, 100, 36500])
        {
            double before = 1;
            Assert.Equal(0.9, Model.Retrievability(stability, stability), 1e-12);
            for (int days = 1; days < 2000; days += 7)
            {
                double now = Model.Retrievability(stability, days);
                Assert.InRange(now, 0, before);
                before = now;
            }
        }
    }

    [Fact]
    public void Interval_LowerRetention_IsNeverShorter()
    {
        int before = 1;
        for (double retention = 0.99; retention > 0.5; retention -= 0.01)
        {
            int days = Model.Interval(12, retention, 36500);
            Assert.True(days >= before);
            before = days;
        }
    }

    [Theory]
    [InlineData(4, 0.5, "FSRS-6 got w4 = 0.5; it must be from 1 to 10.")]
    [InlineData(20, double.NaN, "FSRS-6 got w20 = NaN; it must be from 0.1 to 0.8.")]
    [InlineData(19, 0, "FSRS-6 got w19 = 0; it must be from 0.01 to 0.8.")]
    public void Constructor_WeightOutOfRange_IsNamed(int index, double value, string message)
    {
        double[] weights = [.. Fsrs6.DefaultWeights];
        weights[index] = value;

        Assert.StartsWith(message, Assert.Throws<ArgumentException>(() => new Fsrs6(weights)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Constructor_TooFewWeights_SaysHowManyAreNeeded() =>
        Assert.StartsWith("FSRS-6 got 19 weights; it needs 21 (w0 to w20).", Assert.Throws<ArgumentException>(() => new Fsrs6([.. Fsrs6.DefaultWeights.Take(19)])).Message, StringComparison.Ordinal);

    [Fact]
    public void Next_BadArguments_AreRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Model.Next(new(1, 5), Rating.Good, -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Model.First((Rating)5));
        Assert.Throws<ArgumentOutOfRangeException>(() => Model.Interval(1, 0, 10));
    }

    private static MemoryState Replay(Fsrs6 model)
    {
        MemoryState state = model.First(Rating.Again);
        foreach (int days in (int[])[0, 1, 3, 8, 21])
        {
            state = model.Next(state, Rating.Good, days);
        }

        return state;
    }
}
