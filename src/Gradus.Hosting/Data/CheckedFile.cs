namespace Gradus.Hosting.Data;

/// <summary>A file of a data set that was looked at.</summary>
/// <param name="File">The file of the catalog.</param>
/// <param name="State">How it was found.</param>
/// <param name="Path">Where it lies, or would lie.</param>
/// <param name="Sha256">The SHA-256 of its content; null where it is missing or damaged.</param>
public sealed record CheckedFile(CatalogedFile File, FileState State, string Path, string? Sha256);
