namespace Gradus.Hosting.Services.Authoring;

/// <summary>A question file cannot be stored; nothing was written.</summary>
/// <param name="message">What stands in the way and what to do.</param>
public sealed class AuthoringException(string message) : Exception(message);
