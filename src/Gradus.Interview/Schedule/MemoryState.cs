namespace Gradus.Interview.Schedule;

/// <summary>What a memory model knows of one memory.</summary>
/// <param name="Stability">The number of days after which it is recalled with probability 0.9.</param>
/// <param name="Difficulty">How hard it is to make more stable, 1 to 10.</param>
public readonly record struct MemoryState(double Stability, double Difficulty);
