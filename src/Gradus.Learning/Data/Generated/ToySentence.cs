namespace Gradus.Learning.Data.Generated;

/// <summary>A sentence of <see cref="ToyGrammar"/> with all that is known about it.</summary>
/// <param name="Text">The sentence, its words separated by spaces.</param>
/// <param name="Positive">Whether it speaks well of its subject; negations are counted in.</param>
/// <param name="Negated">Whether a "not" turns its adjective round.</param>
/// <param name="Paraphrase">The same in other words.</param>
/// <param name="Translation">The same in an invented language with its verb at the end and "not" before it.</param>
/// <param name="LogProbability">The natural logarithm of the probability with which the grammar makes it.</param>
public sealed record ToySentence(string Text, bool Positive, bool Negated, string Paraphrase, string Translation, double LogProbability);
