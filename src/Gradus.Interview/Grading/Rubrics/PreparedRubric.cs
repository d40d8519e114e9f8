using Gradus.Interview.Grading.Cues;
using Gradus.Interview.Grading.Guards;
using Gradus.Interview.Grading.Similarity;
using Gradus.Interview.Grading.Text;
using Gradus.Interview.Questions;

namespace Gradus.Interview.Grading.Rubrics;

/// <summary>A point with its cues compiled and its fact profiled.</summary>
internal sealed record PreparedPoint(RubricPoint Point, CompiledCue[] Cues, FactProfile Profile);

/// <summary>A misconception with its cues compiled, its wrong and its right statement profiled.</summary>
internal sealed record PreparedMisconception(Misconception Misconception, CompiledCue[] Cues, FactProfile Wrong, FactProfile Right);

/// <summary>A question's rubric, compiled once.</summary>
internal sealed class PreparedRubric
{
    private PreparedRubric(PreparedPoint[] points, PreparedMisconception[] misconceptions, Echo echo)
    {
        Points = points;
        Misconceptions = misconceptions;
        Echo = echo;
    }

    public PreparedPoint[] Points { get; }

    public PreparedMisconception[] Misconceptions { get; }

    public Echo Echo { get; }

    public static PreparedRubric Of(Question question, Vocabulary vocabulary, ConceptIndex concepts, TermWeights weights)
    {
        string[] idStems = [.. Tokenizer.Tokens(question.Id).Where(token => token.IsWord).Select(token => token.Stem)];
        HashSet<string> topic = [.. concepts.Named(idStems)];
        CompiledCue[] Compile(IEnumerable<string> cues) => [.. cues.Select(cue => CompiledCue.Of(cue, topic)).OfType<CompiledCue>()];
        FactProfile Profile(string fact) => FactProfile.Of(fact, vocabulary, concepts, weights);
        return new PreparedRubric(
            [.. question.Points.Select(point => new PreparedPoint(point, Compile(point.Cues), Profile(point.Fact)))],
            [.. question.Misconceptions.Select(item => new PreparedMisconception(item, Compile(item.Cues), Profile(item.Wrong), Profile(item.Right)))],
            new Echo([question.Ask, .. question.Openings]));
    }
}
