using Gradus.Hosting.Store;
using Gradus.Interview.Log;
using Gradus.Interview.Questions;
using Gradus.Interview.Schedule;

namespace Gradus.Hosting.Services;

/// <summary>What comes back when. Questions that have left the bank are left out.</summary>
public sealed class Reviews
{
    // Somebody who rates more than this on a day and then wants all of it back is not helped by a key.
    private const int UndoDepth = 500;

    private static readonly string[] UndoKinds = [EventCodec.Current.KindOf<ReviewRated>(), EventCodec.Current.KindOf<ReviewUndone>()];

    private readonly Workspace _workspace;

    internal Reviews(Workspace workspace) => _workspace = workspace;

    /// <summary>The settings that decide when things are reviewed.</summary>
    public Preferences Preferences => _workspace.Schedule(schedule => schedule.Preferences);

    /// <summary>What is due now within the day's limit, the most overdue first; suspended questions are left out.</summary>
    /// <returns>The questions.</returns>
    public IReadOnlyList<ReviewItem> Due()
    {
        int left = ReviewsLeft();
        return [.. AllDue().Where(item => item.Card.Phase != CardPhase.Review || left-- > 0)];
    }

    /// <summary>How many reviews are due beyond the day's limit and wait for tomorrow.</summary>
    /// <returns>The number.</returns>
    public int Waiting() => Math.Max(0, AllDue().Count(item => item.Card.Phase == CardPhase.Review) - ReviewsLeft());

    /// <summary>Cards of the person's own that were never reviewed, as many as the day's limit of new cards leaves, in the order in which they came.</summary>
    /// <returns>The cards.</returns>
    public IReadOnlyList<ReviewItem> New()
    {
        IReadOnlyDictionary<string, OwnCard> own = _workspace.OwnCards();
        return _workspace.Schedule(schedule =>
        {
            DateOnly today = schedule.Days.Of(_workspace.Now);
            int begun = schedule.Cards.Count(card => card.LastDay == today && own.ContainsKey(card.Id) && schedule.FirstDay(card.Id) == today);
            int left = Math.Max(0, (schedule.Preferences.NewPerDay ?? Preferences.DefaultNewPerDay) - begun);
            return own.Values.Where(card => schedule.Card(card.Id) is { Phase: CardPhase.New, Suspended: false }).Take(left)
                .Select(card => new ReviewItem(OwnCardQuestion.Of(card), schedule.Card(card.Id), 0)).ToList();
        });
    }

    /// <summary>What can be reviewed under an id.</summary>
    /// <param name="id">The id of a question of the bank or of an own card.</param>
    /// <returns>The question; an own card has its front as what is asked and its back as the model answer.</returns>
    /// <exception cref="UnknownIdException">There is neither.</exception>
    public Question Find(string id) => _workspace.FindReviewed(id) ?? _workspace.Question(id);

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

        Question question = Find(questionId);
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

    /// <summary>Takes back the last rating that the person gave on this study day; called again, the one before it. The rating stays in the log, marked as taken back.</summary>
    /// <returns>The question that was rated, as it stands now; null where no rating of today is left.</returns>
    public ReviewItem? Undo()
    {
        if (LastRating() is not ({ } logged, { } rated))
        {
            return null;
        }

        _workspace.Store.Append([new ReviewUndone(rated.Question, logged.Id, rated.AnswerId)]);
        Question question = Find(rated.Question);
        return _workspace.Schedule(schedule => new ReviewItem(question, schedule.Card(rated.Question), Retrievability(schedule.Model, schedule.Card(rated.Question))));
    }

    /// <summary>Whether the person gave a rating on this study day that can be taken back.</summary>
    /// <returns>True where <see cref="Undo"/> would take one back.</returns>
    public bool CanUndo() => LastRating() is not null;

    /// <summary>What each of the four ratings would lead to.</summary>
    /// <param name="questionId">The question's id.</param>
    /// <param name="answerId">The answer whose rating would be overruled, or null for a review of its own now.</param>
    /// <returns>Again, Hard, Good, Easy.</returns>
    public IReadOnlyList<ReviewPreview> Preview(string questionId, string? answerId = null) =>
        _workspace.Schedule(schedule => schedule.Preview(questionId, _workspace.Now, answerId));

    /// <summary>Questions that are suspended: those that were forgotten too often, and cards that came so from another program.</summary>
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

    private (LoggedEvent Logged, ReviewRated Rated)? LastRating()
    {
        DateOnly today = _workspace.StudyDay(_workspace.Now);
        HashSet<string> undone = [];
        foreach (LoggedEvent logged in _workspace.Store.Read(new EventFilter { Kinds = UndoKinds, Descending = true, Limit = UndoDepth }))
        {
            if (logged.Event is ReviewUndone earlier)
            {
                undone.Add(earlier.RatingId);
            }
            else if (logged.Event is ReviewRated { Proposed: false } rated && !undone.Contains(logged.Id) && _workspace.FindReviewed(rated.Question) is not null && _workspace.StudyDay(logged.At) == today)
            {
                return (logged, rated);
            }
        }

        return null;
    }

    private List<ReviewItem> AllDue()
    {
        DateTimeOffset now = _workspace.Now;
        return Items(card => !card.Suspended && card.Due <= now);
    }

    // What was learned today for the first time is no review of today.
    private int ReviewsLeft() => _workspace.Schedule(schedule =>
    {
        DateOnly today = schedule.Days.Of(_workspace.Now);
        int done = schedule.Cards.Count(card => card.LastDay == today && schedule.FirstDay(card.Id) != today);
        return Math.Max(0, (schedule.Preferences.ReviewsPerDay ?? Preferences.DefaultReviewsPerDay) - done);
    });

    private List<ReviewItem> Items(Func<CardState, bool> wanted) => _workspace.Schedule(schedule => schedule.Cards
        .Where(wanted)
        .OrderBy(card => card.Due)
        .ThenBy(card => card.Id, StringComparer.Ordinal)
        .Select(card => (Card: card, Question: _workspace.Reviewed(card.Id)))
        .Where(item => item.Question is not null)
        .Select(item => new ReviewItem(item.Question!, item.Card, Retrievability(schedule.Model, item.Card)))
        .ToList());

    private double Retrievability(IMemoryModel model, CardState card) => card is { Memory: { } memory, LastReview: { } last }
        ? model.Retrievability(memory.Stability, Math.Max(0, (_workspace.Now - last).TotalDays))
        : 0;
}
