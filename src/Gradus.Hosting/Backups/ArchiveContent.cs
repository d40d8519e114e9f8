namespace Gradus.Hosting.Backups;

/// <summary>What an export holds.</summary>
/// <param name="Events">The log, in order.</param>
/// <param name="Files">The question files of the person's own.</param>
internal sealed record ArchiveContent(IReadOnlyList<ArchivedEvent> Events, IReadOnlyList<ArchivedFile> Files);
