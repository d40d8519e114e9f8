namespace Gradus.Interview.Sittings;

/// <summary>How far a sitting is.</summary>
public enum SittingStatus
{
    /// <summary>It has been started and can be resumed.</summary>
    Running,

    /// <summary>It ended in a report.</summary>
    Finished,

    /// <summary>It was given up.</summary>
    Abandoned,
}
