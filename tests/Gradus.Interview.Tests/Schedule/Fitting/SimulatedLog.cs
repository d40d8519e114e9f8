using Gradus.Interview.Schedule;
using Gradus.Interview.Schedule.Fitting;

namespace Gradus.Interview.Tests.Schedule.Fitting;

/// <summary>A person whose memory follows FSRS-6 with known weights, scheduled by the defaults.</summary>
internal static class SimulatedLog
{
    /// <summary>Reviews of some cards over some reviews each.</summary>
    public static ReviewLog Make(IReadOnlyList<double> truth, int cards, int reviews, ulong seed)
    {
        Fsrs6 memory = new(truth);
        Fsrs6 scheduler = new();
        SeededChoice choice = new(seed);
        return ReviewLog.Of(Enumerable.Range(0, cards).Select(_ => Card(memory, scheduler, choice, choice.Next(200), reviews).ToList()).ToList());
    }

    private static IEnumerable<(Rating Rating, int Days, long Time)> Card(Fsrs6 memory, Fsrs6 scheduler, SeededChoice choice, int day, int reviews)
    {
        Rating rating = choice.NextDouble() switch { < 0.25 => Rating.Again, < 0.4 => Rating.Hard, < 0.85 => Rating.Good, _ => Rating.Easy };
        yield return (rating, -1, day);
        MemoryState known = memory.First(rating);
        MemoryState planned = scheduler.First(rating);
        for (int i = 1; i < reviews; i++)
        {
            int days = rating == Rating.Again ? 0 : scheduler.Interval(planned.Stability, 0.6 + (0.38 * choice.NextDouble()), 1000);
            bool remembered = days == 0 ? choice.NextDouble() < 0.9 : choice.NextDouble() < memory.Retrievability(known.Stability, days);
            rating = !remembered ? Rating.Again : choice.NextDouble() switch { < 0.15 => Rating.Hard, < 0.85 => Rating.Good, _ => Rating.Easy };
            day += days;
            yield return (rating, days, day);
            known = memory.Next(known, rating, days);
            planned = scheduler.Next(planned, rating, days);
        }
    }
}
