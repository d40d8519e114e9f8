namespace Gradus.Labs.Figures;

/// <summary>Something that is drawn in a figure.</summary>
/// <param name="Label">Its name in the legend, or empty for none.</param>
public abstract record Mark(string Label);

/// <summary>A line through points.</summary>
/// <param name="Label">Its name in the legend.</param>
/// <param name="Xs">Horizontal places.</param>
/// <param name="Ys">Values, as many as places; NaN breaks the line.</param>
/// <param name="Dashed">Whether it is a reference, drawn dashed.</param>
public sealed record LineMark(string Label, IReadOnlyList<double> Xs, IReadOnlyList<double> Ys, bool Dashed = false) : Mark(Label);

/// <summary>A band between two lines, such as the spread over seeds.</summary>
/// <param name="Label">Its name in the legend.</param>
/// <param name="Xs">Horizontal places.</param>
/// <param name="Lows">Lower values.</param>
/// <param name="Highs">Upper values.</param>
public sealed record BandMark(string Label, IReadOnlyList<double> Xs, IReadOnlyList<double> Lows, IReadOnlyList<double> Highs) : Mark(Label);

/// <summary>Bars from zero.</summary>
/// <param name="Label">Its name in the legend.</param>
/// <param name="Xs">Horizontal places of the bars' centres.</param>
/// <param name="Heights">Their heights.</param>
public sealed record BarMark(string Label, IReadOnlyList<double> Xs, IReadOnlyList<double> Heights) : Mark(Label);

/// <summary>Points.</summary>
/// <param name="Label">Its name in the legend.</param>
/// <param name="Xs">Horizontal places.</param>
/// <param name="Ys">Vertical places.</param>
public sealed record PointMark(string Label, IReadOnlyList<double> Xs, IReadOnlyList<double> Ys) : Mark(Label);
