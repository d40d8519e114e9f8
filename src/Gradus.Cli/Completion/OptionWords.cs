namespace Gradus.Cli.Completion;

/// <summary>An option as completion knows it.</summary>
/// <param name="Names">Its names, each with its hyphens.</param>
/// <param name="Values">What it may be, where that is known.</param>
/// <param name="TakesValue">Whether a value follows it.</param>
internal sealed record OptionWords(IReadOnlyList<string> Names, IReadOnlyList<string> Values, bool TakesValue);
