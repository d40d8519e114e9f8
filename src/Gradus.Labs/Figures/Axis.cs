namespace Gradus.Labs.Figures;

/// <summary>An axis of a figure.</summary>
/// <param name="Label">What it measures, with the unit.</param>
/// <param name="Minimum">Where it begins, or null to fit the data.</param>
/// <param name="Maximum">Where it ends, or null to fit the data.</param>
/// <param name="Logarithmic">Whether equal steps are equal ratios.</param>
/// <param name="Categories">Names for the places 0, 1, 2, ... or null for a numeric axis.</param>
public sealed record Axis(string Label, double? Minimum = null, double? Maximum = null, bool Logarithmic = false, IReadOnlyList<string>? Categories = null);
