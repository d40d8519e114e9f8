namespace Gradus.Interview.Grading.Evaluation;

/// <summary>Agreement on yes-or-no decisions.</summary>
/// <param name="TruePositives">Both say yes.</param>
/// <param name="FalsePositives">Only the grader says yes.</param>
/// <param name="FalseNegatives">Only the readers say yes.</param>
/// <param name="TrueNegatives">Both say no.</param>
public sealed record Agreement(int TruePositives, int FalsePositives, int FalseNegatives, int TrueNegatives)
{
    /// <summary>The share of the grader's yes that the readers share; null where it never says yes.</summary>
    public double? Precision => TruePositives + FalsePositives == 0 ? null : (double)TruePositives / (TruePositives + FalsePositives);

    /// <summary>The share of the readers' yes that the grader finds; null where there is none.</summary>
    public double? Recall => TruePositives + FalseNegatives == 0 ? null : (double)TruePositives / (TruePositives + FalseNegatives);

    /// <summary>The harmonic mean of precision and recall: 2 TP / (2 TP + FP + FN); null where nobody says yes.</summary>
    public double? F1 => TruePositives + FalsePositives + FalseNegatives == 0 ? null : 2.0 * TruePositives / ((2 * TruePositives) + FalsePositives + FalseNegatives);
}
