namespace Gradus.Interview.Grading.Cues;

/// <summary>A place where a term was found.</summary>
/// <param name="First">Its first token.</param>
/// <param name="Last">Its last token.</param>
/// <param name="Denied">Whether it stands in the scope of a negation from outside.</param>
internal readonly record struct Occurrence(int First, int Last, bool Denied)
{
    /// <summary>Whether it lies between two tokens, the second one excluded.</summary>
    public bool IsInside(int start, int end) => First >= start && Last < end;

    public bool Overlaps(Occurrence other) => First <= other.Last && other.First <= Last;
}
