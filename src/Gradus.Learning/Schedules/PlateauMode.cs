namespace Gradus.Learning.Schedules;

/// <summary>Which figures <see cref="ReduceLROnPlateau"/> takes for better.</summary>
public enum PlateauMode
{
    /// <summary>Smaller ones, as of a loss.</summary>
    Min,

    /// <summary>Larger ones, as of an accuracy.</summary>
    Max,
}
