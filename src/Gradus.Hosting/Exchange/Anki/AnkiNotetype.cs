namespace Gradus.Hosting.Exchange.Anki;

/// <summary>How a note's fields become cards.</summary>
/// <param name="IsCloze">Whether its cards hide parts of one text.</param>
/// <param name="Fields">The names of its fields.</param>
/// <param name="Templates">Front and back of each of its cards.</param>
internal sealed record AnkiNotetype(bool IsCloze, IReadOnlyList<string> Fields, IReadOnlyList<(string Front, string Back)> Templates);
