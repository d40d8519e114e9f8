namespace Gradus.Interview.Grading.Checks;

/// <summary>What a check belongs to.</summary>
public enum CheckKind
{
    /// <summary>The order of the parts: principle, reason, example, pitfall.</summary>
    Order,

    /// <summary>The six checks before an answer is closed (the question <c>final-answer-checklist</c>).</summary>
    FinalAnswer,

    /// <summary>The five points that lift an answer where the role is clinical (the question <c>clinical-bonus-points</c>).</summary>
    ClinicalBonus,
}
