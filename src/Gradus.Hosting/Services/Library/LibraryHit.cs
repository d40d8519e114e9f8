using Gradus.Hosting.Services.Mastery;
using Gradus.Interview.Questions.Search;

namespace Gradus.Hosting.Services.Library;

/// <summary>A question that was found.</summary>
/// <param name="Concept">The question, and how well it is known.</param>
/// <param name="Fields">Where the words stand; empty where none were looked for.</param>
public sealed record LibraryHit(ConceptMastery Concept, IReadOnlyList<SearchField> Fields);
