using Gradus.Learning.Data;
using Gradus.Tensors;

namespace Gradus.Learning.Training;

/// <summary>One training from where it stands to its end: the loop over epochs and batches.</summary>
internal sealed class TrainingRun
{
    private readonly TrainingParts _parts;
    private readonly TrainerOptions _options;
    private readonly DataLoader _loader;
    private readonly TrainerState _state;
    private readonly BestEpoch _best;
    private readonly IProgress<TrainingProgress>? _progress;
    private readonly StepRunner _runner;
    private readonly int _epochs;

    // Whether all parts are as they are between two steps of the weights.
    private bool _whole = true;

    internal TrainingRun(TrainingParts parts, StepFunction step, TrainerOptions options, DataLoader loader, FaultFinder faults, TrainerState state, BestEpoch best, IProgress<TrainingProgress>? progress)
    {
        (_parts, _options, _loader, _state, _best, _progress) = (parts, options, loader, state, best, progress);
        _runner = new StepRunner(parts, step, options, faults);
        _epochs = options.EpochLimit(state);
    }

    private bool StepsLeft => _options.Steps is not { } most || _state.Total < most;

    /// <summary>Trains to the end.</summary>
    /// <param name="validate">Measures the validation rows; null for none.</param>
    /// <param name="cancellationToken">Stops between two steps.</param>
    internal TrainingHistory Fit(Func<CancellationToken, ValidationFigures>? validate, CancellationToken cancellationToken)
    {
        (StopReason Reason, string? Message) end = (StopReason.Completed, null);
        try
        {
            while (true)
            {
                if (_state.Batch == 0 && _best.Stale(_state.Epoch - 1))
                {
                    end = (StopReason.EarlyStopped, $"No better validation since epoch {_best.Epoch}; stopped after epoch {_state.Epoch - 1}.");
                    break;
                }

                if (_state.Epoch > _epochs || (!StepsLeft && _state.Batch == 0))
                {
                    break;
                }

                if (Epoch(validate, cancellationToken) is { } fault)
                {
                    end = (StopReason.NotFinite, fault);
                    break;
                }
            }
        }
        catch (OperationCanceledException cancelled) when (_whole && _options.Checkpoints is not null)
        {
            try
            {
                Save(_options.Checkpoints!.LastPath);
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                throw new OperationCanceledException($"{cancelled.Message} The last checkpoint could not be written: {error.Message}", error, cancelled.CancellationToken);
            }

            throw;
        }

        _best.Restore();
        _parts.Train(false);
        return new TrainingHistory([.. _state.Epochs], validate is null ? _state.Epochs.Count : _best.Epoch, end.Reason, end.Message) { Skipped = [.. _state.Skipped] };
    }

    // The rest of the running epoch; says what was not finite where training must end.
    private string? Epoch(Func<CancellationToken, ValidationFigures>? validate, CancellationToken cancellationToken)
    {
        string? fault = Train(cancellationToken);
        (EpochRecord record, bool better) = Validate(fault is null ? validate : null, cancellationToken);
        int batches = _state.Batch;
        _state.Epochs.Add(record);
        _state.Sums.Clear();
        (_state.Epoch, _state.Batch) = (_state.Epoch + 1, 0);
        if (fault is null)
        {
            MoveSchedules(ScheduleInterval.Epoch, record.ValidationLoss ?? record.TrainLoss);
            if (_options.Checkpoints is { } checkpoints)
            {
                Save(checkpoints.LastPath);
                if (better && checkpoints.KeepBest)
                {
                    Save(checkpoints.BestPath);
                }
            }
        }

        _progress?.Report(new TrainingProgress(record.Epoch, _epochs, batches, _loader.BatchCount, _runner.LastLoss, record));
        return fault;
    }

    // The figures of the epoch, of the average where there is one; the best weights are those that were validated.
    private (EpochRecord Record, bool Better) Validate(Func<CancellationToken, ValidationFigures>? validate, CancellationToken cancellationToken)
    {
        if (validate is null)
        {
            return (_state.Sums.Record(_state.Epoch, default), false);
        }

        _parts.Train(false);
        using NoGrad quiet = NoGrad.Enter();
        using IDisposable? average = _options.Average?.Apply();
        EpochRecord record = _state.Sums.Record(_state.Epoch, validate(cancellationToken));
        return (record, _best.Note(record));
    }

    private string? Train(CancellationToken cancellationToken)
    {
        _parts.Train(true);
        using IEnumerator<Batch> batches = _loader.Epoch(_state.Epoch - 1, _state.Batch).GetEnumerator();
        bool begins = true;
        while (_state.Batch < _loader.BatchCount && StepsLeft)
        {
            if (begins)
            {
                cancellationToken.ThrowIfCancellationRequested();
                _runner.BeginGroup();
                _whole = false;
            }

            bool ends = (_state.Batch + 1) % _options.Accumulation == 0 || _state.Batch + 1 == _loader.BatchCount || _state.Total + 1 == _options.Steps;
            SkippedStep? skipped = Step(batches, ends);
            if (skipped is not null && _options.NonFinite == NonFinitePolicy.Stop)
            {
                return $"{skipped.Reason} in epoch {_state.Epoch}, step {_state.Batch}; training stopped before it reached the weights. Try a smaller learning rate, clipping, or look for bad inputs.";
            }

            begins = ends;
            if (ends && _options.Checkpoints is { EverySteps: { } every } checkpoints && (_state.Batch / every) > ((_state.Batch - GroupLength()) / every))
            {
                Save(checkpoints.LastPath);
            }
        }

        return null;
    }

    // How many batches the group had that has just ended.
    private int GroupLength() => _state.Batch % _options.Accumulation == 0 ? _options.Accumulation : _state.Batch % _options.Accumulation;

    private SkippedStep? Step(IEnumerator<Batch> batches, bool ends)
    {
        using TensorScope scope = new();
        batches.MoveNext();
        string? fault = _runner.Run(batches.Current, _state.Epoch, _state.Batch + 1, _state.Total, ends, _state.Sums);
        _state.Batch++;
        _state.Total++;
        SkippedStep? skipped = null;
        if (fault is not null)
        {
            skipped = new SkippedStep(_state.Epoch, _state.Batch, fault);
            _state.Skipped.Add(skipped);
            _state.Sums.Skipped++;
        }

        if (_runner.Stepped)
        {
            _options.Average?.Update();
            MoveSchedules(ScheduleInterval.Step, null);
        }

        _whole = ends;
        _progress?.Report(new TrainingProgress(_state.Epoch, _epochs, _state.Batch, _loader.BatchCount, _runner.LastLoss, null) { Skipped = skipped, Statistics = _runner.Statistics });
        return skipped;
    }

    private void MoveSchedules(ScheduleInterval interval, double? figure)
    {
        foreach (TrainingSchedule schedule in _options.Schedules)
        {
            // An epoch whose steps were all left out has no figure.
            if (schedule.Every == interval && (figure is not null || !schedule.Schedule.NeedsFigure))
            {
                schedule.Schedule.Step(figure);
            }
        }
    }

    private void Save(string path)
    {
        _state.UseOrder(_loader);
        TrainerSnapshot.Take(_parts, _options, _state, _best).Write(path);
    }
}
