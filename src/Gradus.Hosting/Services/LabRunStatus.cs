namespace Gradus.Hosting.Services;

/// <summary>How far a lab run is.</summary>
public enum LabRunStatus
{
    /// <summary>It waits for a worker.</summary>
    Queued,

    /// <summary>It runs.</summary>
    Running,

    /// <summary>It ended with a result.</summary>
    Done,

    /// <summary>It ended with an error.</summary>
    Failed,

    /// <summary>It was cancelled.</summary>
    Cancelled,
}
