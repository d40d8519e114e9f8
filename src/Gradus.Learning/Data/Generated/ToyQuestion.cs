namespace Gradus.Learning.Data.Generated;

/// <summary>A question about the documents of <see cref="ToyFacts"/>.</summary>
/// <param name="Text">The question.</param>
/// <param name="Paraphrase">The same question in other words.</param>
/// <param name="Answer">The answer; null where no document has it.</param>
/// <param name="Document">The number of the document that has the answer; null where none has.</param>
public sealed record ToyQuestion(string Text, string Paraphrase, string? Answer, int? Document);
