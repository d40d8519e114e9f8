using Gradus.Interview.Grading.Cues;
using Gradus.Interview.Grading.Likeness;
using Gradus.Interview.Grading.Text;

namespace Gradus.Interview.Grading.Rubrics;

/// <summary>What one or two neighbouring sentences show of a misconception, before it is weighed.</summary>
/// <param name="Match">The best cue, or null where none has a slot there.</param>
/// <param name="MetCues">How many cues are met.</param>
/// <param name="CueShare">How much of its cues is found on average.</param>
/// <param name="Wrong">The share of the wrong statement that stands there.</param>
/// <param name="Right">The share of the correction that stands there.</param>
internal sealed record MisconceptionSignals(CueMatch? Match, int MetCues, double CueShare, double Wrong, double Right)
{
    /// <summary>The largest share of one of the question's facts that stands there: who states a fact does not contradict it.</summary>
    public double Fact { get; init; }

    /// <summary>The largest mean share of the cues of one of the question's points.</summary>
    public double FactCues { get; init; }

    /// <summary>The sentences.</summary>
    public SentenceRun Where { get; init; }

    /// <summary>How the sentences stand to the passages that assert it, or null where the question has none.</summary>
    public PassageSignals? Passages { get; init; }

    /// <summary>Whether it is told as what others say or as what went wrong.</summary>
    public bool Reported { get; init; }
}
