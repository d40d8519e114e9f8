using Gradus.Interview.Schedule;

namespace Gradus.Hosting.Services.Mastery;

/// <summary>Mastery is the chance to remember a question today times how well it was answered: both must be there.</summary>
public static class MasteryLevels
{
    /// <summary>From this mastery on a question is growing.</summary>
    public const double Growing = 0.35;

    /// <summary>From this mastery on a question is mastered: a good answer (0.72) that is remembered with 0.9.</summary>
    public const double Mastered = 0.65;

    /// <summary>The state of a mastery.</summary>
    /// <param name="mastery">0 to 1, or null where the question was never met.</param>
    public static MasteryState State(double? mastery) =>
        mastery is not { } value ? MasteryState.New : value >= Mastered ? MasteryState.Mastered : value >= Growing ? MasteryState.Growing : MasteryState.Weak;

    /// <summary>What a rating says of the quality of an answer that nobody graded.</summary>
    internal static double Quality(Rating rating) => rating switch { Rating.Again => 0.1, Rating.Hard => 0.55, Rating.Good => 0.8, _ => 0.95 };
}
