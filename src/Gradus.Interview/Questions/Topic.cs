namespace Gradus.Interview.Questions;

/// <summary>A topic of the bank: one folder of questions.</summary>
/// <param name="Id">The folder's name.</param>
/// <param name="Title">The title that people read.</param>
/// <param name="Order">Its place in the curriculum, counted from 1.</param>
public sealed record Topic(string Id, string Title, int Order);
