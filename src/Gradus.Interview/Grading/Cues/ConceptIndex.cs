using Gradus.Interview.Grading.Text;

namespace Gradus.Interview.Grading.Cues;

/// <summary>The lexicon, ready to be looked for.</summary>
internal sealed class ConceptIndex
{
    private readonly Dictionary<string, Pattern[]> _forms = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> _conceptsByFirstStem = new(StringComparer.Ordinal);

    public ConceptIndex(Lexicon lexicon)
    {
        foreach ((string concept, IReadOnlyList<string> forms) in lexicon.Concepts)
        {
            Pattern[] patterns = [.. forms.Select(form => Pattern.Of(form, formula: false)).Where(pattern => !pattern.IsEmpty)];
            _forms[concept] = patterns;
            foreach (string stem in patterns.Where(pattern => pattern.Stems.Count > 0).Select(pattern => pattern.Stems[0]).Distinct())
            {
                if (!_conceptsByFirstStem.TryGetValue(stem, out List<string>? concepts))
                {
                    _conceptsByFirstStem[stem] = concepts = [];
                }

                concepts.Add(concept);
            }
        }
    }

    /// <summary>How many surface forms a concept has; the fewer, the more it says.</summary>
    public int FormCount(string concept) => _forms.TryGetValue(concept, out Pattern[]? forms) ? forms.Length : 0;

    /// <summary>The stems of all forms of a concept.</summary>
    public IEnumerable<string> StemsOf(string concept) => _forms.GetValueOrDefault(concept, []).SelectMany(form => form.Stems);

    /// <summary>The concepts of which one form is exactly these stems.</summary>
    public IEnumerable<string> Named(IReadOnlyList<string> stems) =>
        _forms.Where(entry => entry.Value.Any(form => form.Stems.SequenceEqual(stems))).Select(entry => entry.Key);

    /// <summary>Where a concept stands in a text.</summary>
    public List<Occurrence> Find(AnalysedText text, string concept)
    {
        List<Occurrence> found = [];
        foreach (Pattern form in _forms.GetValueOrDefault(concept, []))
        {
            form.Find(text, found);
        }

        return found;
    }

    /// <summary>The concepts that may begin with a stem.</summary>
    public IReadOnlyList<string> Beginning(string stem) => _conceptsByFirstStem.GetValueOrDefault(stem) ?? (IReadOnlyList<string>)[];
}
