using Gradus.Tensors;

namespace Gradus.Learning.Training;

/// <summary>Remembers the best epoch and its weights, and how long ago it was.</summary>
internal sealed class BestEpoch(TrainingParts parts, TrainerOptions options, bool validated)
{
    private double _figure = double.NegativeInfinity;

    // Whether the best epoch has a metric: from then on the loss decides nothing.
    private bool _byMetric;

    /// <summary>The number of the best epoch, from 1; 0 before the first.</summary>
    internal int Epoch { get; private set; }

    /// <summary>Its figure, of which more is better; null before the first.</summary>
    internal double? Figure => Epoch == 0 ? null : _figure;

    /// <summary>The weights and buffers of each model then; null where they need not be kept.</summary>
    internal IReadOnlyDictionary<string, IReadOnlyDictionary<string, Tensor>>? Weights { get; private set; }

    /// <summary>Takes note of an epoch.</summary>
    /// <returns>Whether it is the best so far.</returns>
    internal bool Note(EpochRecord record)
    {
        bool byMetric = options.Metric is not null || record.ValidationMetric is not null;
        double? figure = !validated ? null : byMetric ? record.ValidationMetric : -record.ValidationLoss;
        bool first = Epoch == 0 || (byMetric && !_byMetric);
        if (figure is not { } value || !double.IsFinite(value) || (_byMetric && !byMetric) || (!first && !(value > _figure + options.MinimumImprovement)))
        {
            return false;
        }

        (_figure, _byMetric, Epoch) = (value, byMetric, record.Epoch);
        Weights = options.RestoreBest ? parts.Models.ToDictionary(entry => entry.Key, entry => entry.Value.StateDictionary(), StringComparer.Ordinal) : null;
        return true;
    }

    /// <summary>Goes on from a checkpoint.</summary>
    internal void Resume(TrainerState state, IReadOnlyDictionary<string, IReadOnlyDictionary<string, Tensor>>? weights) =>
        (Epoch, _figure, _byMetric, Weights) = (state.BestEpoch, state.BestFigure ?? double.NegativeInfinity, state.BestEpoch > 0 && state.Epochs[state.BestEpoch - 1].ValidationMetric is not null, weights);

    /// <summary>Whether patience is at its end after an epoch.</summary>
    internal bool Stale(int epoch) => validated && options.Patience is { } patience && epoch - Epoch >= patience;

    /// <summary>Puts the best weights back.</summary>
    internal void Restore()
    {
        foreach ((string name, IReadOnlyDictionary<string, Tensor> weights) in Weights ?? new Dictionary<string, IReadOnlyDictionary<string, Tensor>>())
        {
            parts.Models[name].LoadStateDictionary(weights);
        }
    }
}
