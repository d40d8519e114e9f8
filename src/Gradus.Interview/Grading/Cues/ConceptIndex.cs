using System.Runtime.CompilerServices;
using Gradus.Interview.Grading.Text;

namespace Gradus.Interview.Grading.Cues;

/// <summary>The lexicon, ready to be looked for.</summary>
internal sealed class ConceptIndex
{
    /// <summary>The number of the first stem of what has none, such as a formula: it counts as standing in every text.</summary>
    private const int NoStem = 0;

    private readonly Dictionary<string, Forms> _forms = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> _conceptsByFirstStem = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _firstStems = new(StringComparer.Ordinal);

    public ConceptIndex(Lexicon lexicon)
    {
        foreach ((string concept, IReadOnlyList<string> forms) in lexicon.Concepts)
        {
            Pattern[] patterns = [.. forms.Select(form => Pattern.Of(form, formula: false)).Where(pattern => !pattern.IsEmpty)];
            _forms[concept] = new Forms(patterns, Array.ConvertAll(patterns, FirstStem));
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
    public int FormCount(string concept) => _forms.TryGetValue(concept, out Forms forms) ? forms.Patterns.Length : 0;

    /// <summary>The stems of all forms of a concept.</summary>
    public IEnumerable<string> StemsOf(string concept) => _forms.TryGetValue(concept, out Forms forms) ? forms.Patterns.SelectMany(form => form.Stems) : [];

    /// <summary>The concepts of which one form is exactly these stems.</summary>
    public IEnumerable<string> Named(IReadOnlyList<string> stems) =>
        _forms.Where(entry => entry.Value.Patterns.Any(form => form.Stems.SequenceEqual(stems))).Select(entry => entry.Key);

    /// <summary>Which first stems of forms stand in a text, by their numbers.</summary>
    public bool[] Present(AnalysedText text)
    {
        bool[] present = new bool[_firstStems.Count + 1];
        present[NoStem] = true;
        foreach (string stem in text.Positions.Keys)
        {
            if (_firstStems.TryGetValue(stem, out int number))
            {
                present[number] = true;
            }
        }

        return present;
    }

    /// <summary>Adds every place where a concept stands in a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="present">What <see cref="Present"/> gives for the text: most forms are ruled out by their first stem alone.</param>
    /// <param name="concept">The concept's name.</param>
    /// <param name="found">Where the places are added.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Find(AnalysedText text, bool[] present, string concept, List<Occurrence> found)
    {
        if (!_forms.TryGetValue(concept, out Forms forms))
        {
            return;
        }

        for (int i = 0; i < forms.FirstStems.Length; i++)
        {
            if (present[forms.FirstStems[i]])
            {
                forms.Patterns[i].Find(text, found);
            }
        }
    }

    /// <summary>The concepts that may begin with a stem.</summary>
    public IReadOnlyList<string> Beginning(string stem) => _conceptsByFirstStem.GetValueOrDefault(stem) ?? (IReadOnlyList<string>)[];

    private int FirstStem(Pattern pattern)
    {
        if (pattern.Stems.Count == 0)
        {
            return NoStem;
        }

        string stem = pattern.Stems[0];
        if (!_firstStems.TryGetValue(stem, out int number))
        {
            _firstStems[stem] = number = _firstStems.Count + 1;
        }

        return number;
    }

    /// <summary>The surface forms of a concept, each with the number of its first stem.</summary>
    private readonly record struct Forms(Pattern[] Patterns, int[] FirstStems);
}
