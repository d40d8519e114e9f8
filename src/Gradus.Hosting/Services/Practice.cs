using Gradus.Interview.Log;
using Gradus.Interview.Questions;

namespace Gradus.Hosting.Services;

/// <summary>Single questions: an answer is saved, then graded, then scheduled.</summary>
public sealed class Practice
{
    private readonly Workspace _workspace;
    private readonly AnswerDesk _desk;

    internal Practice(Workspace workspace, AnswerDesk desk)
    {
        _workspace = workspace;
        _desk = desk;
    }

    /// <summary>Saves an answer, grades it and schedules the question by the rating that the score proposes; its draft is cleared.</summary>
    /// <param name="questionId">The question's id.</param>
    /// <param name="answer">The answer, whatever it holds.</param>
    /// <param name="elapsed">How long it took.</param>
    /// <returns>The answer with its verdict, its rating and the next review.</returns>
    /// <exception cref="UnknownIdException">There is no such question; the message names the nearest ids.</exception>
    public AnswerRecord Answer(string questionId, string answer, TimeSpan elapsed)
    {
        Question question = _workspace.Question(questionId);
        AnswerSubmitted submitted = new(_workspace.Ids.Next(), question.Id, question.Ask, AnswerText.Storable(answer), Math.Max(0, elapsed.TotalSeconds));
        LoggedEvent logged = _workspace.Store.Append([submitted], clearDraft: DraftKey.ForQuestion(question.Id))[0];
        _desk.Grade(logged, submitted);
        return _workspace.FindAnswer(submitted.AnswerId)!;
    }

    /// <summary>Keeps what is being typed; the one thing in the store that is overwritten.</summary>
    /// <param name="key">The draft's name, see <see cref="DraftKey"/>.</param>
    /// <param name="text">What is typed so far; empty clears the draft.</param>
    /// <param name="elapsed">The time spent so far.</param>
    public void SaveDraft(string key, string text, TimeSpan elapsed = default) => _workspace.Store.SaveDraft(key, new Draft(AnswerText.Storable(text), elapsed, _workspace.Now));

    /// <summary>What was being typed.</summary>
    /// <param name="key">The draft's name, see <see cref="DraftKey"/>.</param>
    /// <returns>The draft, or null where there is none.</returns>
    public Draft? LoadDraft(string key) => _workspace.Store.LoadDraft(key);
}
