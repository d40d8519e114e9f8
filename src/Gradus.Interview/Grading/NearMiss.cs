namespace Gradus.Interview.Grading;

/// <summary>How a candidate's own words that came near to a point are shown.</summary>
public static class NearMiss
{
    /// <summary>What stands before those words.</summary>
    /// <param name="wrongWord">The one word of them that turns the fact into another, or null.</param>
    /// <returns>The lead, with its colon.</returns>
    public static string Lead(string? wrongWord) => wrongWord is null ? "You came near with:" : $"Nearly said, but “{wrongWord}” is the wrong word there:";
}
