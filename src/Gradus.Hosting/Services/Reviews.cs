using Gradus.Interview.Log;
using Gradus.Interview.Questions;
using Gradus.Interview.Schedule;

namespace Gradus.Hosting.Services;

/// <summary>What comes back when. Questions that have left the bank are left out.</summary>
public sealed class Reviews
{
    private readonly Workspace _workspace;

    internal Reviews(Workspace workspace) => _workspace = workspace;

    /// <summary>The settings that decide when things are reviewed.</summary>
    public Preferences Preferences => _workspace.Schedule(schedule => schedule.Preferences);

    /// <summary>What is due now, the most overdue first; suspended questions are left out.</summary>
    /// <returns>The questions.</returns>
    public IReadOnlyList<ReviewItem> Due()
    {
        DateTimeOffset now = _workspace.Now;
        return Items(card => !card.Suspended && card.Due <= now);
    }

    /// <summary>What becomes due later, the next first; suspended questions are left out.</summary>
    /// <param name="days">How many study days to look ahead; 0 is the rest of today.</param>
    /// <returns>The questions.</returns>
    public IReadOnlyList<ReviewItem> Upcoming(int days)
    {
        DateTimeOffset now = _workspace.Now;
        DateTimeOffset end = _workspace.Schedule(schedule => schedule.Days.StartOf(schedule.Days.Of(now).AddDays(days + 1)));
        return Items(card => !card.Suspended && card.Due > now && card.Due < end);
    }

    /// <summary>The schedule of a question.</summary>
    /// <param name="questionId">The question's id.</param>
    /// <returns>Its card; new where it was never rated.</returns>
    public CardState Card(string questionId) => _workspace.Schedule(schedule => schedule.Card(questionId));

    /// <summary>Rates a question, or overrules the rating of one of its answers; both ratings stay in the log.</summary>
    /// <param name="questionId">The question's id.</param>
    /// <param name="rating">The rating.</param>
    /// <param name="answerId">The answer whose rating is overruled, or null for a review of its own.</param>
    /// <returns>The question's schedule as it stands then.</returns>
    /// <exception cref="UnknownIdException">There is no such question, or no such answer to it.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The rating is none of the four.</exception>
    public CardState Rate(string questionId, Rating rating, string? answerId = null)
    {
        if (!Enum.IsDefined(rating))
        {
            throw new ArgumentOutOfRangeException(nameof(rating), rating, "A rating is Again, Hard, Good or Easy (1 to 4).");
        }

        Question question = _workspace.Question(questionId);
        DateTimeOffset at = _workspace.Now;
        if (answerId is not null)
        {
            // A follow-up has no rating of its own to overrule.
            at = _workspace.FindAnswer(answerId) is { FollowUp: false } answer && answer.QuestionId == question.Id
                ? answer.SubmittedAt
                : throw new UnknownIdException("answer", answerId, []);
        }

        _workspace.Store.Append([new ReviewRated(question.Id, rating, _workspace.StudyDay(at), answerId, Proposed: false)]);
        return Card(question.Id);
    }

    /// <summary>What each of the four ratings would lead to.</summary>
    /// <param name="questionId">The question's id.</param>
    /// <param name="answerId">The answer whose rating would be overruled, or null for a review of its own now.</param>
    /// <returns>Again, Hard, Good, Easy.</returns>
    public IReadOnlyList<ReviewPreview> Preview(string questionId, string? answerId = null) =>
        _workspace.Schedule(schedule => schedule.Preview(questionId, _workspace.Now, answerId));

    /// <summary>Questions that were forgotten too often and are suspended.</summary>
    /// <returns>The questions.</returns>
    public IReadOnlyList<ReviewItem> Suspended() => Items(card => card.Suspended);

    /// <summary>Brings a suspended question back.</summary>
    /// <param name="questionId">The question's id.</param>
    /// <returns>The question's schedule as it stands then.</returns>
    public CardState Resume(string questionId)
    {
        if (Card(questionId).Suspended)
        {
            _workspace.Store.Append([new ReviewResumed(questionId)]);
        }

        return Card(questionId);
    }

    /// <summary>Changes the settings; what is scheduled already keeps its date.</summary>
    /// <param name="preferences">All settings as they shall be.</param>
    /// <exception cref="ArgumentException">A setting is out of its range.</exception>
    public void Change(Preferences preferences)
    {
        preferences.Validate();
        _workspace.Store.Append([new PreferencesChanged(preferences)]);
    }

    private List<ReviewItem> Items(Func<CardState, bool> wanted) => _workspace.Schedule(schedule => schedule.Cards
        .Where(wanted)
        .OrderBy(card => card.Due)
        .ThenBy(card => card.Id, StringComparer.Ordinal)
        .Select(card => (Card: card, Question: _workspace.Bank.Find(card.Id)))
        .Where(item => item.Question is not null)
        .Select(item => new ReviewItem(item.Question!, item.Card, Retrievability(item.Card)))
        .ToList());

    private double Retrievability(CardState card) => card is { Memory: { } memory, LastReview: { } last }
        ? Workspace.Model.Retrievability(memory.Stability, Math.Max(0, (_workspace.Now - last).TotalDays))
        : 0;
}
