namespace Gradus.Learning.Schedules;

/// <summary>How a threshold of improvement is meant.</summary>
public enum ThresholdMode
{
    /// <summary>As a share of the best figure.</summary>
    Relative,

    /// <summary>As a difference from it.</summary>
    Absolute,
}
