using System.Text.Json.Serialization;

namespace Gradus.Interview.Grading.Evaluation;

/// <summary>How well the grader agrees with careful readers.</summary>
/// <param name="Answers">How many answers were graded.</param>
/// <param name="Questions">How many questions they belong to.</param>
/// <param name="Unknown">How many labelled answers were left out because the bank lacks their question.</param>
/// <param name="Spearman">Rank correlation of scores over all answers.</param>
/// <param name="Pearson">Linear correlation of scores over all answers.</param>
/// <param name="MeanAbsoluteError">Mean distance of scores, on the scale 0 to 100.</param>
/// <param name="OrderAccuracy">Share of pairs of answers to one question, at least 15 apart for the readers, that are put in the same order; equal scores count half.</param>
/// <param name="OrderPairs">How many such pairs there are.</param>
/// <param name="Points">Agreement on points.</param>
/// <param name="Misconceptions">Agreement on asserted misconceptions.</param>
public sealed record GraderReport(
    int Answers,
    int Questions,
    int Unknown,
    double? Spearman,
    double? Pearson,
    double? MeanAbsoluteError,
    double? OrderAccuracy,
    int OrderPairs,
    Agreement Points,
    Agreement Misconceptions)
{
    /// <summary>Every point of every answer on which the readers agree.</summary>
    [JsonIgnore]
    public IReadOnlyList<PointDecision> Decisions { get; init; } = [];

    /// <summary>Every misconception of every answer on which the readers agree.</summary>
    [JsonIgnore]
    public IReadOnlyList<MisconceptionDecision> MisconceptionDecisions { get; init; } = [];
}
