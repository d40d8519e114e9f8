namespace Gradus.Labs.Figures;

/// <summary>A picture as data: what is drawn, not how; one renderer turns it into SVG, another into characters.</summary>
public sealed record Figure
{
    /// <summary>What the picture shows.</summary>
    public required string Title { get; init; }

    /// <summary>The same in words for those who cannot see it: what is compared and what comes out.</summary>
    public required string Description { get; init; }

    /// <summary>The horizontal axis.</summary>
    public required Axis X { get; init; }

    /// <summary>The vertical axis.</summary>
    public required Axis Y { get; init; }

    /// <summary>What is drawn, back to front.</summary>
    public required IReadOnlyList<Mark> Marks { get; init; }
}
