using Gradus.Interview.Grading.Cues;

namespace Gradus.Interview.Grading.Structures;

/// <summary>The words by which the parts of a structure are heard, read from <c>structure-words.yaml</c> in this assembly.</summary>
/// <remarks>Apart from the bank's lexicon, whose concepts take part in how facts are recognised.</remarks>
internal static class StructureWords
{
    private const string Resource = "Gradus.Interview.Grading.Structures.structure-words.yaml";

    /// <summary>The words.</summary>
    public static Lexicon Words { get; } = Load();

    /// <summary>The words, ready to be looked for.</summary>
    public static ConceptIndex Index { get; } = new(Words);

    private static Lexicon Load()
    {
        using Stream stream = typeof(StructureWords).Assembly.GetManifestResourceStream(Resource) ?? throw new InvalidOperationException($"{Resource} is not in the assembly.");
        using StreamReader reader = new(stream);
        return Lexicon.Parse(Resource, reader.ReadToEnd());
    }
}
