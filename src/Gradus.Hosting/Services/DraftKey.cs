namespace Gradus.Hosting.Services;

/// <summary>Names of drafts. A draft under one of these names is cleared when its answer is submitted.</summary>
public static class DraftKey
{
    /// <summary>The draft of a practice answer.</summary>
    /// <param name="questionId">The question's id.</param>
    /// <returns>The key.</returns>
    public static string ForQuestion(string questionId) => "question:" + questionId;

    /// <summary>The draft of an answer in a sitting.</summary>
    /// <param name="sittingId">The sitting's id.</param>
    /// <param name="round">The round's number.</param>
    /// <returns>The key.</returns>
    public static string ForRound(string sittingId, int round) => $"sitting:{sittingId}:{round}";
}
