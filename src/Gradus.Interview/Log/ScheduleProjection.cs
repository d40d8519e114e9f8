using Gradus.Interview.Schedule;
using Gradus.Interview.Schedule.Fitting;

namespace Gradus.Interview.Log;

/// <summary>
/// Folds ratings into the schedule of every question. Each rating is replayed under the settings and weights that were in force when it was given, so that a
/// changed setting moves no date that was fixed before it; newly fitted weights tell every memory anew and move no date either. Overruling an answer's rating or
/// taking a rating back replays the question from its first review.
/// </summary>
/// <param name="model">The memory model until weights are fitted.</param>
/// <param name="options">Steps, fuzz and leeches; retention and the longest interval come from the settings.</param>
/// <param name="machineZone">The time zone where the settings name none.</param>
/// <remarks>
/// Events count in the order of their times, so that a log merged from two machines, or an imported history, is folded as it happened.
/// Not safe for use by several threads at once.
/// </remarks>
public sealed class ScheduleProjection(IMemoryModel model, ScheduleOptions options, TimeZoneInfo machineZone)
{
    private readonly List<LoggedEvent> _log = [];
    private readonly Dictionary<string, CardHistory> _histories = [];
    private readonly HashSet<string> _undone = [];
    private ReviewSchedule _schedule = Schedule(model, options, machineZone, new Preferences());
    private Fsrs6? _fitted;
    private Preferences _preferences = new();
    private StudyDay _days = new(machineZone, new Preferences().RolloverHour);
    private bool _stale;

    /// <summary>The place in the log up to which events were folded.</summary>
    public long Sequence { get; private set; }

    /// <summary>The settings in force.</summary>
    public Preferences Preferences => Settled()._preferences;

    /// <summary>The study days under the settings in force.</summary>
    public StudyDay Days => Settled()._days;

    /// <summary>The memory model in force: that of the last fitted weights, else the one given.</summary>
    public IMemoryModel Model => Settled()._fitted ?? model;

    /// <summary>The schedule of every question that was ever rated, or is set aside.</summary>
    public IReadOnlyCollection<CardState> Cards => [.. Settled()._histories.Values.Select(history => history.Card).Where(card => card.Repetitions > 0 || card.Suspended)];

    /// <summary>The reviews of every question that was ever rated, as they count now.</summary>
    public IEnumerable<CardReviews> Histories => Settled()._histories
        .Select(pair => new CardReviews(pair.Key, [.. pair.Value.Reviews]))
        .Where(reviews => reviews.Reviews.Count > 0);

    /// <summary>The schedule of a question.</summary>
    /// <param name="question">The question's id.</param>
    /// <returns>Its card; new where it was never rated.</returns>
    public CardState Card(string question) => Settled()._histories.GetValueOrDefault(question)?.Card ?? new CardState { Id = question };

    /// <summary>The study day of a question's first review.</summary>
    /// <param name="question">The question's id.</param>
    /// <returns>The day, or null where it was never rated.</returns>
    public DateOnly? FirstDay(string question) => Settled()._histories.GetValueOrDefault(question)?.Reviews.FirstOrDefault()?.Day;

    /// <summary>What each rating would lead to.</summary>
    /// <param name="question">The question's id.</param>
    /// <param name="at">When it would be given.</param>
    /// <param name="answer">The answer whose rating would be overruled, or null for a review of its own.</param>
    /// <returns>Again, Hard, Good, Easy.</returns>
    public IReadOnlyList<ReviewPreview> Preview(string question, DateTimeOffset at, string? answer = null)
    {
        CardState card = Card(question);
        return answer is not null && _histories.GetValueOrDefault(question)?.Overruled(answer, at) is { } previews ? previews : _schedule.Preview(card, at);
    }

    /// <summary>Takes in one more event; what does not concern the schedule is passed over.</summary>
    /// <param name="logged">The event; one that was taken in before must not come again.</param>
    public void Apply(LoggedEvent logged)
    {
        Sequence = Math.Max(Sequence, logged.Sequence);
        if (logged.Event is not (PreferencesChanged or WeightsFitted or ReviewsRescheduled or CardPlaced or ReviewResumed or ReviewRated or ReviewUndone))
        {
            return;
        }

        _stale |= _log.Count > 0 && logged.At < _log[^1].At;
        _log.Add(logged);
        if (!_stale)
        {
            Fold(logged);
        }
    }

    private ScheduleProjection Settled()
    {
        if (_stale)
        {
            _stale = false;
            List<LoggedEvent> ordered = [.. _log.OrderBy(logged => logged.At).ThenBy(logged => logged.Sequence)];
            _log.Clear();
            _log.AddRange(ordered);
            _histories.Clear();
            _fitted = null;
            Use(new Preferences());
            // A rating may be taken back by an event of a clock that ran behind.
            _undone.UnionWith(_log.Select(logged => logged.Event).OfType<ReviewUndone>().Select(undone => undone.RatingId));
            foreach (LoggedEvent logged in _log)
            {
                Fold(logged);
            }
        }

        return this;
    }

    private void Fold(LoggedEvent logged)
    {
        switch (logged.Event)
        {
            case PreferencesChanged changed:
                Use(changed.Preferences);
                break;
            case WeightsFitted fitted:
                _fitted = new Fsrs6(fitted.Weights);
                Use(_preferences);
                foreach (CardHistory history in _histories.Values)
                {
                    history.Refit(_fitted);
                }

                break;
            case ReviewsRescheduled rescheduled:
                foreach (PlannedReview planned in rescheduled.Reviews)
                {
                    History(planned.Question).Move(planned.Day, _days.StartOf(planned.Day));
                }

                break;
            case CardPlaced placed:
                History(placed.Question).Place(placed, placed.Due is { } due ? _days.Of(due) : null);
                break;
            case ReviewResumed resumed:
                History(resumed.Question).Resume();
                break;
            case ReviewUndone undone:
                _undone.Add(undone.RatingId);
                History(undone.Question).TakeBack(undone.RatingId);
                break;
            case ReviewRated rated when !_undone.Contains(logged.Id):
                History(rated.Question).Rate(_schedule, logged, rated);
                break;
        }
    }

    private CardHistory History(string question)
    {
        if (!_histories.TryGetValue(question, out CardHistory? history))
        {
            _histories[question] = history = new CardHistory(question);
        }

        return history;
    }

    private void Use(Preferences preferences)
    {
        _preferences = preferences;
        _days = new StudyDay(Zone(preferences, machineZone), preferences.RolloverHour);
        _schedule = Schedule(_fitted ?? model, options, machineZone, preferences);
    }

    private static ReviewSchedule Schedule(IMemoryModel model, ScheduleOptions options, TimeZoneInfo machineZone, Preferences preferences) => new(
        model,
        options with { DesiredRetention = preferences.DesiredRetention, MaximumInterval = preferences.MaximumInterval },
        new StudyDay(Zone(preferences, machineZone), preferences.RolloverHour));

    // A zone that this machine does not know must not make the log unreadable.
    private static TimeZoneInfo Zone(Preferences preferences, TimeZoneInfo machineZone) =>
        preferences.Zone is { } id && TimeZoneInfo.TryFindSystemTimeZoneById(id, out TimeZoneInfo? zone) ? zone : machineZone;
}
