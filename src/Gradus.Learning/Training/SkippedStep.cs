namespace Gradus.Learning.Training;

/// <summary>A step that the guard left out.</summary>
/// <param name="Epoch">Its epoch, from 1.</param>
/// <param name="Step">Its place in the epoch, from 1.</param>
/// <param name="Reason">What was not finite, and where it came from as far as that can be told.</param>
public sealed record SkippedStep(int Epoch, int Step, string Reason);
