namespace Gradus.Learning.Data.Leakage;

/// <summary>One leak that was found.</summary>
/// <param name="Kind">What kind it is.</param>
/// <param name="Message">What leaks where, how much, and what to do.</param>
/// <param name="Rows">Rows that show it, at most ten; empty where it is one of a column.</param>
public sealed record Leak(LeakKind Kind, string Message, IReadOnlyList<int> Rows);
