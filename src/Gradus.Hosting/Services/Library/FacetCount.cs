namespace Gradus.Hosting.Services.Library;

/// <summary>How many questions a value of a facet would leave.</summary>
/// <param name="Value">The value as an address names it.</param>
/// <param name="Count">How many questions fit it and everything else that is asked for.</param>
public sealed record FacetCount(string Value, int Count);
