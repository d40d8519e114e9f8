namespace Gradus.Learning.Training;

/// <summary>What one epoch showed.</summary>
/// <param name="Epoch">Its number, from 1.</param>
/// <param name="TrainLoss">The mean loss of its training rows while weights moved, or null where every step was skipped.</param>
/// <param name="ValidationLoss">The mean loss of the validation rows after it in evaluation mode, or null without validation.</param>
/// <param name="ValidationMetric">The metric of the validation rows after it, or null where none was asked for or it is undefined.</param>
/// <param name="LearningRate">The learning rate of its last step.</param>
/// <param name="GradientNorm">The mean norm of all gradients together before clipping, or null where every step was skipped.</param>
/// <param name="SkippedSteps">Steps that were left out because something was not finite.</param>
public sealed record EpochRecord(int Epoch, double? TrainLoss, double? ValidationLoss, double? ValidationMetric, double LearningRate, double? GradientNorm, int SkippedSteps)
{
    /// <summary>The means of what the step function gave to <see cref="TrainingStep.Log"/>, by name.</summary>
    public IReadOnlyDictionary<string, double> Figures { get; init; } = new Dictionary<string, double>();
}
