namespace Gradus.Hosting.Data;

/// <summary>How far a download is.</summary>
/// <param name="Name">The file.</param>
/// <param name="Bytes">The bytes that are there.</param>
/// <param name="Total">The bytes that there will be, as the server says; null where it says nothing.</param>
public readonly record struct DownloadProgress(string Name, long Bytes, long? Total);
