using Gradus.Interview.Questions;

namespace Gradus.Hosting.Services;

/// <summary>Where questions come from.</summary>
public interface IQuestionSource
{
    /// <summary>All questions.</summary>
    IReadOnlyList<Question> Questions { get; }

    /// <summary>The question with an id.</summary>
    /// <param name="id">The id.</param>
    /// <returns>The question, or null where there is none.</returns>
    Question? Find(string id);
}
