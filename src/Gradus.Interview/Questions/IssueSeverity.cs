namespace Gradus.Interview.Questions;

/// <summary>How much an issue of the bank weighs.</summary>
public enum IssueSeverity
{
    /// <summary>The bank works, but a reader or a candidate is served less well.</summary>
    Warning,

    /// <summary>The file cannot be used, or what it promises does not hold; <c>bank check</c> fails.</summary>
    Error,
}
