namespace Gradus.Hosting.Services.Authoring;

/// <summary>The file of a question, for editing.</summary>
/// <param name="Id">The question's id.</param>
/// <param name="Text">The content of the file.</param>
/// <param name="IsOwn">Whether it is the person's own file; else the one that is shipped, or a template.</param>
/// <param name="IsShipped">Whether a question with this id is shipped, which comes back when the own file is removed.</param>
public sealed record AuthoredText(string Id, string Text, bool IsOwn, bool IsShipped);
