using Gradus.Interview.Questions;

namespace Gradus.Hosting.Services.Mastery;

/// <summary>How well one question is known.</summary>
public sealed record ConceptMastery
{
    /// <summary>The question.</summary>
    public required Question Question { get; init; }

    /// <summary>The same in a word.</summary>
    public required MasteryState State { get; init; }

    /// <summary>0 to 1: <see cref="Recall"/> times <see cref="Quality"/>; 0 where the question is new.</summary>
    public required double Mastery { get; init; }

    /// <summary>The probability that it is remembered now, or null where it is new.</summary>
    public double? Recall { get; init; }

    /// <summary>How well it was answered, 0 to 1: from the grades, else from the last rating; null where it is new.</summary>
    public double? Quality { get; init; }

    /// <summary>How many graded answers there are.</summary>
    public int Answers { get; init; }

    /// <summary>When it comes back, or null where it is new.</summary>
    public DateTimeOffset? Due { get; init; }

    /// <summary>Questions of the bank to know first.</summary>
    public IReadOnlyList<Question> Needs { get; init; } = [];

    /// <summary>Those of <see cref="Needs"/> that are not mastered.</summary>
    public IReadOnlyList<Question> Missing { get; init; } = [];
}
