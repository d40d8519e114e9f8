namespace Gradus.Hosting.Reports;

/// <summary>The form in which an interview's report is saved.</summary>
public enum ReportFormat
{
    /// <summary>One HTML file that needs nothing beside it and prints well.</summary>
    Html,

    /// <summary>Markdown.</summary>
    Md,

    /// <summary>JSON in the form of the command line.</summary>
    Json,
}
