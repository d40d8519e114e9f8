namespace Gradus.Hosting.Runs;

/// <summary>A step that a run left out.</summary>
/// <param name="Epoch">Its epoch, from 1.</param>
/// <param name="Step">Its place in the epoch, from 1.</param>
/// <param name="Reason">Why.</param>
public sealed record RunSkip(int Epoch, int Step, string Reason);
