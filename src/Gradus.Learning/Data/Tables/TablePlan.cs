using Gradus.Learning.Data.Preprocessing;

namespace Gradus.Learning.Data.Tables;

/// <summary>How a mixed table becomes numbers for a network.</summary>
public sealed record TablePlan
{
    /// <summary>The columns that are taken as amounts; null, the default, for every column of numbers that stands in none of the other lists.</summary>
    public IReadOnlyList<string>? Numbers { get; init; }

    /// <summary>The columns that are taken as categories, numbers among them that are codes; null, the default, for every column of texts.</summary>
    public IReadOnlyList<string>? Categories { get; init; }

    /// <summary>The columns that are left out: the target, identifiers, what is known only afterwards.</summary>
    public IReadOnlyList<string> Ignore { get; init; } = [];

    /// <summary>How numbers are scaled; z-scores by default.</summary>
    public Scaling Scaling { get; init; } = Scaling.Standard;

    /// <summary>What takes the place of missing numbers; the median by default.</summary>
    public Imputation Imputation { get; init; } = Imputation.Median;

    /// <summary>Whether a column of 0 and 1 follows each column of numbers that has missing ones in the training rows; true by default.</summary>
    public bool Indicators { get; init; } = true;

    /// <summary>How often a category must stand in training rows to have a column of its own; rarer ones share one. 1 by default.</summary>
    public int MinimumCount { get; init; } = 1;

    /// <summary>What becomes of single columns where it differs, by name.</summary>
    public IReadOnlyDictionary<string, ColumnPlan> Columns { get; init; } = new Dictionary<string, ColumnPlan>(StringComparer.Ordinal);
}
