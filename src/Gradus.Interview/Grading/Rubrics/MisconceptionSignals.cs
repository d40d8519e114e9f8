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
    /// <summary>The sentences.</summary>
    public SentenceRun Where { get; init; }

    /// <summary>How the sentences stand to the passages that assert it, or null where the question has none.</summary>
    public PassageSignals? Passages { get; init; }

    /// <summary>How strongly the passages say that one of the question's points stands there: who states a fact does not contradict it.</summary>
    public double FactStrength { get; init; }

    /// <summary>The same from directions in the space of words.</summary>
    public double FactMeaning { get; init; }

    /// <summary>How much of the question's facts the whole answer states, 0 to 1: who knows most of them seldom believes the opposite. 0 too where the question has no passages to tell it by.</summary>
    public double Stated { get; init; }

    /// <summary>By how much a longer answer states fewer facts than nearly all who believe something definite: it names things and asserts neither what is right nor what is wrong.</summary>
    public double Empty { get; init; }

    /// <summary>Whether it is told as what others say or as what went wrong.</summary>
    public bool Reported { get; init; }
}
