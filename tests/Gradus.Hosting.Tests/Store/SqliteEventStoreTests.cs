using Dapper;
using Gradus.Hosting.Store;
using Gradus.Interview.Log;
using Gradus.Interview.Schedule;
using Gradus.Testing;

namespace Gradus.Hosting.Tests.Store;

public sealed class SqliteEventStoreTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly FakeTimeProvider _clock = new();

    private string Database => _folder.Combine("gradus.db");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Append_Events_AreReadBackInOrder()
    {
        using (SqliteEventStore store = Open())
        {
            store.Append([Answer("a1"), Answer("a2")]);
            _clock.Advance(TimeSpan.FromMinutes(1));
            store.Append([Answer("a3")]);
        }

        using SqliteEventStore again = Open();
        IReadOnlyList<LoggedEvent> events = again.Read(new EventFilter());

        Assert.Equal([Answer("a1"), Answer("a2"), Answer("a3")], events.Select(logged => logged.Event));
        Assert.Equal([1, 2, 3], events.Select(logged => logged.Sequence));
        Assert.Equal(_clock.GetUtcNow(), events[2].At);
        Assert.Equal(3, events.Select(logged => logged.Id).Distinct().Count());
    }

    [Fact]
    public void Read_Filters_NarrowAndOrder()
    {
        using SqliteEventStore store = Open();
        store.Append([Answer("a1"), new ReviewRated("dropout", Rating.Good, new DateOnly(2026, 11, 21), "a1", true), Answer("a2", "softmax"), new SittingAbandoned("s1")]);

        Assert.Equal([2, 3], Sequences(new EventFilter { After = 1, Before = 4 }));
        Assert.Equal([1, 3], Sequences(new EventFilter { Kinds = ["answerSubmitted"] }));
        Assert.Equal([1, 2], Sequences(new EventFilter { Question = "dropout" }));
        Assert.Equal([1, 2], Sequences(new EventFilter { Answer = "a1" }));
        Assert.Equal([4], Sequences(new EventFilter { Stream = "s1" }));
        Assert.Equal([4, 3], Sequences(new EventFilter { Descending = true, Limit = 2 }));
        Assert.Equal([3], Sequences(new EventFilter { Kinds = ["answerSubmitted"], AnswerLacks = "reviewRated" }));
        Assert.Equal([1, 2, 3], Sequences(new EventFilter { StreamLacks = ["sittingAbandoned"] }));

        IEnumerable<long> Sequences(EventFilter filter) => store.Read(filter).Select(logged => logged.Sequence);
    }

    [Fact]
    public void Append_StreamChangedMeanwhile_WritesNothing()
    {
        using SqliteEventStore store = Open();
        using SqliteEventStore other = Open();
        long last = store.Append([Answer("a1")])[0].Sequence;
        other.Append([new AnswerSubmitted("a1", "dropout", "?", "from elsewhere", 1)]);

        Assert.Throws<StoreConflictException>(() => store.Append([Answer("a2"), Answer("a1")], new AppendCondition("a1", last)));

        Assert.Equal(2, store.Read(new EventFilter()).Count);
        store.Append([Answer("a2")], new AppendCondition("a2", 0));
    }

    [Fact]
    public void Append_SecondEventCannotBeWritten_LeavesNoneBehind()
    {
        using SqliteEventStore store = Open();

        Assert.ThrowsAny<Exception>(() => store.Append([Answer("a1"), new ForeignEvent()]));

        Assert.Empty(store.Read(new EventFilter()));
    }

    [Fact]
    public async Task Append_TwoWriters_LoseNothing()
    {
        const int Each = 150;
        using SqliteEventStore first = Open();
        using SqliteEventStore second = Open();

        Task[] writers = [.. new[] { first, second }.Select((store, w) => Task.Run(() =>
        {
            for (int i = 0; i < Each; i++)
            {
                store.Append([Answer($"w{w}-{i}")]);
            }
        }))];
        await Task.WhenAll(writers);

        Assert.Equal(2 * Each, first.Read(new EventFilter()).Select(logged => logged.Event.Stream).Distinct().Count());
        Assert.Equal(first.Read(new EventFilter()), second.Read(new EventFilter()));
    }

    [Theory]
    [InlineData("UPDATE events SET body = '{}'", "events are never changed")]
    [InlineData("DELETE FROM events", "events are never deleted")]
    [InlineData("INSERT OR REPLACE INTO events SELECT * FROM events", "events are never replaced")]
    public void Events_AnyStatementThatRewritesThem_IsRefused(string sql, string message)
    {
        using SqliteEventStore store = Open();
        store.Append([Answer("a1")]);

        StoreException error = Assert.Throws<StoreException>(() => store.Locked(connection => connection.Execute(sql)));

        Assert.Contains(message, error.Message, StringComparison.Ordinal);
        Assert.Equal(Answer("a1"), Assert.Single(store.Read(new EventFilter())).Event);
    }

    [Fact]
    public void Open_Database_IsDurableAndShared()
    {
        using SqliteEventStore store = Open();

        Assert.Equal("wal", store.Locked(connection => connection.ExecuteScalar<string>("PRAGMA journal_mode")));
        Assert.Equal(2, store.Locked(connection => connection.ExecuteScalar<int>("PRAGMA synchronous")));
        Assert.True(store.Locked(connection => connection.ExecuteScalar<int>("PRAGMA busy_timeout")) >= 5000);
    }

    [Fact]
    public void Append_EventOfANewerGradus_IsKeptAndPassedOver()
    {
        using (SqliteEventStore store = Open())
        {
            store.Append([Answer("a1")]);
            store.Locked(connection => connection.Execute(
                "INSERT INTO events (id, at, kind, version, stream, body) VALUES ('x', 1, 'badgeEarned', 3, 'badges', '{\"badge\": [1, 2]}')"));
        }

        using SqliteEventStore again = Open();
        UnknownEvent unknown = Assert.IsType<UnknownEvent>(again.Read(new EventFilter())[1].Event);

        Assert.Equal(("badgeEarned", 3, "badges", "{\"badge\": [1, 2]}"), (unknown.Kind, unknown.Version, unknown.Stream, unknown.Body.GetRawText()));
        Assert.Empty(StoreVerifier.Verify(again));
    }

    [Fact]
    public void Read_BrokenEvent_NamesItsPlace()
    {
        using SqliteEventStore store = Open();
        store.Locked(connection => connection.Execute("INSERT INTO events (id, at, kind, version, stream, body) VALUES ('x', 1, 'answerSubmitted', 1, 'a', '{\"answerId\": 5}')"));

        StoreException error = Assert.Throws<StoreException>(() => store.Read(new EventFilter()));

        Assert.Contains("event 1 (answerSubmitted) cannot be read", error.Message, StringComparison.Ordinal);
        Assert.Contains("event 1 (answerSubmitted)", Assert.Single(StoreVerifier.Verify(store)), StringComparison.Ordinal);
    }

    [Fact]
    public void Verify_MissingGuardAndOrphans_AreNamed()
    {
        using SqliteEventStore store = Open();
        store.Append([new ReviewRated("dropout", Rating.Good, new DateOnly(2026, 11, 21), "never", true), new QuestionAsked("ghost", 1, "dropout", "?", null, [])]);
        store.Locked(connection => connection.Execute("DROP TRIGGER events_are_not_deleted"));

        Assert.Equal(
            [
                "the trigger events_are_not_deleted, which guards the log, is missing",
                "event 1: the answer never was rated but never submitted",
                "event 2: the sitting ghost never started",
            ],
            StoreVerifier.Verify(store));
    }

    [Fact]
    public void Merge_EventsFromElsewhere_KeepIdAndTimeAndComeOnce()
    {
        using SqliteEventStore store = Open();
        LoggedEvent here = store.Append([Answer("a1")])[0];
        LoggedEvent[] foreign = [here, new LoggedEvent(99, "abcdefghjkmnpqrstv", _clock.GetUtcNow().AddDays(-9), new ReviewResumed("dropout"))];

        LoggedEvent added = Assert.Single(store.Merge(foreign));

        Assert.Equal(foreign[1] with { Sequence = 2 }, added);
        Assert.Equal([here, added], store.Read(new EventFilter()));
        Assert.Empty(store.Merge(foreign));
    }

    [Fact]
    public void Merge_OneEventFails_WritesNone()
    {
        using SqliteEventStore store = Open();
        LoggedEvent good = new(0, "abcdefghjkmnpqrstv", _clock.GetUtcNow(), new ReviewResumed("dropout"));

        Assert.ThrowsAny<Exception>(() => store.Merge([good, good with { Id = "bbcdefghjkmnpqrstv", Event = new ForeignEvent() }]));

        Assert.Empty(store.Read(new EventFilter()));
    }

    private SqliteEventStore Open() => SqliteEventStore.Open(Database, _clock, new IdSource(_clock));

    private static AnswerSubmitted Answer(string id, string question = "dropout") => new(id, question, "What is it?", "Text with 'quotes', \"more\" and ünïcode 😀.", 12.5);

    private sealed record ForeignEvent : LogEvent
    {
        public override string Stream => "foreign";
    }
}
