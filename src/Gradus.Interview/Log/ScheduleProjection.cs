using Gradus.Interview.Schedule;

namespace Gradus.Interview.Log;

/// <summary>
/// Folds ratings into the schedule of every question. Each rating is replayed under the settings that were in force when it was given, so that a changed
/// setting moves no date that was fixed before it. Overruling an answer's rating replays the question from its first review.
/// </summary>
/// <param name="model">The memory model.</param>
/// <param name="options">Steps, fuzz and leeches; retention and the longest interval come from the settings.</param>
/// <param name="machineZone">The time zone where the settings name none.</param>
/// <remarks>Not safe for use by several threads at once.</remarks>
public sealed class ScheduleProjection(IMemoryModel model, ScheduleOptions options, TimeZoneInfo machineZone)
{
    private readonly Dictionary<string, List<Entry>> _entries = [];
    private readonly Dictionary<string, CardState> _cards = [];
    private ReviewSchedule _schedule = Schedule(model, options, machineZone, new Preferences());

    /// <summary>The place in the log up to which events were folded.</summary>
    public long Sequence { get; private set; }

    /// <summary>The settings in force.</summary>
    public Preferences Preferences { get; private set; } = new();

    /// <summary>The study days under the settings in force.</summary>
    public StudyDay Days { get; private set; } = new(machineZone, new Preferences().RolloverHour);

    /// <summary>The schedule of every question that was ever rated.</summary>
    public IReadOnlyCollection<CardState> Cards => _cards.Values;

    /// <summary>The schedule of a question.</summary>
    /// <param name="question">The question's id.</param>
    /// <returns>Its card; new where it was never rated.</returns>
    public CardState Card(string question) => _cards.GetValueOrDefault(question) ?? new CardState { Id = question };

    /// <summary>What each rating would lead to.</summary>
    /// <param name="question">The question's id.</param>
    /// <param name="at">When it would be given.</param>
    /// <param name="answer">The answer whose rating would be overruled, or null for a review of its own.</param>
    /// <returns>Again, Hard, Good, Easy.</returns>
    public IReadOnlyList<ReviewPreview> Preview(string question, DateTimeOffset at, string? answer = null)
    {
        List<Entry> entries = _entries.GetValueOrDefault(question) ?? [];
        int place = answer is null ? -1 : entries.FindIndex(entry => entry.Answer == answer);
        return place < 0
            ? _schedule.Preview(Card(question), at)
            : [.. Enum.GetValues<Rating>().Select(rating => Overruled(question, entries, place, rating, at))];
    }

    /// <summary>Takes in one more event; what does not concern the schedule is passed over.</summary>
    /// <param name="logged">The event; one that was taken in before must not come again.</param>
    public void Apply(LoggedEvent logged)
    {
        Sequence = Math.Max(Sequence, logged.Sequence);
        switch (logged.Event)
        {
            case PreferencesChanged changed:
                Preferences = changed.Preferences;
                Days = new StudyDay(Zone(changed.Preferences, machineZone), changed.Preferences.RolloverHour);
                _schedule = Schedule(model, options, machineZone, changed.Preferences);
                break;
            case ReviewResumed resumed:
                Add(resumed.Question, new Entry(_schedule, logged.At, default, null, null, false));
                break;
            case ReviewRated rated:
                Rate(rated, logged.At);
                break;
        }
    }

    private void Rate(ReviewRated rated, DateTimeOffset at)
    {
        List<Entry>? entries = _entries.GetValueOrDefault(rated.Question);
        int place = rated.AnswerId is null || entries is null ? -1 : entries.FindLastIndex(entry => entry.Answer == rated.AnswerId);
        if (place < 0)
        {
            Add(rated.Question, new Entry(_schedule, at, rated.Day, rated.Rating, rated.AnswerId, rated.Proposed));
        }
        else if (!rated.Proposed)
        {
            // The review happened when the answer was given; only what it was worth is put right.
            entries![place] = entries[place] with { Rating = rated.Rating, Proposed = false };
            _cards[rated.Question] = Replay(rated.Question, entries);
        }
    }

    private void Add(string question, Entry entry)
    {
        if (!_entries.TryGetValue(question, out List<Entry>? entries))
        {
            _entries[question] = entries = [];
        }

        entries.Add(entry);
        _cards[question] = entry.Apply(Card(question));
    }

    private static CardState Replay(string question, IEnumerable<Entry> entries) =>
        entries.Aggregate(new CardState { Id = question }, (card, entry) => entry.Apply(card));

    private static ReviewPreview Overruled(string question, List<Entry> entries, int place, Rating rating, DateTimeOffset at)
    {
        CardState card = Replay(question, entries.Select((entry, i) => i == place ? entry with { Rating = rating } : entry));
        DateTimeOffset due = card.Due ?? at;
        return new ReviewPreview(rating, due, card.IntervalDays > 0 ? TimeSpan.FromDays(card.IntervalDays) : due - card.LastReview!.Value);
    }

    private static ReviewSchedule Schedule(IMemoryModel model, ScheduleOptions options, TimeZoneInfo machineZone, Preferences preferences) => new(
        model,
        options with { DesiredRetention = preferences.DesiredRetention, MaximumInterval = preferences.MaximumInterval },
        new StudyDay(Zone(preferences, machineZone), preferences.RolloverHour));

    // A zone that this machine does not know must not make the log unreadable.
    private static TimeZoneInfo Zone(Preferences preferences, TimeZoneInfo machineZone) =>
        preferences.Zone is { } id && TimeZoneInfo.TryFindSystemTimeZoneById(id, out TimeZoneInfo? zone) ? zone : machineZone;

    /// <summary>A rating, or a resumption where there is none.</summary>
    private sealed record Entry(ReviewSchedule Schedule, DateTimeOffset At, DateOnly Day, Rating? Rating, string? Answer, bool Proposed)
    {
        public CardState Apply(CardState card) => Rating is { } rating ? Schedule.Review(card, rating, At, Day) : card with { Suspended = false };
    }
}
