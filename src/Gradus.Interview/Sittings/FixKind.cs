namespace Gradus.Interview.Sittings;

/// <summary>Why something is to be fixed.</summary>
public enum FixKind
{
    /// <summary>Something wrong was said.</summary>
    Misconception,

    /// <summary>Nothing was said to the question.</summary>
    Unanswered,

    /// <summary>A point of the rubric was missed.</summary>
    MissedPoint,

    /// <summary>A part of the round's structure was missing.</summary>
    MissingPart,
}
