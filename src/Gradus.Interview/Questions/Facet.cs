namespace Gradus.Interview.Questions;

/// <summary>The four parts of a PREP answer; each point of a rubric belongs to one.</summary>
public enum Facet
{
    /// <summary>What the concept is.</summary>
    Principle,

    /// <summary>Why it works, or which problem it solves.</summary>
    Reason,

    /// <summary>A calculation, a piece of code or a concrete case.</summary>
    Example,

    /// <summary>What goes wrong when it is misused.</summary>
    Pitfall,
}
