namespace Gradus.Learning.Data.Generated;

/// <summary>A document of <see cref="ToyFacts"/>: a few facts about one person.</summary>
/// <param name="Id">Its number, from 0.</param>
/// <param name="Title">The person.</param>
/// <param name="Text">The sentences.</param>
/// <param name="Facts">What they say: relation and value.</param>
public sealed record ToyDocument(int Id, string Title, string Text, IReadOnlyDictionary<string, string> Facts);
