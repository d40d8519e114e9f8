namespace Gradus.Evaluation.Validation;

/// <summary>One round of cross-validation.</summary>
/// <param name="Train">Rows to learn from, rising.</param>
/// <param name="Test">Rows to judge by, rising; over all folds every row is here once.</param>
public sealed record Fold(int[] Train, int[] Test);
