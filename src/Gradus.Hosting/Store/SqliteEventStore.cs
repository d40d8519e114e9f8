using System.Text;
using System.Text.Json;
using Dapper;
using Gradus.Hosting.Backups;
using Gradus.Hosting.Services;
using Gradus.Interview.Log;
using Microsoft.Data.Sqlite;

namespace Gradus.Hosting.Store;

/// <summary>The log in a SQLite file: write-ahead log, every append on the disk before it is acknowledged.</summary>
/// <remarks>
/// Nothing derived is stored. The columns beside an event's JSON are indexes over the log, and every view folds the events that it needs: a
/// sitting its stream, an answer its few events, the schedule the ratings. Triggers refuse to change or delete an event.
/// </remarks>
public sealed class SqliteEventStore : IEventStore
{
    private readonly Lock _lock = new();
    private readonly SqliteConnection _connection;
    private readonly TimeProvider _clock;
    private readonly IdSource _ids;

    private SqliteEventStore(string path, SqliteConnection connection, TimeProvider clock, IdSource ids)
    {
        Path = path;
        _connection = connection;
        _clock = clock;
        _ids = ids;
    }

    /// <summary>The database file.</summary>
    public string Path { get; }

    /// <summary>Opens a store, made or migrated when needed; an older file is copied beside itself first.</summary>
    /// <param name="path">The database file.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="ids">Makes the events' ids.</param>
    /// <returns>The store.</returns>
    /// <exception cref="StoreException">The file is corrupt, newer, another program's or cannot be opened; it is left untouched.</exception>
    public static SqliteEventStore Open(string path, TimeProvider clock, IdSource ids) => Open(path, clock, ids, StoreMigration.All);

    /// <inheritdoc/>
    public IReadOnlyList<LoggedEvent> Append(IReadOnlyList<LogEvent> events, AppendCondition? condition = null, string? clearDraft = null) => Locked(() =>
    {
        using SqliteTransaction transaction = _connection.BeginTransaction(deferred: false);
        if (condition is not null)
        {
            long last = _connection.ExecuteScalar<long?>("SELECT max(sequence) FROM events WHERE stream = @Stream", condition, transaction) ?? 0;
            if (last > condition.Last)
            {
                throw new StoreConflictException(condition.Stream);
            }
        }

        LoggedEvent[] logged = [.. events.Select(@event => Insert(@event, transaction))];
        if (clearDraft is not null)
        {
            _connection.Execute("DELETE FROM drafts WHERE name = @clearDraft", new { clearDraft }, transaction);
        }

        transaction.Commit();
        return logged;
    });

    /// <inheritdoc/>
    public IReadOnlyList<LoggedEvent> Merge(IReadOnlyList<LoggedEvent> events) => Locked(() =>
    {
        using SqliteTransaction transaction = _connection.BeginTransaction(deferred: false);
        List<LoggedEvent> added = [];
        foreach (LoggedEvent logged in events)
        {
            if (_connection.ExecuteScalar<long?>("SELECT sequence FROM events WHERE id = @Id", new { logged.Id }, transaction) is null)
            {
                added.Add(Insert(logged.Event, logged.Id, logged.At, transaction));
            }
        }

        transaction.Commit();
        return added;
    });

    /// <inheritdoc/>
    public IReadOnlyList<LoggedEvent> Read(EventFilter filter)
    {
        StringBuilder sql = new("SELECT sequence, id, at, kind, version, stream, body FROM events WHERE 1");
        Demand(sql, filter.After, " AND sequence > @After");
        Demand(sql, filter.Before, " AND sequence < @Before");
        Demand(sql, filter.Kinds, " AND kind IN @Kinds");
        Demand(sql, filter.Stream, " AND stream = @Stream");
        Demand(sql, filter.Question, " AND question = @Question");
        Demand(sql, filter.Answer, " AND answer = @Answer");
        Demand(sql, filter.AnswerLacks, " AND NOT EXISTS (SELECT 1 FROM events AS other WHERE other.answer = events.answer AND other.kind = @AnswerLacks)");
        Demand(sql, filter.StreamLacks, " AND NOT EXISTS (SELECT 1 FROM events AS other WHERE other.stream = events.stream AND other.kind IN @StreamLacks)");
        sql.Append(filter.Descending ? " ORDER BY sequence DESC" : " ORDER BY sequence");
        Demand(sql, filter.Limit, " LIMIT @Limit");
        return Locked(() => _connection.Query<EventRow>(sql.ToString(), filter, buffered: false).Select(Decode).ToList());
    }

    /// <inheritdoc/>
    public void SaveDraft(string key, Draft draft) => Locked(() => draft.Text.Length == 0
        ? _connection.Execute("DELETE FROM drafts WHERE name = @key", new { key })
        : _connection.Execute(
            "INSERT INTO drafts (name, text, elapsed, at) VALUES (@key, @Text, @elapsed, @at) ON CONFLICT (name) DO UPDATE SET text = excluded.text, elapsed = excluded.elapsed, at = excluded.at",
            new { key, draft.Text, elapsed = (long)draft.Elapsed.TotalMilliseconds, at = draft.SavedAt.ToUnixTimeMilliseconds() }));

    /// <inheritdoc/>
    public Draft? LoadDraft(string key) => Locked(() =>
    {
        DraftRow? row = _connection.QueryFirstOrDefault<DraftRow>("SELECT text, elapsed, at FROM drafts WHERE name = @key", new { key });
        return row is null ? null : new Draft(row.Text, TimeSpan.FromMilliseconds(row.Elapsed), DateTimeOffset.FromUnixTimeMilliseconds(row.At));
    });

    /// <summary>Closes the file.</summary>
    public void Dispose()
    {
        lock (_lock)
        {
            _connection.Dispose();
        }
    }

    internal static SqliteEventStore Open(string path, TimeProvider clock, IdSource ids, IReadOnlyList<StoreMigration> migrations)
    {
        path = System.IO.Path.GetFullPath(path);
        return new SqliteEventStore(path, SqliteDatabase.Open(path, clock, migrations), clock, ids);
    }

    /// <summary>Runs statements on the connection, for checks of the file itself.</summary>
    internal T Locked<T>(Func<SqliteConnection, T> work) => Locked(() => work(_connection));

    /// <summary>Adds events of another log as they are, all of them or none.</summary>
    /// <param name="events">The events.</param>
    /// <param name="expected">How many events the log had when it was decided what to add.</param>
    /// <returns>Whether they were added; not where the log has grown meanwhile.</returns>
    internal bool TryInsert(IReadOnlyList<ArchivedEvent> events, int expected) => Locked(() =>
    {
        using SqliteTransaction transaction = _connection.BeginTransaction(deferred: false);
        if (_connection.ExecuteScalar<long>("SELECT count(*) FROM events", transaction: transaction) != expected)
        {
            return false;
        }

        _connection.Execute(
            "INSERT INTO events (id, at, kind, version, stream, question, answer, body) VALUES (@Id, @At, @Kind, @Version, @Stream, @Question, @Answer, @Body)", events, transaction);
        transaction.Commit();
        return true;
    });

    private T Locked<T>(Func<T> work)
    {
        lock (_lock)
        {
            try
            {
                return work();
            }
            catch (SqliteException error)
            {
                throw SqliteDatabase.Explain(Path, error);
            }
        }
    }

    private LoggedEvent Insert(LogEvent @event, SqliteTransaction transaction) => Insert(@event, _ids.Next(), _clock.GetUtcNow(), transaction);

    private LoggedEvent Insert(LogEvent @event, string id, DateTimeOffset time, SqliteTransaction transaction)
    {
        EncodedEvent encoded = EventCodec.Current.Encode(@event);
        long at = time.ToUnixTimeMilliseconds();
        long sequence = _connection.ExecuteScalar<long>(
            """
            INSERT INTO events (id, at, kind, version, stream, question, answer, body)
            VALUES (@id, @at, @Kind, @Version, @Stream, @AboutQuestion, @AboutAnswer, @Body);
            SELECT last_insert_rowid();
            """,
            new { id, at, encoded.Kind, encoded.Version, @event.Stream, @event.AboutQuestion, @event.AboutAnswer, encoded.Body },
            transaction);
        return new LoggedEvent(sequence, id, DateTimeOffset.FromUnixTimeMilliseconds(at), @event);
    }

    private LoggedEvent Decode(EventRow row)
    {
        try
        {
            LogEvent @event = EventCodec.Current.Decode(new EncodedEvent(row.Kind, (int)row.Version, row.Body), row.Stream);
            return new LoggedEvent(row.Sequence, row.Id, DateTimeOffset.FromUnixTimeMilliseconds(row.At), @event);
        }
        catch (JsonException error)
        {
            throw new StoreException(Path, $"event {row.Sequence} ({row.Kind}) cannot be read: {error.Message}", "Restore a backup, or set GRADUS_HOME to another folder.", error);
        }
    }

    private static void Demand(StringBuilder sql, object? value, string clause)
    {
        if (value is not null)
        {
            sql.Append(clause);
        }
    }

    private sealed record EventRow(long Sequence, string Id, long At, string Kind, long Version, string Stream, string Body);

    private sealed record DraftRow(string Text, long Elapsed, long At);
}
