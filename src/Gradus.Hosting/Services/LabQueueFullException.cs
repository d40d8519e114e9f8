namespace Gradus.Hosting.Services;

/// <summary>Too many lab runs wait for the worker.</summary>
/// <param name="most">How many may wait.</param>
public sealed class LabQueueFullException(int most) : Exception($"{most} lab runs are waiting already; try again when one has ended, or cancel one.");
