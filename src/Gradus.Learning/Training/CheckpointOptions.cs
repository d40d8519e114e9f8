namespace Gradus.Learning.Training;

/// <summary>Where and when a trainer writes checkpoints.</summary>
/// <param name="Folder">The folder, made where it is missing. One training at a time may write there.</param>
/// <remarks>
/// <c>last.ckpt</c> is written after each epoch, after so many batches where that is asked for, and when the training is cancelled; <c>best.ckpt</c> after each epoch whose validation was better
/// than all before. With accumulation they wait for the end of a step of the weights. Each is whole whenever the process is killed; <see cref="Trainer.RestoreLast"/> goes on from the last.
/// </remarks>
public sealed record CheckpointOptions(string Folder)
{
    /// <summary>The name of the last checkpoint.</summary>
    public const string LastName = "last.ckpt";

    /// <summary>The name of the best checkpoint.</summary>
    public const string BestName = "best.ckpt";

    /// <summary>Every how many batches of an epoch the last checkpoint is written too; null, the default, for after epochs only.</summary>
    public int? EverySteps { get; init; }

    /// <summary>Whether the best checkpoint is written; true by default.</summary>
    public bool KeepBest { get; init; } = true;

    /// <summary>The path of the last checkpoint.</summary>
    public string LastPath => Path.Combine(Folder, LastName);

    /// <summary>The path of the best checkpoint.</summary>
    public string BestPath => Path.Combine(Folder, BestName);
}
