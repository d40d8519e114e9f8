using Gradus.Learning.Training;

namespace Gradus.Labs.Running;

/// <summary>Hears of each epoch that a trainer completes, on the trainer's own thread.</summary>
/// <param name="tell">Told of the epoch.</param>
internal sealed class EpochListener(Action<EpochRecord> tell) : IProgress<TrainingProgress>
{
    /// <inheritdoc/>
    public void Report(TrainingProgress value)
    {
        if (value.Completed is { } epoch)
        {
            tell(epoch);
        }
    }
}
