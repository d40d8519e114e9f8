namespace Gradus.Interview.Questions;

/// <summary>One thing that is wrong in a file of the bank.</summary>
/// <param name="Severity">Error or warning.</param>
/// <param name="File">The file's path as it was given.</param>
/// <param name="Line">The line, counted from 1.</param>
/// <param name="Field">The field, such as <c>points[2].facet</c> (counted from 1, so that <c>points[2]</c> is <c>p2</c>); empty for the whole file.</param>
/// <param name="Message">What came, what was needed, and what to do.</param>
public sealed record BankIssue(IssueSeverity Severity, string File, int Line, string Field, string Message)
{
    /// <summary>The issue as one line: <c>bank/x/y.md:12: points[2].facet: got 'reasn', needed one of ...</c>.</summary>
    public override string ToString()
    {
        string field = Field.Length == 0 ? "" : $" {Field}:";
        string severity = Severity == IssueSeverity.Warning ? " warning:" : "";
        return $"{File}:{Line}:{severity}{field} {Message}";
    }
}
