namespace Gradus.Hosting.Data;

/// <summary>A file could not be had from its address.</summary>
/// <param name="message">What came, what was needed, what to do.</param>
/// <param name="inner">What lies behind it.</param>
public sealed class DownloadException(string message, Exception? inner = null) : Exception(message, inner);
