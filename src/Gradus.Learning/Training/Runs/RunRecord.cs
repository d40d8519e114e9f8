using System.Text.Json;

namespace Gradus.Learning.Training.Runs;

/// <summary>A run as its file tells it.</summary>
/// <param name="Id">Its name among all runs, which is the name of its file.</param>
/// <param name="Name">What its author called it.</param>
/// <param name="StartedAt">When it began.</param>
/// <param name="Status">How it stands.</param>
/// <param name="Seed">The seed from which all others follow.</param>
/// <param name="Data">The digest of the training data, or null.</param>
/// <param name="Configuration">The choices that made it what it is, an object.</param>
/// <param name="Environment">Where it ran, an object; of the last part where it was resumed.</param>
/// <param name="Epochs">The epochs in order.</param>
/// <param name="Skipped">The steps that the guard left out.</param>
/// <param name="BestEpoch">The number of the best epoch, or null where that is not known yet.</param>
/// <param name="Message">What happened, in a sentence, where it did not simply complete.</param>
/// <param name="Resumed">How often it was resumed.</param>
/// <param name="Seconds">How long it took up to its last line, without the time between a stop and a resume.</param>
public sealed record RunRecord(
    string Id,
    string Name,
    DateTimeOffset StartedAt,
    RunStatus Status,
    ulong Seed,
    string? Data,
    JsonElement Configuration,
    JsonElement Environment,
    IReadOnlyList<EpochRecord> Epochs,
    IReadOnlyList<SkippedStep> Skipped,
    int? BestEpoch,
    string? Message,
    int Resumed,
    double Seconds)
{
    /// <summary>The epoch by which it is judged: the best where it is known, else the last; null before the first.</summary>
    public EpochRecord? Judged => Epochs.FirstOrDefault(epoch => epoch.Epoch == BestEpoch) ?? Epochs.LastOrDefault();
}
