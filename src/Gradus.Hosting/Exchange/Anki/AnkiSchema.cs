namespace Gradus.Hosting.Exchange.Anki;

/// <summary>The tables of an Anki collection in schema 11, which every Anki since 2.1 reads and which is written here; newer ones are read too.</summary>
internal static class AnkiSchema
{
    /// <summary>The version that stands in the collection.</summary>
    public const int Version = 11;

    /// <summary>The tables in which newer collections (schema 15 to 18) keep what stands as JSON in the table <c>col</c> of older ones.</summary>
    public static IReadOnlyList<string> NewerTables { get; } = ["notetypes", "fields", "templates", "decks"];

    /// <summary>What separates a note's fields, and in newer collections the parts of a deck's name.</summary>
    public const char FieldSeparator = '\u001f';

    /// <summary>Makes the tables.</summary>
    public const string Sql = """
        CREATE TABLE col (id integer primary key, crt integer not null, mod integer not null, scm integer not null, ver integer not null, dty integer not null, usn integer not null,
          ls integer not null, conf text not null, models text not null, decks text not null, dconf text not null, tags text not null);
        CREATE TABLE notes (id integer primary key, guid text not null, mid integer not null, mod integer not null, usn integer not null, tags text not null, flds text not null,
          sfld integer not null, csum integer not null, flags integer not null, data text not null);
        CREATE TABLE cards (id integer primary key, nid integer not null, did integer not null, ord integer not null, mod integer not null, usn integer not null, type integer not null,
          queue integer not null, due integer not null, ivl integer not null, factor integer not null, reps integer not null, lapses integer not null, left integer not null,
          odue integer not null, odid integer not null, flags integer not null, data text not null);
        CREATE TABLE revlog (id integer primary key, cid integer not null, usn integer not null, ease integer not null, ivl integer not null, lastIvl integer not null,
          factor integer not null, time integer not null, type integer not null);
        CREATE TABLE graves (usn integer not null, oid integer not null, type integer not null);
        CREATE INDEX ix_notes_usn ON notes (usn);
        CREATE INDEX ix_cards_usn ON cards (usn);
        CREATE INDEX ix_revlog_usn ON revlog (usn);
        CREATE INDEX ix_cards_nid ON cards (nid);
        CREATE INDEX ix_cards_sched ON cards (did, queue, due);
        CREATE INDEX ix_revlog_cid ON revlog (cid);
        CREATE INDEX ix_notes_csum ON notes (csum);
        """;
}
