namespace Gradus.Learning.Data.Leakage;

/// <summary>How something that is not known at the time of prediction reaches a network.</summary>
public enum LeakKind
{
    /// <summary>The same row stands in two parts of a split.</summary>
    DuplicateRows,

    /// <summary>One patient, or another group, has rows in two parts of a split.</summary>
    SharedGroup,

    /// <summary>Figures of preprocessing were taken from rows outside the training part.</summary>
    FittedOutsideTraining,

    /// <summary>A column says the target.</summary>
    TargetInColumn,
}
