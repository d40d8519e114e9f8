namespace Gradus.Learning.Training.Folds;

/// <summary>The rows of one round of cross-validation. Schemes that choose them are in Gradus.Evaluation, or the caller's own.</summary>
/// <param name="Train">Rows to learn from, from 0.</param>
/// <param name="Validation">Rows to judge by; none of them may stand in <paramref name="Train"/>.</param>
public sealed record FoldRows(IReadOnlyList<int> Train, IReadOnlyList<int> Validation);
