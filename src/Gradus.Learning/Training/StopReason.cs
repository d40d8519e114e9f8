namespace Gradus.Learning.Training;

/// <summary>Why a training ended.</summary>
public enum StopReason
{
    /// <summary>All epochs were run.</summary>
    Completed,

    /// <summary>The validation did not get better for as long as patience lasts.</summary>
    EarlyStopped,

    /// <summary>A loss or a gradient was no finite number.</summary>
    NotFinite,
}
