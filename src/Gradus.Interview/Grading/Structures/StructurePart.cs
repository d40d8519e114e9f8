namespace Gradus.Interview.Grading.Structures;

/// <summary>One part of the structure that a round asks for.</summary>
/// <param name="Id">Its name: a lower-case word, such as <c>limitation</c>.</param>
/// <param name="Title">What it is, in a few words.</param>
/// <param name="Share">How much of it is there, 0 to 1.</param>
/// <param name="Note">One sentence: what shows it, or what to add.</param>
/// <param name="Evidence">The words that show it, or null.</param>
public sealed record StructurePart(string Id, string Title, double Share, string Note, Evidence? Evidence)
{
    /// <summary>Whether anything of it is there.</summary>
    public bool IsPresent => Share > 0;
}
