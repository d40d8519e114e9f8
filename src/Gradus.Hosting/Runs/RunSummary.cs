namespace Gradus.Hosting.Runs;

/// <summary>A training run in a line.</summary>
public record RunSummary
{
    /// <summary>Its name among all runs.</summary>
    public required string Id { get; init; }

    /// <summary>What its author called it.</summary>
    public required string Name { get; init; }

    /// <summary>When it began.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>How it stands: <c>unfinished</c> (it runs or was killed), <c>interrupted</c>, <c>completed</c>, <c>earlyStopped</c> or <c>notFinite</c>.</summary>
    public required string Status { get; init; }

    /// <summary>The seed from which all others follow.</summary>
    public required ulong Seed { get; init; }

    /// <summary>The epochs that were run.</summary>
    public required int Epochs { get; init; }

    /// <summary>The best epoch, from 1; null where that is not known.</summary>
    public required int? BestEpoch { get; init; }

    /// <summary>The training loss of the best epoch, or of the last one where that is not known; null where there is none. So for the other figures.</summary>
    public required double? TrainLoss { get; init; }

    /// <summary>The validation loss, or null.</summary>
    public required double? ValidationLoss { get; init; }

    /// <summary>The validation metric, or null.</summary>
    public required double? ValidationMetric { get; init; }

    /// <summary>Steps that were left out because something was not finite.</summary>
    public required int SkippedSteps { get; init; }

    /// <summary>How long it took, without the time between a stop and a resume.</summary>
    public required double Seconds { get; init; }
}
