using Gradus.Interview.Grading.Cues;
using Gradus.Interview.Grading.Likeness;
using Gradus.Interview.Grading.Similarity;
using Gradus.Interview.Grading.Text;

namespace Gradus.Interview.Grading.Rubrics;

/// <summary>What was seen of one point in an answer, before it is weighed.</summary>
/// <param name="Cue">The best cue, or null where none has a slot in the answer.</param>
/// <param name="MetCues">How many cues are met.</param>
/// <param name="Meaning">How much the words that the best cue found say, as inverse document frequency.</param>
/// <param name="OneSentence">The share of the fact found in the best single sentence.</param>
/// <param name="Window">The best window of up to three sentences.</param>
internal sealed record PointSignals(CueMatch? Cue, int MetCues, double Meaning, SimilarityMatch OneSentence, SimilarityMatch Window)
{
    /// <summary>The sentences that decide: those of the cue that is met, else those nearest to the passages, else those that hold most of the fact.</summary>
    public SentenceRun Deciding { get; init; }

    /// <summary>How much of the question's other facts the answer holds, on average: whether it is on the topic at all.</summary>
    public double Topic { get; init; }

    /// <summary>How much of the fact the deciding sentences turn into its opposite.</summary>
    public double Conflict { get; init; }

    /// <summary>How much of the fact the deciding sentences deny, or say where the fact denies it.</summary>
    public double Denied { get; init; }

    /// <summary>The one wrong word that turns the fact into another, or null.</summary>
    public Swap? Swap { get; init; }

    /// <summary>How far the answer names things rather than says something about them.</summary>
    public double Naming { get; init; }

    /// <summary>How much of its cues is found on average, each in its best place.</summary>
    public double CueShare { get; init; }

    /// <summary>The share of the fact and of what the model answer says about it in the best window of up to two sentences.</summary>
    public double Wide { get; init; }

    /// <summary>How much of what one or two neighbouring sentences say, at most, is in words that the cues know.</summary>
    public double CueWords { get; init; }

    /// <summary>The share of the question's other points for which a cue is met: where cues alone count, who knows those is believed more readily.</summary>
    public double Others { get; init; }

    /// <summary>How the answer stands to the passages that say the point, or null where the question has none.</summary>
    public PassageMatch? Passages { get; init; }

    /// <summary>By how much the whole answer is nearer to another question than to this one; 0 where the bank cannot tell.</summary>
    public double Elsewhere { get; init; }

    /// <summary>How long the answer is, 1 from some two spoken minutes up: a long answer on the topic says more.</summary>
    public double Length { get; init; }
}
