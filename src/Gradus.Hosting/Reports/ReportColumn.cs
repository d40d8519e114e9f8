namespace Gradus.Hosting.Reports;

/// <summary>A column of a report's table.</summary>
/// <param name="Head">Its name.</param>
/// <param name="Number">Whether its cells are numbers, which stand to the right.</param>
internal sealed record ReportColumn(string Head, bool Number = false);
