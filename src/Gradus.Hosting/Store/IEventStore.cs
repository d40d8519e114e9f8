using Gradus.Hosting.Services;
using Gradus.Interview.Log;

namespace Gradus.Hosting.Store;

/// <summary>The log of what happened, and the drafts beside it. Safe for several threads, and for several processes on one store.</summary>
public interface IEventStore : IDisposable
{
    /// <summary>Appends events as one: all of them are on the disk when this returns, or none is.</summary>
    /// <param name="events">The events, in order.</param>
    /// <param name="condition">What must hold for them to be appended, or null.</param>
    /// <param name="clearDraft">A draft to clear together with them, or null.</param>
    /// <returns>The events with their places.</returns>
    /// <exception cref="StoreConflictException">The condition does not hold; nothing was appended.</exception>
    /// <exception cref="StoreException">The store cannot be written.</exception>
    IReadOnlyList<LoggedEvent> Append(IReadOnlyList<LogEvent> events, AppendCondition? condition = null, string? clearDraft = null);

    /// <summary>Appends events that happened elsewhere or before, with their own ids and times, as one; those whose ids are here already are passed over.</summary>
    /// <param name="events">The events, in order; their places are given anew.</param>
    /// <returns>The events that were appended, with their places.</returns>
    /// <exception cref="StoreException">The store cannot be written.</exception>
    IReadOnlyList<LoggedEvent> Merge(IReadOnlyList<LoggedEvent> events);

    /// <summary>Reads events.</summary>
    /// <param name="filter">Which ones.</param>
    /// <returns>The events, in the order that the filter wants.</returns>
    /// <exception cref="StoreException">The store cannot be read, or holds an event that is not what its kind demands.</exception>
    IReadOnlyList<LoggedEvent> Read(EventFilter filter);

    /// <summary>Keeps a draft in place of the one before; an empty one is cleared.</summary>
    /// <param name="key">Its name.</param>
    /// <param name="draft">What was typed.</param>
    void SaveDraft(string key, Draft draft);

    /// <summary>A draft.</summary>
    /// <param name="key">Its name.</param>
    /// <returns>The draft, or null where there is none.</returns>
    Draft? LoadDraft(string key);
}
