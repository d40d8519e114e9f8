namespace Gradus.Hosting.Services;

/// <summary>Words not submitted yet.</summary>
/// <param name="Text">What was typed.</param>
/// <param name="Elapsed">The time spent so far.</param>
/// <param name="SavedAt">When it was saved (UTC).</param>
public sealed record Draft(string Text, TimeSpan Elapsed, DateTimeOffset SavedAt);
