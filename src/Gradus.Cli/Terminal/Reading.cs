namespace Gradus.Cli.Terminal;

/// <summary>What a person typed.</summary>
/// <param name="End">How it ended.</param>
/// <param name="Text">The text.</param>
/// <param name="Elapsed">The time spent, that of an earlier draft included.</param>
internal sealed record Reading(ReadingEnd End, string Text, TimeSpan Elapsed);
