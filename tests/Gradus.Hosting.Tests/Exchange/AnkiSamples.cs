using System.IO.Compression;
using System.Text;
using Dapper;
using Gradus.Hosting.Exchange.Anki;
using Gradus.Hosting.Tests.Services;
using Microsoft.Data.Sqlite;
using ZstdSharp;

namespace Gradus.Hosting.Tests.Exchange;

/// <summary>Anki packages made by hand.</summary>
internal static class AnkiSamples
{
    public const long Notetype = 1234567890123;

    public const long Cloze = 1234567890124;

    public const string Models = """{"1234567890123":{"id":1234567890123,"name":"Basic","type":0,"flds":[{"name":"Front","ord":0},{"name":"Back","ord":1}],"tmpls":[{"name":"Card 1","ord":0,"qfmt":"{{Front}}","afmt":"{{FrontSide}}\n\n<hr id=answer>\n\n{{Back}}"}]}}""";

    /// <summary>A package whose collection some statements have filled.</summary>
    public static byte[] Package(Workbench bench, Action<SqliteConnection> fill, string name = "collection.anki2", string models = Models) => Zip(name, Collection(bench, fill, models));

    /// <summary>The bytes of a collection.</summary>
    public static byte[] Collection(Workbench bench, Action<SqliteConnection> fill, string models = Models)
    {
        string path = Path.Combine(Directory.CreateDirectory(Path.Combine(bench.Folder, "samples")).FullName, "collection.db");
        File.Delete(path);
        using (SqliteConnection connection = new($"Data Source={path};Pooling=False"))
        {
            connection.Open();
            connection.Execute(AnkiSchema.Sql);
            connection.Execute("INSERT INTO col VALUES (1, 1761962400, 0, 0, 11, 0, 0, 0, '{}', @models, '{\"1\":{\"id\":1,\"name\":\"Default\"}}', '{}', '{}')", new { models });
            fill(connection);
        }

        return File.ReadAllBytes(path);
    }

    /// <summary>A note with its card and two reviews.</summary>
    public static void AddNote(SqliteConnection connection, long id, string guid, string front, string back, string tags)
    {
        connection.Execute("INSERT INTO notes VALUES (@id, @guid, @Notetype, 0, 0, @tags, @flds, @front, 0, 0, '')", new { id, guid, Notetype, tags, flds = front + "\u001f" + back, front });
        connection.Execute("INSERT INTO cards VALUES (@id, @id, 1, 0, 0, 0, 2, 2, 30, 10, 2500, 2, 0, 0, 0, 0, 0, '')", new { id });
        connection.Execute("INSERT INTO revlog VALUES (@first, @id, 0, 3, 1, 0, 2500, 4000, 0), (@second, @id, 0, 3, 10, 1, 2500, 5000, 1)", new { id, first = 1762000000000 + id, second = 1762200000000 + id });
    }

    /// <summary>Where a note's card stands.</summary>
    public static void Place(SqliteConnection connection, long id, int type, int queue, long due, int left = 0, long changed = 1762300000) =>
        connection.Execute("UPDATE cards SET type = @type, queue = @queue, due = @due, left = @left, mod = @changed WHERE id = @id", new { id, type, queue, due, left, changed });

    /// <summary>A package in Anki's newest form, with the old collection beside it that only asks for an update.</summary>
    public static byte[] NewestPackage(Workbench bench, Action<SqliteConnection> fill, string then = "")
    {
        using Compressor compressor = new();
        byte[] packed = compressor.Wrap(Collection(bench, connection =>
        {
            fill(connection);
            connection.CreateCollation("unicase", (one, other) => string.Compare(one, other, StringComparison.OrdinalIgnoreCase));
            connection.Execute(
                """
                UPDATE col SET ver = 18, models = '', decks = '', dconf = '', conf = '';
                CREATE TABLE fields (ntid integer NOT NULL, ord integer NOT NULL, name text NOT NULL COLLATE unicase, config blob NOT NULL, PRIMARY KEY (ntid, ord)) WITHOUT ROWID;
                CREATE UNIQUE INDEX idx_fields_name_ntid ON fields (name, ntid);
                CREATE TABLE templates (ntid integer NOT NULL, ord integer NOT NULL, name text NOT NULL COLLATE unicase, mtime_secs integer NOT NULL, usn integer NOT NULL, config blob NOT NULL, PRIMARY KEY (ntid, ord)) WITHOUT ROWID;
                CREATE TABLE notetypes (id integer NOT NULL PRIMARY KEY, name text NOT NULL COLLATE unicase, mtime_secs integer NOT NULL, usn integer NOT NULL, config blob NOT NULL);
                CREATE UNIQUE INDEX idx_notetypes_name ON notetypes (name);
                CREATE TABLE decks (id integer PRIMARY KEY NOT NULL, name text NOT NULL COLLATE unicase, mtime_secs integer NOT NULL, usn integer NOT NULL, common blob NOT NULL, kind blob NOT NULL);
                INSERT INTO fields VALUES (@Notetype, 1, 'Back', x''), (@Notetype, 0, 'Front', x''), (@Cloze, 0, 'Text', x'');
                INSERT INTO notetypes VALUES (@Notetype, 'Basic', 0, 0, @basic), (@Cloze, 'Cloze', 0, 0, @cloze);
                INSERT INTO templates VALUES (@Notetype, 0, 'Card 1', 0, 0, @template), (@Cloze, 0, 'Cloze', 0, 0, x'');
                INSERT INTO decks VALUES (1, 'Deep' || char(31) || 'Learning', 0, 0, x'', x'');
                """,
                new { Notetype, Cloze, basic = Message((3, ".card {}")), cloze = (byte[])[0x08, 0x01, .. Message((3, ".card {}"))], template = Message((1, "{{Front}}"), (2, "{{FrontSide}}<hr id=answer>{{Back}}")) });
            if (then.Length > 0)
            {
                connection.Execute(then);
            }
        })).ToArray();
        return Zip(("meta", [0x08, 0x03]), ("collection.anki21b", packed), ("collection.anki2", Collection(bench, connection => AddNote(connection, 1, "update", "Please update Anki", "x", ""))));
    }

    /// <summary>A zip with one entry.</summary>
    public static byte[] Zip(string name, byte[] content) => Zip((name, content));

    /// <summary>A zip.</summary>
    public static byte[] Zip(params (string Name, byte[] Content)[] entries)
    {
        using MemoryStream package = new();
        using (ZipArchive zip = new(package, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach ((string name, byte[] content) in entries)
            {
                using Stream entry = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
                entry.Write(content);
            }
        }

        return package.ToArray();
    }

    // Texts as fields of a message of Protocol Buffers; all are short.
    private static byte[] Message(params (int Field, string Text)[] fields) =>
        [.. fields.SelectMany(field => (byte[])[(byte)((field.Field << 3) | 2), (byte)Encoding.UTF8.GetByteCount(field.Text), .. Encoding.UTF8.GetBytes(field.Text)])];
}
