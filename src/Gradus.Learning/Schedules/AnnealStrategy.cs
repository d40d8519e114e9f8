namespace Gradus.Learning.Schedules;

/// <summary>How <see cref="OneCycleLR"/> goes from one rate to the next.</summary>
public enum AnnealStrategy
{
    /// <summary>As half a cosine.</summary>
    Cosine,

    /// <summary>In a straight line.</summary>
    Linear,
}
