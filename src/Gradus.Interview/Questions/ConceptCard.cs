namespace Gradus.Interview.Questions;

/// <summary>Five lines to rehearse a concept by.</summary>
/// <param name="What">What it is.</param>
/// <param name="Why">Why it works.</param>
/// <param name="How">How it is done.</param>
/// <param name="When">When to use it, and when not.</param>
/// <param name="Pitfall">What goes wrong.</param>
public sealed record ConceptCard(string What, string Why, string How, string When, string Pitfall);
