using Gradus.Learning.Data;
using Gradus.Learning.Optimizers;
using Gradus.Learning.Training.Checkpoints;
using Gradus.Tensors;

namespace Gradus.Learning.Training;

/// <summary>Trains models: epochs of steps, validation, early stopping, clipping, schedules, checkpoints, history.</summary>
/// <remarks>
/// <para>A step is: forward, loss, forget gradients, backward, clip, step of the optimizer, step of the schedules. Memory of a step is given back at its end. The same model seed, loader seed and options
/// give the same bits, for any number of threads, and with and without a stop and <see cref="Restore"/> in between.</para>
/// <para>A loss or gradient that is not finite never reaches weights, what optimizers keep, or running statistics: they are as they were before that step, and the history says what came from where.</para>
/// </remarks>
public sealed class Trainer
{
    private readonly TrainingParts _parts;
    private readonly StepFunction _step;
    private readonly ValidationFunction? _validate;
    private readonly TrainerOptions _options;
    private readonly Action<TrainingStep>? _probe;
    private (TrainerState State, BestEpoch Best)? _restored;

    /// <summary>Makes a trainer of one model.</summary>
    /// <param name="model">The network.</param>
    /// <param name="optimizer">Steps its parameters.</param>
    /// <param name="loss">From the output of the network and the targets to a single value, such as <c>(output, target) => loss.Forward(output.AsLogits(), target)</c>.</param>
    /// <param name="options">How to train.</param>
    /// <exception cref="ArgumentException">An option is out of range.</exception>
    public Trainer(Layer model, Optimizer optimizer, Func<Tensor, Tensor, Tensor> loss, TrainerOptions? options = null)
        : this(TrainingParts.Of(model, optimizer), new SupervisedStep(model, loss, options?.Metric), options)
    {
    }

    /// <summary>Makes a trainer of anything that learns in steps, as a GAN.</summary>
    /// <param name="parts">What is trained.</param>
    /// <param name="step">What is done with each batch.</param>
    /// <param name="validate">Measures validation rows; null for none. Where it gives a metric, that decides which epoch is best, else its loss.</param>
    /// <param name="options">How to train; its metric must be null.</param>
    /// <exception cref="ArgumentException">An option is out of range, or a name is empty or holds a dot.</exception>
    public Trainer(TrainingParts parts, StepFunction step, ValidationFunction? validate = null, TrainerOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(parts);
        ArgumentNullException.ThrowIfNull(step);
        parts.Validate();
        (_parts, _step, _validate, _options) = (parts, step, validate, options ?? new TrainerOptions());
        _options.Validate();
        if (_options.Metric is not null)
        {
            throw new ArgumentException("A trainer with a step function measures validation rows with its validation function; let that give the metric.", nameof(options));
        }
    }

    private Trainer(TrainingParts parts, SupervisedStep step, TrainerOptions? options)
    {
        (_parts, _step, _validate, _probe, _options) = (parts, step.Run, step.Validate, step.Probe, options ?? new TrainerOptions());
        _options.Validate();
    }

    /// <summary>Puts models, optimizers, schedules and everything else to where a checkpoint stood; <see cref="Fit"/> then goes on from there with the same bits.</summary>
    /// <param name="path">A checkpoint that a trainer of the same parts wrote.</param>
    /// <exception cref="Data.Files.DataFormatException">The file is damaged or no checkpoint; file, byte and field are named.</exception>
    /// <exception cref="ArgumentException">It was written by another kind of training. Nothing was changed.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public void Restore(string path)
    {
        BestEpoch best = new(_parts, _options, _validate is not null);
        _restored = (TrainerSnapshot.Restore(CheckpointFile.Read(path), path, _parts, _options, best), best);
    }

    /// <summary>Restores the last checkpoint of the folder that the options name, where there is one.</summary>
    /// <returns>Whether there was one.</returns>
    /// <exception cref="InvalidOperationException">The options name no folder.</exception>
    public bool RestoreLast()
    {
        string path = _options.Checkpoints?.LastPath ?? throw new InvalidOperationException("RestoreLast needs TrainerOptions.Checkpoints, which say where checkpoints are.");
        bool found = File.Exists(path);
        if (found)
        {
            Restore(path);
        }

        return found;
    }

    /// <summary>Trains, from the beginning or from where <see cref="Restore"/> has put the training.</summary>
    /// <param name="train">Training rows; epoch n of the training is epoch n of the loader, whatever it has handed out before.</param>
    /// <param name="validation">Validation rows, or null; early stopping and the best weights need them.</param>
    /// <param name="progress">Told of every step and every epoch, on the calling thread.</param>
    /// <param name="cancellationToken">Stops between two steps; the models then keep the weights they have, and the last checkpoint is written where checkpoints are asked for.</param>
    /// <returns>The history. The models are left in evaluation mode.</returns>
    /// <exception cref="ArgumentException">Patience or a metric was asked for without validation, or a training is to go on with other row numbers, in another order, or with another <see cref="TrainerOptions.Accumulation"/> or <see cref="TrainerOptions.Seed"/>.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public TrainingHistory Fit(DataLoader train, DataLoader? validation = null, IProgress<TrainingProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(train);
        if ((validation is null || _validate is null) && (_options.Patience is not null || _options.Metric is not null))
        {
            throw new ArgumentException("Trainer was asked for early stopping or a metric without validation rows; give a validation loader.", nameof(validation));
        }

        bool validated = validation is not null && _validate is not null;
        (TrainerState state, BestEpoch best) = _restored ?? (new TrainerState(), new BestEpoch(_parts, _options, validated));
        if (_restored is not null)
        {
            state.Demand(train, _options);
        }

        state.Use(train, _options);
        _restored = null;
        TrainingRun run = new(_parts, _step, _options, train, new FaultFinder(_parts, train, _probe), state, best, progress);
        return run.Fit(validated ? rows => _validate!(validation!, rows) : null, cancellationToken);
    }
}
