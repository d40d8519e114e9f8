namespace Gradus.Interview.Log;

/// <summary>An event as it is stored.</summary>
/// <param name="Kind">Its kind, such as <c>answerSubmitted</c>; never renamed.</param>
/// <param name="Version">The version of its form, from 1.</param>
/// <param name="Body">Its content as JSON.</param>
public sealed record EncodedEvent(string Kind, int Version, string Body);
