using Gradus.Learning.Optimizers;
using Gradus.Tensors;

namespace Gradus.Learning.Training;

/// <summary>How a trainer trains.</summary>
public sealed record TrainerOptions
{
    /// <summary>Passes over the training rows at most. Null, the default, for 10, or for as many as <see cref="Steps"/> takes where that is given.</summary>
    public int? Epochs { get; init; }

    /// <summary>Batches over all epochs at most; null, the default, for no such limit. An epoch that it cuts short is validated and recorded as it is.</summary>
    public long? Steps { get; init; }

    /// <summary>Epochs without a better validation after which training ends; null, the default, for never.</summary>
    public int? Patience { get; init; }

    /// <summary>By how much a validation must be better to count; 0 by default.</summary>
    public double MinimumImprovement { get; init; }

    /// <summary>Whether the weights of the best epoch are put back at the end of a training with validation; true by default.</summary>
    public bool RestoreBest { get; init; } = true;

    /// <summary>The largest norm of all gradients of an optimizer together; longer ones are scaled down to it. Null, the default, for no clipping.</summary>
    public double? ClipNorm { get; init; }

    /// <summary>The largest value of a gradient, either way; larger ones are set to it, before the norm is taken. Null, the default, for no limit.</summary>
    public double? ClipValue { get; init; }

    /// <summary>How many batches make one step of the weights; 1 by default. The gradient is that of the mean loss over all their rows; the last step of an epoch takes the batches that are left.</summary>
    /// <remarks>
    /// Batch normalization sees each batch by itself. <see cref="TrainingProgress.Step"/>, <see cref="Steps"/> and <see cref="StatisticsEvery"/> count batches; schedules by step count steps of the weights.
    /// A step function calls <see cref="TrainingStep.Update(Tensor, Optimizer)"/> once a batch for each optimizer.
    /// </remarks>
    public int Accumulation { get; init; } = 1;

    /// <summary>Schedules of learning rates; none by default.</summary>
    public IReadOnlyList<TrainingSchedule> Schedules { get; init; } = [];

    /// <summary>
    /// A running average of weights, updated after each step that changed weights; null, the default, for none. Validation then looks at the average, and the best weights are averages. Without validation the
    /// models end with the weights themselves; take the average with its own <c>Apply</c>.
    /// </summary>
    public ExponentialMovingAverage? Average { get; init; }

    /// <summary>What happens when a loss or a gradient is not finite; training stops by default.</summary>
    public NonFinitePolicy NonFinite { get; init; }

    /// <summary>Every how many batches gradients and activations are looked at; null, the default, for never. The first batch of the training is always among them; where batches make one step together, the last of them follows, with their gradient.</summary>
    public int? StatisticsEvery { get; init; }

    /// <summary>Where and when checkpoints are written; null, the default, for none.</summary>
    public CheckpointOptions? Checkpoints { get; init; }

    /// <summary>The seed of <see cref="TrainingStep.Rng"/>, for step functions that draw; 0 by default.</summary>
    public ulong Seed { get; init; }

    /// <summary>
    /// A figure of the validation rows, from the outputs of the model in evaluation mode and the targets, both of all rows; more is better. When given, it
    /// decides which epoch is best instead of the validation loss. An undefined figure (null) is never better.
    /// </summary>
    public Func<Tensor, Tensor, double?>? Metric { get; init; }

    /// <summary>Refuses what is out of range.</summary>
    internal void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfNegative(Epochs ?? 0, nameof(Epochs));
        ArgumentOutOfRangeException.ThrowIfNegative(Steps ?? 0, nameof(Steps));
        ArgumentOutOfRangeException.ThrowIfLessThan(Patience ?? 1, 1, nameof(Patience));
        ArgumentOutOfRangeException.ThrowIfNegative(MinimumImprovement, nameof(MinimumImprovement));
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(ClipNorm ?? 1, nameof(ClipNorm));
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(ClipValue ?? 1, nameof(ClipValue));
        ArgumentOutOfRangeException.ThrowIfLessThan(Accumulation, 1, nameof(Accumulation));
        ArgumentOutOfRangeException.ThrowIfLessThan(StatisticsEvery ?? 1, 1, nameof(StatisticsEvery));
        ArgumentOutOfRangeException.ThrowIfLessThan(Checkpoints?.EverySteps ?? 1, 1, nameof(CheckpointOptions.EverySteps));
        if (Schedules.FirstOrDefault(schedule => schedule is { Every: ScheduleInterval.Step, Schedule.NeedsFigure: true }) is { } watching)
        {
            throw new ArgumentException($"{watching.Schedule.GetType().Name} watches the figure of an epoch and cannot move on after each step; give it ScheduleInterval.Epoch.", nameof(Schedules));
        }
    }

    /// <summary>The most epochs for a training that goes on from a state. An earlier limit of steps may have cut an epoch short.</summary>
    internal int EpochLimit(TrainerState state) =>
        Epochs ?? (Steps is { } steps ? (int)Math.Clamp(state.Epoch - 1 + ((steps - state.Total + state.Batch + state.Batches - 1) / state.Batches), state.Epoch - 1, int.MaxValue) : 10);
}
