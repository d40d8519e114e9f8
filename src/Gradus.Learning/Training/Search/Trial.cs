namespace Gradus.Learning.Training.Search;

/// <summary>A point that was tried.</summary>
/// <param name="Number">The number of the point, from 0; with growing budgets one point is tried several times.</param>
/// <param name="Point">The point.</param>
/// <param name="Budget">What was spent on it, such as epochs; 1 where there are no budgets.</param>
/// <param name="Score">What came of it, of which less is better; null where it was no finite number.</param>
/// <param name="Seconds">How long it took.</param>
public sealed record Trial(int Number, SearchPoint Point, int Budget, double? Score, double Seconds);
