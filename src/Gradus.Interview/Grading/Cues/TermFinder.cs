using Gradus.Interview.Grading.Text;

namespace Gradus.Interview.Grading.Cues;

/// <summary>Looks terms up in one text; remembers where the concepts stand, which many cues share.</summary>
internal sealed class TermFinder(AnalysedText text, ConceptIndex concepts)
{
    private readonly Dictionary<string, Occurrence[]> _concepts = new(StringComparer.Ordinal);
    private readonly bool[] _present = concepts.Present(text);
    private readonly List<Occurrence> _found = [];

    public AnalysedText Text => text;

    public Occurrence[] Concept(string name)
    {
        if (!_concepts.TryGetValue(name, out Occurrence[]? found))
        {
            concepts.Find(text, _present, name, _found);
            _concepts[name] = found = Collect();
        }

        return found;
    }

    public Occurrence[] Find(CompiledTerm term)
    {
        if (term.Concept is { } concept)
        {
            return Concept(concept);
        }

        if (term.Pattern is { } pattern)
        {
            pattern.Find(text, _found);
        }
        else
        {
            foreach (NumberSpan number in text.Numbers)
            {
                if (number.IsIn(term.Low, term.High))
                {
                    _found.Add(new Occurrence(number.First, number.Last, Denied: false));
                }
            }
        }

        return Collect();
    }

    private Occurrence[] Collect()
    {
        if (_found.Count == 0)
        {
            return [];
        }

        Occurrence[] found = [.. _found];
        _found.Clear();
        return found;
    }
}
