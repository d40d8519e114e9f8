using Gradus.Interview.Grading;
using Gradus.Interview.Grading.Cues;
using Gradus.Interview.Grading.Text;

namespace Gradus.Interview.Tests.Grading;

/// <summary>Asks whether one cue is met by one text.</summary>
internal static class CueGrading
{
    private const string Words = """
        batch-norm: [batch norm, batchnorm]
        test-time: [test time, inference]
        zero-out: [set to zero, switch off, mute, drop]
        """;

    public static bool IsMet(string cue, string text)
    {
        CompiledCue? compiled = CompiledCue.Of(cue, new HashSet<string>());
        Assert.NotNull(compiled);
        Vocabulary vocabulary = new();
        vocabulary.Add("scale neuron output training probability regularization multiply weight gradient vanish variance", targets: true);
        AnalysedText analysed = new(text, vocabulary);
        bool[] usable = new bool[analysed.SentenceCount];
        Array.Fill(usable, true);
        TermFinder finder = new(analysed, new ConceptIndex(Lexicon.Parse("lexicon.yaml", Words)));
        return new CueMatcher(finder).Best(compiled, 2, usable) is { IsMet: true };
    }
}
