namespace Gradus.Cli;

/// <summary>What the user gave cannot be used; the message is the one line that is printed.</summary>
/// <param name="message">What came, what was needed, what to do.</param>
internal sealed class UsageException(string message) : Exception(message);
