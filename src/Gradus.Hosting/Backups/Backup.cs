namespace Gradus.Hosting.Backups;

/// <summary>A copy of the database.</summary>
/// <param name="Path">Its file.</param>
/// <param name="At">When it was made (UTC).</param>
public sealed record Backup(string Path, DateTimeOffset At);
