namespace Gradus.Hosting.Figures;

/// <summary>Things in order, one a line, with an arc from each to what rests on it: a graph that fits a telephone.</summary>
/// <param name="Title">What the picture shows.</param>
/// <param name="Description">The same in words for those who cannot see it.</param>
/// <param name="Nodes">The lines, top to bottom; what is needed should stand above what needs it.</param>
public sealed record ArcMap(string Title, string Description, IReadOnlyList<ArcNode> Nodes);
