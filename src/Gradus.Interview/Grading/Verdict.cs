using System.Text.Json.Serialization;
using Gradus.Interview.Grading.Checks;
using Gradus.Interview.Grading.Structures;
using Gradus.Interview.Questions;

namespace Gradus.Interview.Grading;

/// <summary>What the grader says of one answer.</summary>
public sealed record Verdict
{
    /// <summary>The id of the question, or its text where it is not in the bank.</summary>
    public required string Question { get; init; }

    /// <summary>The score, 0 to 1.</summary>
    public required double Score { get; init; }

    /// <summary>The share of each facet's weight that was earned, for the facets that the rubric has.</summary>
    public required IReadOnlyDictionary<Facet, double> Facets { get; init; }

    /// <summary>Every point of the rubric, in order.</summary>
    public required IReadOnlyList<PointVerdict> Points { get; init; }

    /// <summary>The misconceptions that the answer asserts; none that it merely mentions or denies.</summary>
    public required IReadOnlyList<MisconceptionVerdict> Misconceptions { get; init; }

    /// <summary>The answer's length.</summary>
    public required Concision Concision { get; init; }

    /// <summary>What a good answer has beside its facts, each shown as present or absent: the order of the parts, the six checks before an answer is closed and, for questions that clinical interviews ask, the five clinical bonus points. None counts in the score.</summary>
    public IReadOnlyList<AnswerCheck> Checks { get; init; } = [];

    /// <summary>How the answer stands to the structure of its round, which then decides the score; null where the rubric alone does.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public AnswerStructure? Structure { get; init; }

    /// <summary>Who graded: a language model's name, or null for the grader that comes with Gradus.</summary>
    public string? GradedBy { get; init; }

    /// <summary>What the reader must know of how it was graded, a sentence each: that a language model failed, what of its reply was rejected.</summary>
    public IReadOnlyList<string> Notices { get; init; } = [];

    /// <summary>Why the answer was refused unread (empty, too long, binary), or null.</summary>
    public string? Refusal { get; init; }
}
