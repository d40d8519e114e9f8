namespace Gradus.Learning.Training.Runs;

/// <summary>How a run stands.</summary>
public enum RunStatus
{
    /// <summary>Its file has no end: it is running, or was killed.</summary>
    Unfinished,

    /// <summary>It was cancelled or ended by an error.</summary>
    Interrupted,

    /// <summary>All epochs were run.</summary>
    Completed,

    /// <summary>The validation did not get better for as long as patience lasts.</summary>
    EarlyStopped,

    /// <summary>A loss or a gradient was no finite number.</summary>
    NotFinite,
}
