namespace Gradus.Web.Serving;

/// <summary>Something that went wrong, in words for the person who asked.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Title">What happened, in a few words.</param>
/// <param name="Detail">The cause, and what to do.</param>
/// <param name="Kind">The kind of thing that was not found, or null.</param>
/// <param name="Nearest">Ids near to the one that was not found.</param>
public sealed record Fault(int Status, string Title, string Detail, string? Kind = null, IReadOnlyList<string>? Nearest = null);
