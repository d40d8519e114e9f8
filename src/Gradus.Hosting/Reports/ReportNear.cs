namespace Gradus.Hosting.Reports;

/// <summary>The person's own words that came near.</summary>
/// <param name="Lead">What stands before them.</param>
/// <param name="Words">The words.</param>
internal sealed record ReportNear(string Lead, string Words);
