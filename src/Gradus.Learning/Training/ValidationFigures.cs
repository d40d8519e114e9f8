namespace Gradus.Learning.Training;

/// <summary>What validation rows showed.</summary>
/// <param name="Loss">The mean loss of the rows, where less is better, or null.</param>
/// <param name="Metric">A figure of which more is better, or null where there is none or it is undefined. Once an epoch has one, metrics decide which epoch is best, and an epoch without is never better.</param>
public readonly record struct ValidationFigures(double? Loss, double? Metric = null);
