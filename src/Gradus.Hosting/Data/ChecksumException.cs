namespace Gradus.Hosting.Data;

/// <summary>A file that came has not the checksum that it must have; it was thrown away.</summary>
/// <param name="message">Which file, and both checksums.</param>
public sealed class ChecksumException(string message) : Exception(message);
