namespace Gradus.Hosting.Figures;

/// <summary>How the sign before a line of an <see cref="ArcMap"/> is filled; forms differ, so that no colour is needed to tell them apart.</summary>
public enum ArcMark
{
    /// <summary>An empty ring.</summary>
    Empty,

    /// <summary>A ring with a dot.</summary>
    Dot,

    /// <summary>A ring that is half full.</summary>
    Half,

    /// <summary>A full disc.</summary>
    Full,
}
