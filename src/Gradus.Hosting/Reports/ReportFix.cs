namespace Gradus.Hosting.Reports;

/// <summary>A thing to fix, in the words of a report.</summary>
/// <param name="Title">The question's title.</param>
/// <param name="Cause">What led to it, such as "You said".</param>
/// <param name="Lead">The words that show it.</param>
/// <param name="IsWrong">Whether those words are wrong.</param>
/// <param name="Near">The person's own words that came near, or null.</param>
/// <param name="Correction">What is true instead, or what to say; empty where the words that show it say so already.</param>
/// <param name="Next">Where it is run and when it comes back; empty where neither is known.</param>
internal sealed record ReportFix(string Title, string Cause, string Lead, bool IsWrong, ReportNear? Near, string Correction, string Next);
