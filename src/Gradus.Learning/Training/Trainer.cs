using Gradus.Learning.Data;
using Gradus.Learning.Optimizers;
using Gradus.Tensors;

namespace Gradus.Learning.Training;

/// <summary>Trains a network: epochs of steps, validation, early stopping, clipping, history.</summary>
/// <remarks>
/// A step is: forget gradients, forward, loss, backward, clip, step. Memory of a step is given back at its end. The same model seed, loader seed and options give
/// the same bits.
/// </remarks>
public sealed class Trainer
{
    private readonly Layer _model;
    private readonly Optimizer _optimizer;
    private readonly Func<Tensor, Tensor, Tensor> _loss;
    private readonly TrainerOptions _options;

    /// <summary>Makes a trainer.</summary>
    /// <param name="model">The network.</param>
    /// <param name="optimizer">Steps its parameters.</param>
    /// <param name="loss">From the output of the network and the targets to a single value, such as <c>(output, target) => loss.Forward(output.AsLogits(), target)</c>.</param>
    /// <param name="options">How to train.</param>
    /// <exception cref="ArgumentException">An option is out of range.</exception>
    public Trainer(Layer model, Optimizer optimizer, Func<Tensor, Tensor, Tensor> loss, TrainerOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(optimizer);
        ArgumentNullException.ThrowIfNull(loss);
        _model = model;
        _optimizer = optimizer;
        _loss = loss;
        _options = options ?? new TrainerOptions();
        ArgumentOutOfRangeException.ThrowIfLessThan(_options.Epochs, 0, nameof(options));
        ArgumentOutOfRangeException.ThrowIfLessThan(_options.Patience ?? 1, 1, nameof(options));
        ArgumentOutOfRangeException.ThrowIfNegative(_options.MinimumImprovement, nameof(options));
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(_options.ClipNorm ?? 1, nameof(options));
    }

    /// <summary>Trains.</summary>
    /// <param name="train">Training rows; epoch n of the training is epoch n of the loader, whatever it has handed out before.</param>
    /// <param name="validation">Validation rows, or null; early stopping and the best weights need them.</param>
    /// <param name="progress">Told of every step and every epoch, on the calling thread.</param>
    /// <param name="cancellationToken">Stops between two steps; the model then keeps the weights it has.</param>
    /// <returns>The history. The model is left in evaluation mode.</returns>
    /// <exception cref="ArgumentException">Patience or a metric was asked for without validation.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public TrainingHistory Fit(DataLoader train, DataLoader? validation = null, IProgress<TrainingProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(train);
        if (validation is null && (_options.Patience is not null || _options.Metric is not null))
        {
            throw new ArgumentException("Trainer was asked for early stopping or a metric without validation rows; give a validation loader.", nameof(validation));
        }

        BestWeights best = new(_model, _options, validation is not null);
        List<EpochRecord> epochs = [];
        StopReason reason = StopReason.Completed;
        string? message = null;
        for (int epoch = 1; epoch <= _options.Epochs && reason == StopReason.Completed; epoch++)
        {
            EpochRun run = new(_model, _optimizer, _loss, _options);
            message = run.Train(train, epoch, progress, cancellationToken);
            (double? loss, double? metric) = message is null && validation is not null ? run.Validate(validation, cancellationToken) : (null, null);
            EpochRecord record = run.Record(epoch, loss, metric);
            epochs.Add(record);
            if (message is not null)
            {
                reason = StopReason.NotFinite;
            }
            else if (best.Stale(record))
            {
                reason = StopReason.EarlyStopped;
                message = $"No better validation since epoch {best.Epoch}; stopped after epoch {epoch}.";
            }

            progress?.Report(new TrainingProgress(epoch, _options.Epochs, train.BatchCount, train.BatchCount, run.LastLoss, record));
        }

        best.Restore();
        _model.Eval();
        return new TrainingHistory(epochs, validation is null ? epochs.Count : best.Epoch, reason, message);
    }
}
