using Gradus.Labs.Figures;

namespace Gradus.Labs;

/// <summary>What a lab measured over its seeds.</summary>
public sealed record LabResult
{
    /// <summary>The lab's id.</summary>
    public required string Id { get; init; }

    /// <summary>The claim that was put to the test.</summary>
    public required string Hypothesis { get; init; }

    /// <summary>What the measurement says of it.</summary>
    public required LabVerdict Verdict { get; init; }

    /// <summary>The mean effect over the seeds, in the unit that the lab states.</summary>
    public required double Effect { get; init; }

    /// <summary>The 95 % interval of the mean effect.</summary>
    public required Interval Interval { get; init; }

    /// <summary>The seeds that were run.</summary>
    public required IReadOnlyList<ulong> Seeds { get; init; }

    /// <summary>Everything measured, by name, as means over the seeds.</summary>
    public required IReadOnlyDictionary<string, double> Measures { get; init; }

    /// <summary>SHA-256 over the bits of every measured value: equal seeds give equal digests.</summary>
    public required string Digest { get; init; }

    /// <summary>One or two sentences that say what was seen, with the figures.</summary>
    public required string Conclusion { get; init; }

    /// <summary>The pictures.</summary>
    public required IReadOnlyList<Figure> Figures { get; init; }
}
