namespace Gradus.Interview.Schedule;

/// <summary>A model of forgetting, so that the log can be replayed with a newer one.</summary>
public interface IMemoryModel
{
    /// <summary>The state after the very first review.</summary>
    /// <param name="rating">Its rating.</param>
    /// <returns>The state.</returns>
    MemoryState First(Rating rating);

    /// <summary>The state after a later review.</summary>
    /// <param name="state">The state before it.</param>
    /// <param name="rating">Its rating.</param>
    /// <param name="days">Whole study days since the review before; 0 for the same day.</param>
    /// <returns>The new state.</returns>
    MemoryState Next(MemoryState state, Rating rating, int days);

    /// <summary>The probability of recall.</summary>
    /// <param name="stability">The stability in days.</param>
    /// <param name="days">Days since the last review.</param>
    /// <returns>A number between 0 and 1.</returns>
    double Retrievability(double stability, double days);

    /// <summary>The days after which the probability of recall has fallen to a target.</summary>
    /// <param name="stability">The stability in days.</param>
    /// <param name="retention">The target, above 0 and at most 1.</param>
    /// <param name="maximum">The longest interval allowed.</param>
    /// <returns>Whole days, from 1 to <paramref name="maximum"/>.</returns>
    int Interval(double stability, double retention, int maximum);
}
