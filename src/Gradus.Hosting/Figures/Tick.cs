namespace Gradus.Hosting.Figures;

/// <summary>A named place on an axis.</summary>
/// <param name="Value">Where it is.</param>
/// <param name="Name">What is written there.</param>
internal readonly record struct Tick(double Value, string Name);
