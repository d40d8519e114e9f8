namespace Gradus.Hosting.Runs;

/// <summary>An epoch of a run.</summary>
/// <param name="Epoch">Its number, from 1.</param>
/// <param name="TrainLoss">The mean training loss, or null.</param>
/// <param name="ValidationLoss">The mean validation loss, or null.</param>
/// <param name="ValidationMetric">The validation metric, or null.</param>
/// <param name="LearningRate">The learning rate of its last step.</param>
/// <param name="GradientNorm">The mean norm of gradients, or null.</param>
/// <param name="SkippedSteps">Steps that were left out.</param>
/// <param name="Figures">What the step function logged, by name.</param>
public sealed record RunEpoch(int Epoch, double? TrainLoss, double? ValidationLoss, double? ValidationMetric, double LearningRate, double? GradientNorm, int SkippedSteps, IReadOnlyDictionary<string, double> Figures);
