using Gradus.Interview.Schedule;

namespace Gradus.Hosting.Exchange.Anki;

/// <summary>Where a card stands by the columns of Anki's table <c>cards</c>.</summary>
internal static class AnkiPlace
{
    // What Anki writes into the column queue of a card that is set aside.
    private const int SuspendedQueue = -1;

    // Anki tells instants (in seconds) from days (since the collection was made) by their size.
    private const long LeastInstant = 1_000_000_000;
    private const int MostDays = 36_500;

    // The log takes nothing from before.
    private static readonly DateOnly Earliest = new(2000, 1, 1);
    private static readonly long LeastSecond = new DateTimeOffset(Earliest, TimeOnly.MinValue, TimeSpan.Zero).ToUnixTimeSeconds();
    private static readonly ScheduleOptions Options = new();

    /// <summary>Reads a card's place.</summary>
    /// <param name="card">Its columns type, due, ivl, odid, odue, queue, left and mod.</param>
    /// <param name="id">The id of the question or card here.</param>
    /// <param name="made">When the collection was made, in seconds since 1970.</param>
    /// <param name="now">The time.</param>
    /// <param name="today">The study day.</param>
    public static ForeignPlace Of(ReadOnlySpan<long> card, string id, long made, DateTimeOffset now, DateOnly today)
    {
        CardPhase phase = card[0] switch { 1 => CardPhase.Learning, 2 => CardPhase.Review, 3 => CardPhase.Relearning, _ => CardPhase.New };
        // In a filtered deck the card's own date stands aside.
        long due = card[3] != 0 ? card[4] : card[1];
        bool inSteps = phase is CardPhase.Learning or CardPhase.Relearning;
        bool instant = inSteps && due >= LeastInstant;
        return new ForeignPlace(
            id,
            phase,
            inSteps ? Step(phase, card[6]) : 0,
            phase != CardPhase.New && !instant ? Day(due, made, today) : null,
            instant ? Instant(due, now) : null,
            card[5] == SuspendedQueue,
            Instant(card[7], now));
    }

    /// <summary>What stands in the column <c>left</c>: the steps until the card is learned, today and in all.</summary>
    public static int Left(CardState state)
    {
        int left = state.Phase switch { CardPhase.Learning => Options.LearningSteps.Count - state.Step, CardPhase.Relearning => Options.RelearningSteps.Count - state.Step, _ => 0 };
        return Math.Max(0, left) * 1001;
    }

    // Anki counts the steps that are left; where it has more of them than there are here, the first is the nearest.
    private static int Step(CardPhase phase, long left)
    {
        int count = (phase == CardPhase.Learning ? Options.LearningSteps : Options.RelearningSteps).Count;
        return Math.Clamp(count - (int)Math.Clamp(left % 1000, 1, count), 0, count - 1);
    }

    private static DateOnly Day(long due, long made, DateOnly today)
    {
        DateOnly first = DateOnly.FromDateTime(DateTimeOffset.FromUnixTimeSeconds(Math.Clamp(made, 0, 4_000_000_000)).UtcDateTime);
        long day = first.DayNumber + Math.Clamp(due, -100_000, 100_000);
        return DateOnly.FromDayNumber((int)Math.Clamp(day, Earliest.DayNumber, today.DayNumber + MostDays));
    }

    private static DateTimeOffset Instant(long seconds, DateTimeOffset now) =>
        DateTimeOffset.FromUnixTimeSeconds(Math.Clamp(seconds, LeastSecond, now.AddDays(MostDays).ToUnixTimeSeconds()));
}
