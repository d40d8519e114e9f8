namespace Gradus.Labs;

/// <summary>One measured value on its way, for curves that move while a lab trains.</summary>
/// <param name="Seed">The seed of the run.</param>
/// <param name="Series">The curve's name, for example "validation loss, p = 0.5".</param>
/// <param name="X">The place on the horizontal axis, usually the epoch.</param>
/// <param name="Y">The value.</param>
/// <param name="Done">The share of the whole lab that is done, 0 to 1.</param>
public sealed record LabProgress(ulong Seed, string Series, double X, double Y, double Done);
