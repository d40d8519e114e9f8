namespace Gradus.Hosting.Backups;

/// <summary>What an import did.</summary>
/// <param name="Added">How many events were added.</param>
/// <param name="Known">How many were in the log already.</param>
/// <param name="FilesTaken">How many question files were taken.</param>
/// <param name="FilesKept">How many question files were left as they are here, because they are the same or newer.</param>
/// <param name="Notices">What is to be known of the files that were taken: what the linter finds in them.</param>
public sealed record ImportResult(int Added, int Known, int FilesTaken = 0, int FilesKept = 0, IReadOnlyList<string>? Notices = null);
