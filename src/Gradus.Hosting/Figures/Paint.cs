namespace Gradus.Hosting.Figures;

/// <summary>How a mark is coloured.</summary>
/// <param name="Class">The class that a style sheet can paint.</param>
/// <param name="Colour">The colour where there is no style sheet.</param>
/// <param name="Dash">The pattern of a dashed line, or null.</param>
internal sealed record Paint(string Class, string Colour, string? Dash);
