namespace Gradus.Hosting.Backups;

/// <summary>What an import did.</summary>
/// <param name="Added">How many events were added.</param>
/// <param name="Known">How many were in the log already.</param>
public sealed record ImportResult(int Added, int Known);
