namespace Gradus.Hosting.Figures;

/// <summary>A line of an <see cref="ArcMap"/>.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Label">What it is called.</param>
/// <param name="Share">How much of it is there, 0 to 1, drawn as a bar.</param>
/// <param name="Mark">How its sign is filled.</param>
/// <param name="Href">Where it leads, or null.</param>
/// <param name="Needs">The ids of what it rests on; those that the map does not hold are passed over.</param>
public sealed record ArcNode(string Id, string Label, double Share, ArcMark Mark, string? Href, IReadOnlyList<string> Needs)
{
    /// <summary>Whether it belongs elsewhere and is here only because something rests on it; drawn paler.</summary>
    public bool IsAside { get; init; }
}
