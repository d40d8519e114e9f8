using Gradus.Interview.Grading.Text;

namespace Gradus.Interview.Grading.Cues;

/// <summary>Looks terms up in one text and remembers what it found.</summary>
internal sealed class TermFinder(AnalysedText text, ConceptIndex concepts)
{
    private readonly Dictionary<string, List<Occurrence>> _concepts = new(StringComparer.Ordinal);
    private readonly Dictionary<CompiledTerm, List<Occurrence>> _terms = [];

    public AnalysedText Text => text;

    public IReadOnlyList<Occurrence> Concept(string name)
    {
        if (!_concepts.TryGetValue(name, out List<Occurrence>? found))
        {
            _concepts[name] = found = concepts.Find(text, name);
        }

        return found;
    }

    public IReadOnlyList<Occurrence> Find(CompiledTerm term)
    {
        if (term.Concept is { } concept)
        {
            return Concept(concept);
        }

        if (!_terms.TryGetValue(term, out List<Occurrence>? found))
        {
            found = [];
            if (term.Pattern is { } pattern)
            {
                pattern.Find(text, found);
            }
            else
            {
                found.AddRange(text.Numbers.Where(number => number.IsIn(term.Low, term.High)).Select(number => new Occurrence(number.First, number.Last, Denied: false)));
            }

            _terms[term] = found;
        }

        return found;
    }
}
