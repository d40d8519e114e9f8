namespace Gradus.Hosting.Services;

/// <summary>A sitting cannot do what was asked where it stands now: finished, or its round was answered elsewhere meanwhile.</summary>
/// <param name="message">What stands in the way and what to do.</param>
public sealed class SittingStateException(string message) : Exception(message);
