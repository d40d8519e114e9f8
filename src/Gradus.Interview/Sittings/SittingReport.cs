using System.Text.Json.Serialization;
using Gradus.Interview.Questions;

namespace Gradus.Interview.Sittings;

/// <summary>What a sitting comes to.</summary>
public sealed record SittingReport
{
    /// <summary>The sitting's id.</summary>
    public required string SittingId { get; init; }

    /// <summary>The profile's id.</summary>
    public required string Profile { get; init; }

    /// <summary>The level, 1 to 3.</summary>
    public required int Level { get; init; }

    /// <summary>The seed of the choice.</summary>
    public required ulong Seed { get; init; }

    /// <summary>The id of the topic that was practised, or null for all topics of the profile.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Topic { get; init; }

    /// <summary>When it was started.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>When it was finished.</summary>
    public required DateTimeOffset FinishedAt { get; init; }

    /// <summary>The time spent on answers, in seconds.</summary>
    public required double AnswerSeconds { get; init; }

    /// <summary>How long it was paused, in seconds.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public double PausedSeconds { get; init; }

    /// <summary>How many questions were asked, follow-ups left out.</summary>
    public required int Asked { get; init; }

    /// <summary>How many questions were planned.</summary>
    public required int Planned { get; init; }

    /// <summary>The mean over the questions that were asked, 0 to 1; what a follow-up brought out counts half, each hint costs a tenth of its round, a question passed over is 0.</summary>
    public required double Score { get; init; }

    /// <summary>The mean share earned of each facet over the questions whose rubric has it; rounds beyond the candidate are left out.</summary>
    public required IReadOnlyDictionary<Facet, double> Facets { get; init; }

    /// <summary>The mean score by topic, in the order of asking.</summary>
    public required IReadOnlyList<TopicScore> Topics { get; init; }

    /// <summary>Every round, in order.</summary>
    public required IReadOnlyList<RoundScore> Rounds { get; init; }

    /// <summary>At most three things to fix first, the gravest first.</summary>
    public required IReadOnlyList<Fix> Fixes { get; init; }

    /// <summary>The sitting of the same profile and topic before this one, or null.</summary>
    public PreviousSitting? Previous { get; init; }
}
