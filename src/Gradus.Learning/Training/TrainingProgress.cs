using Gradus.Learning.Training.Statistics;

namespace Gradus.Learning.Training;

/// <summary>Where a training stands.</summary>
/// <param name="Epoch">The number of the running epoch, from 1.</param>
/// <param name="Epochs">How many there may be.</param>
/// <param name="Step">Steps done in the epoch.</param>
/// <param name="Steps">Steps of the epoch.</param>
/// <param name="Loss">The loss of the last step; not finite where it diverged.</param>
/// <param name="Completed">The record of the epoch when it has just ended, else null.</param>
public readonly record struct TrainingProgress(int Epoch, int Epochs, int Step, int Steps, double Loss, EpochRecord? Completed)
{
    /// <summary>Why the guard left this step out; null where it did not.</summary>
    public SkippedStep? Skipped { get; init; }

    /// <summary>The statistics of this step's gradients and activations, where it was one that <see cref="TrainerOptions.StatisticsEvery"/> asks for; else null.</summary>
    public StepStatistics? Statistics { get; init; }
}
