using Gradus.Interview.Schedule;

namespace Gradus.Interview.Log;

/// <summary>How one question went so far.</summary>
public sealed record QuestionPractice
{
    private const double NewestShare = 0.6;

    /// <summary>How many graded answers there are; follow-ups do not count.</summary>
    public int Answers { get; init; }

    /// <summary>The score as it moves with each answer, 0 to 1, or null without a graded answer: the newest answer weighs 0.6, all before it 0.4.</summary>
    public double? Score { get; init; }

    /// <summary>The best score, 0 to 1; 0 without a graded answer.</summary>
    public double Best { get; init; }

    /// <summary>When the last answer was graded (UTC), or null.</summary>
    public DateTimeOffset? LastGraded { get; init; }

    /// <summary>The last rating, or null.</summary>
    public Rating? LastRating { get; init; }

    /// <summary>The same with one more graded answer.</summary>
    internal QuestionPractice With(double score, DateTimeOffset at) => this with
    {
        Answers = Answers + 1,
        Score = Score is { } before ? (NewestShare * score) + ((1 - NewestShare) * before) : score,
        Best = Math.Max(Best, score),
        LastGraded = at,
    };
}
