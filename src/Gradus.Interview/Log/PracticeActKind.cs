namespace Gradus.Interview.Log;

/// <summary>What counts as practice.</summary>
public enum PracticeActKind
{
    /// <summary>An answer was submitted.</summary>
    Answer,

    /// <summary>A question was reviewed and rated without a written answer.</summary>
    Review,

    /// <summary>A lab was run.</summary>
    Lab,
}
