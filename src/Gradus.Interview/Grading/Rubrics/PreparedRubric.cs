using Gradus.Interview.Grading.Cues;
using Gradus.Interview.Grading.Guards;
using Gradus.Interview.Grading.Likeness;
using Gradus.Interview.Grading.Similarity;
using Gradus.Interview.Grading.Text;
using Gradus.Interview.Questions;

namespace Gradus.Interview.Grading.Rubrics;

/// <summary>A point, ready to be looked for.</summary>
/// <param name="Point">The point.</param>
/// <param name="Cues">Its cues, compiled.</param>
/// <param name="Profile">Its fact, profiled.</param>
/// <param name="Wide">Its fact together with the passage of the model answer that is nearest to it, profiled.</param>
/// <param name="CueStems">The stems that its cues know.</param>
internal sealed record PreparedPoint(RubricPoint Point, CompiledCue[] Cues, FactProfile Profile, FactProfile Wide, IReadOnlySet<string> CueStems);

/// <summary>A misconception with its cues compiled, its wrong and its right statement profiled.</summary>
internal sealed record PreparedMisconception(Misconception Misconception, CompiledCue[] Cues, FactProfile Wrong, FactProfile Right);

/// <summary>A question's rubric, compiled once.</summary>
internal sealed class PreparedRubric
{
    private PreparedRubric(PreparedPoint[] points, PreparedMisconception[] misconceptions, PassageIndex? passages, Echo echo)
    {
        Points = points;
        Misconceptions = misconceptions;
        Passages = passages;
        Echo = echo;
    }

    public PreparedPoint[] Points { get; }

    public PreparedMisconception[] Misconceptions { get; }

    /// <summary>What the question's passages teach, or null where it has none.</summary>
    public PassageIndex? Passages { get; }

    public Echo Echo { get; }

    public static PreparedRubric Of(Question question, Vocabulary vocabulary, ConceptIndex concepts, TermWeights weights, Lazy<WordSpace?> space)
    {
        string[] idStems = [.. Tokenizer.Tokens(question.Id).Where(token => token.IsWord).Select(token => token.Stem)];
        HashSet<string> topic = [.. concepts.Named(idStems)];
        CompiledCue[] Compile(IEnumerable<string> cues) => [.. cues.Select(cue => CompiledCue.Of(cue, topic)).OfType<CompiledCue>()];
        FactProfile Profile(string fact) => FactProfile.Of(fact, vocabulary, concepts, weights);
        TermFinder model = new(new AnalysedText(question.ModelAnswer, vocabulary), concepts);
        PreparedPoint Prepare(RubricPoint point)
        {
            FactProfile profile = Profile(point.Fact);
            CompiledCue[] cues = Compile(point.Cues);
            return new PreparedPoint(point, cues, profile, Profile($"{point.Fact} {Passage(model, profile)}"), CueStems(cues, concepts));
        }

        return new PreparedRubric(
            [.. question.Points.Select(Prepare)],
            [.. question.Misconceptions.Select(item => new PreparedMisconception(item, Compile(item.Cues), Profile(item.Wrong), Profile(item.Right)))],
            PassageIndex.Of(question, vocabulary, weights, space),
            new Echo([question.Ask, .. question.Openings], vocabulary));
    }

    /// <summary>The one or two sentences of the model answer that hold most of a fact.</summary>
    private static string Passage(TermFinder model, FactProfile fact)
    {
        AnalysedText text = model.Text;
        if (text.SentenceCount == 0)
        {
            return "";
        }

        bool[] all = new bool[text.SentenceCount];
        Array.Fill(all, true);
        SimilarityMatch nearest = new FactSimilarity(model).Of(fact).Best(2, all);
        int first = text.Range(nearest.FirstSentence).First, end = text.Range(nearest.LastSentence).End;
        return end > first ? text.Source[text.Tokens[first].Start..text.Tokens[end - 1].End] : "";
    }

    /// <summary>What cues demand, as stems: their words, and the forms of their concepts.</summary>
    private static HashSet<string> CueStems(CompiledCue[] cues, ConceptIndex concepts)
    {
        IEnumerable<CompiledTerm> terms = cues.SelectMany(cue => cue.Demanded).SelectMany(slot => slot.Parts).SelectMany(part => part);
        return terms.SelectMany(term => term.Concept is { } concept ? concepts.StemsOf(concept) : term.Pattern?.Stems ?? []).ToHashSet(StringComparer.Ordinal);
    }
}
