namespace Gradus.Hosting.Reports;

/// <summary>A line on what was said in a round.</summary>
/// <param name="Label">What it is about, such as "Earned".</param>
/// <param name="Text">What there is to say.</param>
/// <param name="Said">The person's own words that belong to it, or null.</param>
/// <param name="IsWrong">Whether the words are wrong; they then stand before the text, which puts them right.</param>
internal sealed record ReportLine(string Label, string Text, string? Said = null, bool IsWrong = false);
