using Gradus.Learning.Data.Preprocessing;

namespace Gradus.Learning.Data.Tables;

/// <summary>What becomes of one column where it differs from the plan of the table; null leaves a setting as the plan has it.</summary>
public sealed record ColumnPlan
{
    /// <summary>How numbers are scaled.</summary>
    public Scaling? Scaling { get; init; }

    /// <summary>What takes the place of missing numbers.</summary>
    public Imputation? Imputation { get; init; }

    /// <summary>The number for <see cref="Imputation.Constant"/>; 0 by default.</summary>
    public double Fill { get; init; }

    /// <summary>Whether a column says what was missing.</summary>
    public bool? Indicator { get; init; }

    /// <summary>How often a category must stand in training rows to have a column of its own.</summary>
    public int? MinimumCount { get; init; }
}
