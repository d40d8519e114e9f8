using Gradus.Interview.Grading;

namespace Gradus.Interview.Schedule;

/// <summary>The rating that a graded answer proposes.</summary>
public static class ProposedRating
{
    /// <summary>Scores below this one propose Again.</summary>
    public const double HardFrom = 0.4;

    /// <summary>Scores below this one propose at most Hard.</summary>
    public const double GoodFrom = 0.65;

    /// <summary>Scores from this one up propose Easy.</summary>
    public const double EasyFrom = 0.9;

    /// <summary>The rating for a verdict.</summary>
    /// <param name="verdict">The verdict.</param>
    /// <returns>
    /// Again below 0.4 and for a refused answer, Hard below 0.65, Good below 0.9, else Easy; an answer that asserts a misconception is at most Hard,
    /// however much else it says.
    /// </returns>
    public static Rating For(Verdict verdict) => verdict switch
    {
        { Refusal: not null } or { Score: < HardFrom } => Rating.Again,
        { Score: < GoodFrom } or { Misconceptions.Count: > 0 } => Rating.Hard,
        { Score: < EasyFrom } => Rating.Good,
        _ => Rating.Easy,
    };
}
