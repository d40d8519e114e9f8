namespace Gradus.Hosting.Store;

/// <summary>One step of the database's form. Steps are never edited once released; a change is a new step.</summary>
/// <param name="Version">The version that it leads to, from 1 without gaps.</param>
/// <param name="Sql">What it does.</param>
internal sealed record StoreMigration(int Version, string Sql)
{
    /// <summary>Selects what changes with every change: events are only ever added, and a draft that is saved is stamped with its time.</summary>
    public const string Mark = "SELECT (SELECT coalesce(max(sequence), 0) FROM events) || ' ' || (SELECT count(*) FROM drafts) || ' ' || (SELECT coalesce(max(at), 0) FROM drafts)";

    /// <summary>All steps in order.</summary>
    public static IReadOnlyList<StoreMigration> All { get; } =
    [
        new(1, """
            CREATE TABLE events (
              sequence INTEGER PRIMARY KEY AUTOINCREMENT,
              id TEXT NOT NULL UNIQUE,
              at INTEGER NOT NULL,
              kind TEXT NOT NULL,
              version INTEGER NOT NULL,
              stream TEXT NOT NULL,
              question TEXT,
              answer TEXT,
              body TEXT NOT NULL
            );
            CREATE INDEX events_by_kind ON events (kind, sequence);
            CREATE INDEX events_by_stream ON events (stream, sequence);
            CREATE INDEX events_by_question ON events (question, sequence) WHERE question IS NOT NULL;
            CREATE INDEX events_by_answer ON events (answer, sequence) WHERE answer IS NOT NULL;
            CREATE TRIGGER events_are_not_changed BEFORE UPDATE ON events BEGIN SELECT RAISE(ABORT, 'events are never changed'); END;
            CREATE TRIGGER events_are_not_deleted BEFORE DELETE ON events BEGIN SELECT RAISE(ABORT, 'events are never deleted'); END;
            CREATE TRIGGER events_are_not_replaced BEFORE INSERT ON events
              WHEN EXISTS (SELECT 1 FROM events WHERE sequence = NEW.sequence OR id = NEW.id)
              BEGIN SELECT RAISE(ABORT, 'events are never replaced'); END;
            """),
        new(2, """
            CREATE TABLE drafts (
              name TEXT NOT NULL PRIMARY KEY,
              text TEXT NOT NULL,
              elapsed INTEGER NOT NULL,
              at INTEGER NOT NULL
            ) WITHOUT ROWID;
            """),
    ];
}
