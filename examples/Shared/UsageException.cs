namespace Gradus.Examples;

/// <summary>An option that is none, or a value that it cannot have.</summary>
internal sealed class UsageException(string message) : Exception(message);
