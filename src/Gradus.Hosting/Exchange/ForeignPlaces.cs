using System.Globalization;
using Gradus.Hosting.Services;
using Gradus.Hosting.Store;
using Gradus.Interview.Log;
using Gradus.Interview.Schedule;

namespace Gradus.Hosting.Exchange;

/// <summary>Works out what has to be said of where a file's cards stand, beyond what follows from their reviews.</summary>
/// <param name="workspace">What is here.</param>
/// <param name="collection">What the file holds.</param>
/// <param name="reviewed">The questions and cards of which the file brings reviews that are new here: dates go with the reviews that they rest on, and a file that brings none moves no date.</param>
internal sealed class ForeignPlaces(Workspace workspace, ForeignCollection collection, IReadOnlySet<string> reviewed)
{
    private readonly StudyDay _days = workspace.Schedule(schedule => schedule.Days);
    private readonly Dictionary<string, DateTimeOffset> _last = collection.Reviews.GroupBy(review => review.Question).ToDictionary(same => same.Key, same => same.Max(review => review.At), StringComparer.Ordinal);

    /// <summary>The events that follow the cards and reviews of the file.</summary>
    /// <param name="events">Those, as they will be in the log.</param>
    public IReadOnlyList<LoggedEvent> After(IReadOnlyList<LoggedEvent> events)
    {
        // What was reviewed here since then is not undone by an older file.
        ForeignPlace[] places = workspace.Schedule(schedule => collection.Places.Where(place => !(schedule.Card(place.Question).LastReview > At(place))).ToArray());
        if (places.Length == 0)
        {
            return [];
        }

        ScheduleProjection told = Told(events);
        PlannedReview[] dates = [.. places
            .Where(place => place is { Phase: CardPhase.Review, Day: not null } && reviewed.Contains(place.Question) && told.Card(place.Question).Phase == CardPhase.Review)
            .Select(place => new PlannedReview(place.Question, place.Day!.Value))];
        List<LoggedEvent> after = dates.Length == 0 ? [] : [Dated(dates)];
        after.AddRange(places.Select(place => Placed(place, told.Card(place.Question))).OfType<LoggedEvent>());
        return after;
    }

    private DateTimeOffset At(ForeignPlace place) =>
        _last.TryGetValue(place.Question, out DateTimeOffset last) && last > place.Changed ? last : place.Changed;

    // The log as it will be, so that only what would not follow from it is said.
    private ScheduleProjection Told(IReadOnlyList<LoggedEvent> events)
    {
        ScheduleProjection told = workspace.EmptySchedule();
        foreach (LoggedEvent logged in workspace.Store.Read(new EventFilter { Kinds = Workspace.ScheduleKinds }).Concat(events))
        {
            told.Apply(logged);
        }

        return told;
    }

    private LoggedEvent Dated(PlannedReview[] dates)
    {
        DateTimeOffset now = workspace.Now;
        string id = EventIds.Of(["dates", Text(now.ToUnixTimeMilliseconds()), .. dates.Select(date => $"{date.Question}={date.Day.DayNumber}")]);
        return new LoggedEvent(0, id, now, new ReviewsRescheduled(dates));
    }

    private LoggedEvent? Placed(ForeignPlace place, CardState told)
    {
        bool isNew = reviewed.Contains(place.Question);
        DateTimeOffset? due = isNew ? Due(place, told) : null;
        // A card that is set aside stays so; one that was brought back there is brought back where its reviews alone would set it aside.
        bool suspended = isNew ? place.Suspended : place.Suspended || told.Suspended;
        if (due is null && suspended == told.Suspended)
        {
            return null;
        }

        // The id names what changed when, so that a file that comes twice says it once.
        string id = EventIds.Of("placed", place.Question, Text(place.Changed.ToUnixTimeSeconds()), place.Phase.ToString(), Text(due?.ToUnixTimeSeconds() ?? 0), suspended.ToString());
        DateTimeOffset at = At(place) is { } then && then < workspace.Now ? then : workspace.Now;
        return new LoggedEvent(0, id, at, new CardPlaced(place.Question, place.Phase, place.Step, due, suspended));
    }

    /// <summary>When the card comes back, where that is not what its reviews, or the dates, come to.</summary>
    private DateTimeOffset? Due(ForeignPlace place, CardState told)
    {
        DateTimeOffset? due = place.Due ?? (place.Day is { } day ? _days.StartOf(day) : null);
        bool same = place.Phase == CardPhase.Review
            ? told.Phase == CardPhase.Review
            : told.Phase == place.Phase && told.Step == place.Step && due is { } wanted && told.Due is { } known && (wanted - known).Duration() < TimeSpan.FromSeconds(1);
        return place.Phase == CardPhase.New || same ? null : due;
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
