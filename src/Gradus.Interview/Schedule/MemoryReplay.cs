namespace Gradus.Interview.Schedule;

/// <summary>A memory told from its reviews alone, without dates or steps.</summary>
public static class MemoryReplay
{
    /// <summary>The memory after some reviews.</summary>
    /// <param name="model">The memory model.</param>
    /// <param name="reviews">Ratings with their study days, the oldest first; a day before the one before it counts as the same day.</param>
    /// <returns>The memory, or null without a review.</returns>
    public static MemoryState? Of(IMemoryModel model, IEnumerable<(Rating Rating, DateOnly Day)> reviews)
    {
        MemoryState? memory = null;
        DateOnly last = default;
        foreach ((Rating rating, DateOnly day) in reviews)
        {
            memory = memory is { } before ? model.Next(before, rating, Math.Max(0, day.DayNumber - last.DayNumber)) : model.First(rating);
            last = day;
        }

        return memory;
    }
}
