using System.Globalization;
using Gradus.Learning.Data;
using Gradus.Learning.Optimizers;
using Gradus.Tensors;

namespace Gradus.Learning.Training;

/// <summary>The steps of one epoch and its validation.</summary>
internal sealed class EpochRun(Layer model, Optimizer optimizer, Func<Tensor, Tensor, Tensor> loss, TrainerOptions options)
{
    private double _lossSum;
    private long _rows;
    private double _normSum;
    private int _steps;
    private int _skipped;

    /// <summary>The loss of the last step.</summary>
    internal double LastLoss { get; private set; } = double.NaN;

    /// <summary>Runs the steps.</summary>
    /// <returns>Null, or why training must end.</returns>
    internal string? Train(DataLoader loader, int epoch, IProgress<TrainingProgress>? progress, CancellationToken cancellationToken)
    {
        model.Train();
        for (int step = 1; step <= loader.BatchCount; step++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (Step(loader, epoch - 1, step - 1) is { } fault)
            {
                _skipped++;
                if (options.NonFinite == NonFinitePolicy.Stop)
                {
                    return $"{fault} in epoch {epoch}, step {step}; training stopped before it reached the weights. Try a smaller learning rate, clipping, or look for bad inputs.";
                }
            }

            progress?.Report(new TrainingProgress(epoch, options.Epochs, step, loader.BatchCount, LastLoss, null));
        }

        return null;
    }

    /// <summary>Measures the validation rows in evaluation mode.</summary>
    internal (double? Loss, double? Metric) Validate(DataLoader loader, CancellationToken cancellationToken)
    {
        model.Eval();
        using NoGrad quiet = NoGrad.Enter();
        double sum = 0;
        List<Tensor> outputs = [];
        List<Tensor> targets = [];
        for (int place = 0; place < loader.BatchCount; place++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            using TensorScope scope = new();
            Batch batch = loader.Take(0, place);
            Tensor output = model.Forward(batch.Inputs);
            sum += loss(output, batch.Targets).Item() * batch.Inputs.Shape[0];
            if (options.Metric is not null)
            {
                outputs.Add(output.Keep());
                targets.Add(batch.Targets.Keep());
            }
        }

        double? metric = options.Metric is null ? null : options.Metric(Tensor.Cat(outputs, 0), Tensor.Cat(targets, 0));
        int rows = loader.RowCount;
        return (sum / rows, metric);
    }

    /// <summary>The figures of the epoch.</summary>
    internal EpochRecord Record(int epoch, double? validationLoss, double? metric) => new(
        epoch,
        _rows == 0 ? null : _lossSum / _rows,
        validationLoss,
        metric,
        optimizer.LearningRate,
        _steps == 0 ? null : _normSum / _steps,
        _skipped);

    // One step; says what was not finite, in which case nothing was changed.
    private string? Step(DataLoader loader, int epoch, int place)
    {
        using TensorScope scope = new();
        Batch batch = loader.Take(epoch, place);
        optimizer.ZeroGrad();
        Tensor value = loss(model.Forward(batch.Inputs), batch.Targets);
        LastLoss = value.Item();
        if (!double.IsFinite(LastLoss))
        {
            return string.Create(CultureInfo.InvariantCulture, $"The loss was {LastLoss}");
        }

        value.Backward();
        double norm = GradientNorm.Clip(optimizer.Parameters, options.ClipNorm ?? double.PositiveInfinity);
        if (!double.IsFinite(norm))
        {
            return string.Create(CultureInfo.InvariantCulture, $"The norm of the gradients was {norm}");
        }

        optimizer.Step();
        int rows = batch.Inputs.Shape[0];
        _lossSum += LastLoss * rows;
        _rows += rows;
        _normSum += norm;
        _steps++;
        return null;
    }
}
