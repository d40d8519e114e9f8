namespace Gradus.Hosting.Figures;

/// <summary>Days as a calendar of squares, the darker the more there was.</summary>
/// <param name="Title">What the picture shows.</param>
/// <param name="Description">The same in words for those who cannot see it.</param>
/// <param name="Days">Each day with how much there was, in order and without gaps.</param>
public sealed record DayGrid(string Title, string Description, IReadOnlyList<(DateOnly Day, int Count)> Days);
