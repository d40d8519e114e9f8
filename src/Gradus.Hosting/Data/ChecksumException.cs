namespace Gradus.Hosting.Data;

/// <summary>A file has not the checksum that it must have. One that came was thrown away; one that was given is as it was.</summary>
/// <param name="message">Which file, and both checksums.</param>
public sealed class ChecksumException(string message) : Exception(message);
