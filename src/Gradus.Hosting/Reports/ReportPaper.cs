using System.Text;
using Gradus.Interview.Sittings;

namespace Gradus.Hosting.Reports;

/// <summary>The form in which a report is written. What it is given is plain text; making it safe is its task.</summary>
internal abstract class ReportPaper
{
    /// <summary>What is written so far.</summary>
    protected StringBuilder Written { get; } = new();

    /// <summary>Begins with the title.</summary>
    /// <param name="title">The title.</param>
    /// <param name="name">What the file is called where it is listed.</param>
    public abstract void Begin(string title, string name);

    /// <summary>A paragraph that is told by the way.</summary>
    public abstract void Note(string words);

    /// <summary>The score, and how it stands to the one before.</summary>
    public abstract void Score(string percent, string? compared);

    /// <summary>Begins a section.</summary>
    public abstract void Section(string title);

    /// <summary>The things to fix, numbered.</summary>
    public abstract void Fixes(IReadOnlyList<ReportFix> fixes);

    /// <summary>The scores of several interviews, oldest first.</summary>
    public abstract void Trend(IReadOnlyList<SittingReport> trend, ReportWords words);

    /// <summary>A table; the first cell of a row names it.</summary>
    public abstract void Table(IReadOnlyList<ReportColumn> columns, IEnumerable<string[]> rows);

    /// <summary>Words as they were said or asked.</summary>
    public abstract void Quote(string words);

    /// <summary>A list.</summary>
    public abstract void Lines(IReadOnlyList<ReportLine> lines);

    /// <summary>Ends it.</summary>
    /// <returns>The text of the file.</returns>
    public abstract string End();
}
