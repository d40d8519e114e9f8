namespace Gradus.Learning.Training;

/// <summary>When a schedule is moved on.</summary>
public enum ScheduleInterval
{
    /// <summary>After each step that changed weights; the steps that the guard left out do not count.</summary>
    Step,

    /// <summary>After each epoch and its validation.</summary>
    Epoch,
}
