namespace Gradus.Hosting.Services;

/// <summary>What happened, read from the log.</summary>
public sealed class History
{
    /// <summary>Practice answers, sittings and lab runs, the newest first.</summary>
    /// <param name="limit">How many at most.</param>
    /// <returns>The entries.</returns>
    public IReadOnlyList<HistoryEntry> Recent(int limit = 50) => throw new NotImplementedException();

    /// <summary>An answer.</summary>
    /// <param name="id">Its id.</param>
    /// <returns>The answer, or null where there is none.</returns>
    public AnswerRecord? FindAnswer(string id) => throw new NotImplementedException();

    /// <summary>All answers to a question, the newest first.</summary>
    /// <param name="questionId">The question's id.</param>
    /// <returns>The answers, those of sittings and to follow-ups included.</returns>
    public IReadOnlyList<AnswerRecord> AnswersTo(string questionId) => throw new NotImplementedException();

    /// <summary>Finished sittings, the newest first.</summary>
    /// <param name="limit">How many at most.</param>
    /// <returns>The sittings.</returns>
    public IReadOnlyList<Interview.Sittings.Sitting> Sittings(int limit = 50) => throw new NotImplementedException();
}
