namespace Gradus.Labs;

/// <summary>What a lab's measurement says of its hypothesis.</summary>
public enum LabVerdict
{
    /// <summary>The interval of the effect lies on the side that the hypothesis predicts.</summary>
    Holds,

    /// <summary>The interval lies on the other side.</summary>
    Refuted,

    /// <summary>The interval covers the threshold: more seeds are needed.</summary>
    Inconclusive,
}
