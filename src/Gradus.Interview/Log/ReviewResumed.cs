namespace Gradus.Interview.Log;

/// <summary>A suspended question came back into the reviews.</summary>
/// <param name="Question">The question's id.</param>
public sealed record ReviewResumed(string Question) : LogEvent
{
    /// <inheritdoc/>
    public override string Stream => "review:" + Question;

    /// <inheritdoc/>
    public override string? AboutQuestion => Question;
}
