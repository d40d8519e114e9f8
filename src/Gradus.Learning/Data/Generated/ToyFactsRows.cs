namespace Gradus.Learning.Data.Generated;

/// <summary>What <see cref="ToyFacts"/> makes.</summary>
/// <param name="Documents">The documents.</param>
/// <param name="Questions">The questions, those with and those without an answer in random order.</param>
public sealed record ToyFactsRows(IReadOnlyList<ToyDocument> Documents, IReadOnlyList<ToyQuestion> Questions);
