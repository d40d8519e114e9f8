using Gradus.Interview.Grading.Structures;

namespace Gradus.Interview.Questions;

/// <summary>Which questions are put in which kind of round, and in which words.</summary>
public static class RoundKinds
{
    private static readonly string[] Listeners = ["a product manager", "a doctor on the ward", "the head of another department"];

    /// <summary>The question of system rounds.</summary>
    public static string SystemQuestion => SystemConcerns.QuestionId;

    /// <summary>Whether a question can be put in a kind of round.</summary>
    /// <param name="kind">The kind of round.</param>
    /// <param name="question">The question.</param>
    /// <param name="level">The level of the interview, 1 to 3.</param>
    /// <returns>
    /// Explain takes every question, Teach concepts up to level 2 that have a card, Unknown concepts above the level of the interview and those of level 3, System the one question that names
    /// the five concerns.
    /// </returns>
    public static bool Fits(RoundKind kind, Question question, int level) => kind switch
    {
        RoundKind.Teach => question is { Kind: QuestionKind.Concept, Level: <= 2, Card: not null },
        RoundKind.Unknown => question.Kind == QuestionKind.Concept && (question.Level > level || question.Level == 3),
        RoundKind.System => question.Id == SystemQuestion,
        _ => true,
    };

    /// <summary>The words in which a round puts its question.</summary>
    /// <param name="kind">The kind of round.</param>
    /// <param name="ask">The question, or one of its openings.</param>
    /// <param name="pick">Decides among the listeners of a Teach round.</param>
    /// <returns>The words (Markdown).</returns>
    public static string Words(RoundKind kind, string ask, int pick) => kind switch
    {
        RoundKind.Teach => $"You explain this to {Listeners[pick % Listeners.Length]}, who has never seen a line of code and has to decide whether to rely on it. Their question, as an engineer would put it:\n\n{ask}",
        RoundKind.Unknown => $"This may well lie beyond what you have done. A bare \"I don't know\" is no answer; let me see how you think.\n\n{ask}",
        RoundKind.System => $"Take five to eight minutes for this one.\n\n{ask}",
        _ => ask,
    };

    /// <summary>What a kind is called in lists.</summary>
    /// <param name="kind">The kind of round.</param>
    /// <returns>For example "Teach: for a listener who is no expert".</returns>
    public static string Title(RoundKind kind) => kind switch
    {
        RoundKind.Teach => "Teach: for a listener who is no expert",
        RoundKind.Unknown => "Unknown: beyond what you have done",
        RoundKind.System => "System: a whole design",
        _ => "Explain",
    };

    /// <summary>How long an answer should be.</summary>
    /// <param name="kind">The kind of round.</param>
    /// <returns>The shortest and the longest good time.</returns>
    public static (TimeSpan Least, TimeSpan Most) Time(RoundKind kind) => kind == RoundKind.System
        ? (TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(8))
        : (TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(3));
}
