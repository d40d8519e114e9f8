using Gradus.Hosting.Store;
using Gradus.Interview.Log;
using Gradus.Interview.Sittings;

namespace Gradus.Hosting.Services;

/// <summary>What happened, read from the log.</summary>
public sealed class History
{
    private const int Page = 200;

    private static readonly string[] RecentKinds =
    [
        EventCodec.Current.KindOf<AnswerSubmitted>(),
        EventCodec.Current.KindOf<RoundSkipped>(),
        EventCodec.Current.KindOf<SittingStarted>(),
        EventCodec.Current.KindOf<SittingFinished>(),
        EventCodec.Current.KindOf<SittingAbandoned>(),
        EventCodec.Current.KindOf<LabRan>(),
    ];

    private static readonly string[] AnswerKinds =
    [
        EventCodec.Current.KindOf<AnswerSubmitted>(), EventCodec.Current.KindOf<AnswerGraded>(), EventCodec.Current.KindOf<ReviewRated>(), EventCodec.Current.KindOf<ReviewUndone>(),
    ];

    private readonly Workspace _workspace;

    internal History(Workspace workspace) => _workspace = workspace;

    /// <summary>Practice answers, sittings and lab runs, what was touched last first.</summary>
    /// <param name="limit">How many at most.</param>
    /// <returns>The entries; the answers of a sitting stand in the sitting.</returns>
    public IReadOnlyList<HistoryEntry> Recent(int limit = 50)
    {
        List<HistoryEntry> entries = [];
        HashSet<string> sittings = [];
        long? before = null;
        while (entries.Count < limit)
        {
            IReadOnlyList<LoggedEvent> page = _workspace.Store.Read(new EventFilter { Kinds = RecentKinds, Before = before, Descending = true, Limit = Page });
            entries.AddRange(page.Select(logged => Entry(logged, sittings)).OfType<HistoryEntry>());
            if (page.Count < Page)
            {
                break;
            }

            before = page[^1].Sequence;
        }

        return [.. entries.Take(limit)];
    }

    /// <summary>An answer.</summary>
    /// <param name="id">Its id.</param>
    /// <returns>The answer, or null where there is none.</returns>
    public AnswerRecord? FindAnswer(string id) => _workspace.FindAnswer(id);

    /// <summary>All answers to a question, the newest first.</summary>
    /// <param name="questionId">The question's id.</param>
    /// <returns>The answers, those of sittings and to follow-ups included.</returns>
    public IReadOnlyList<AnswerRecord> AnswersTo(string questionId) =>
        [.. AnswerProjection.Fold(_workspace.Store.Read(new EventFilter { Question = questionId, Kinds = AnswerKinds })).Reverse().Select(_workspace.Record)];

    /// <summary>Finished sittings, the newest first.</summary>
    /// <param name="limit">How many at most.</param>
    /// <returns>The sittings.</returns>
    public IReadOnlyList<Sitting> Sittings(int limit = 50) =>
        [.. _workspace.Store
            .Read(new EventFilter { Kinds = [EventCodec.Current.KindOf<SittingFinished>()], Descending = true, Limit = limit })
            .Select(logged => _workspace.Sitting(logged.Event.Stream).Sitting)];

    private HistoryEntry? Entry(LoggedEvent logged, HashSet<string> sittings) => logged.Event switch
    {
        LabRan lab => new HistoryEntry(logged.At, null, null, LabBench.Record(lab, logged.At)),
        AnswerSubmitted { SittingId: null } answer => new HistoryEntry(logged.At, _workspace.FindAnswer(answer.AnswerId), null, null),
        { } other when sittings.Add(other.Stream) => new HistoryEntry(logged.At, null, _workspace.Sitting(other.Stream).Sitting, null),
        _ => null,
    };
}
