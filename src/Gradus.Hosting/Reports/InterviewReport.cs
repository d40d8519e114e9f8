using System.Text.Json;
using Gradus.Hosting.Json;
using Gradus.Hosting.Services;
using Gradus.Interview.Sittings;

namespace Gradus.Hosting.Reports;

/// <summary>Saves the report of a finished interview.</summary>
public static class InterviewReport
{
    /// <summary>Writes a report.</summary>
    /// <param name="application">The services: earlier interviews are compared.</param>
    /// <param name="sitting">The finished sitting.</param>
    /// <param name="format">The form.</param>
    /// <param name="zone">The time zone of its dates.</param>
    /// <returns>The text of the file; the same sitting gives the same text.</returns>
    /// <exception cref="ArgumentException">The sitting has no report yet.</exception>
    public static string Write(GradusApplication application, Sitting sitting, ReportFormat format, TimeZoneInfo zone)
    {
        ArgumentNullException.ThrowIfNull(application);
        InterviewDocument document = InterviewDocument.Of(sitting);
        if (format == ReportFormat.Json)
        {
            return JsonSerializer.Serialize(document, GradusJson.Options) + "\n";
        }

        ReportWords words = new(application.Bank, zone);
        IReadOnlyList<SittingReport> trend = application.Interviews.Trend(document.Report);
        return ReportBody.Write(format == ReportFormat.Html ? new HtmlReport() : new MarkdownReport(), document, trend, words);
    }

    /// <summary>The name under which a report is saved.</summary>
    /// <param name="sitting">The finished sitting.</param>
    /// <param name="format">The form.</param>
    /// <returns>For example <c>gradus-interview-06d2k5.html</c>.</returns>
    public static string FileName(Sitting sitting, ReportFormat format)
    {
        ArgumentNullException.ThrowIfNull(sitting);
        return $"gradus-interview-{sitting.Id}.{format.ToString().ToLowerInvariant()}";
    }
}
