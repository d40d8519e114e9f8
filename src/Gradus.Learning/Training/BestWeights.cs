using Gradus.Tensors;

namespace Gradus.Learning.Training;

/// <summary>Remembers the best epoch and its weights.</summary>
internal sealed class BestWeights(Module model, TrainerOptions options, bool validated)
{
    private IReadOnlyDictionary<string, Tensor>? _state;
    private double _best = double.NegativeInfinity;

    /// <summary>The number of the best epoch, from 1; 0 before the first.</summary>
    internal int Epoch { get; private set; }

    /// <summary>Takes note of an epoch.</summary>
    /// <returns>True when patience is at its end.</returns>
    internal bool Stale(EpochRecord record)
    {
        if (!validated)
        {
            return false;
        }

        double? figure = options.Metric is null ? -record.ValidationLoss : record.ValidationMetric;
        if (figure is { } value && double.IsFinite(value) && (Epoch == 0 || value > _best + options.MinimumImprovement))
        {
            _best = value;
            Epoch = record.Epoch;
            _state = options.RestoreBest ? model.StateDictionary() : null;
            return false;
        }

        return options.Patience is { } patience && record.Epoch - Epoch >= patience;
    }

    /// <summary>Puts the best weights back.</summary>
    internal void Restore()
    {
        if (_state is not null)
        {
            model.LoadStateDictionary(_state);
        }
    }
}
