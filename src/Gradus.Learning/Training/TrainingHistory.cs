namespace Gradus.Learning.Training;

/// <summary>What a training showed, epoch by epoch. One that was resumed shows the epochs before too.</summary>
/// <param name="Epochs">The epochs in order.</param>
/// <param name="BestEpoch">The number, from 1, of the epoch with the best validation (without validation: the last), or 0 where there was none.</param>
/// <param name="Reason">Why it ended.</param>
/// <param name="Message">What happened, in a sentence, where it did not simply complete.</param>
public sealed record TrainingHistory(IReadOnlyList<EpochRecord> Epochs, int BestEpoch, StopReason Reason, string? Message)
{
    /// <summary>The best epoch, or null where there was none.</summary>
    public EpochRecord? Best => BestEpoch == 0 ? null : Epochs[BestEpoch - 1];

    /// <summary>The steps that the guard left out, in order.</summary>
    public IReadOnlyList<SkippedStep> Skipped { get; init; } = [];
}
