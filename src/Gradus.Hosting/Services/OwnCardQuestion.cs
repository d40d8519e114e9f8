using Gradus.Interview.Questions;
using Gradus.Interview.Schedule;

namespace Gradus.Hosting.Services;

/// <summary>A card of the person's own in the form of a question, so that reviews treat both alike. It has no rubric and is never graded.</summary>
public static class OwnCardQuestion
{
    /// <summary>The topic that own cards are listed under.</summary>
    public const string Topic = "own-cards";

    private const int TitleLength = 80;

    /// <summary>Whether a question is an own card.</summary>
    /// <param name="question">The question.</param>
    /// <returns>True for an own card: its texts are plain, not Markdown.</returns>
    public static bool Is(Question question) => question.Topic == Topic;

    internal static Question Of(OwnCard card) => new()
    {
        Id = card.Id,
        Title = Title(card.Front),
        Topic = Topic,
        Kind = QuestionKind.Concept,
        Profiles = [],
        Level = 1,
        Ask = card.Front,
        Openings = [],
        Points = [],
        Misconceptions = [],
        FollowUps = [],
        ModelAnswer = card.Back,
    };

    private static string Title(string front)
    {
        string line = front.Split('\n', 2)[0];
        return line.Length <= TitleLength ? line : line[..(char.IsHighSurrogate(line[TitleLength - 1]) ? TitleLength - 1 : TitleLength)] + "…";
    }
}
