using System.IO.Compression;
using Dapper;
using Gradus.Hosting.Exchange.Anki;
using Gradus.Hosting.Tests.Services;
using Microsoft.Data.Sqlite;

namespace Gradus.Hosting.Tests.Exchange;

/// <summary>Anki packages made by hand.</summary>
internal static class AnkiSamples
{
    public const long Notetype = 1234567890123;

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

    /// <summary>A zip with one entry.</summary>
    public static byte[] Zip(string name, byte[] content)
    {
        using MemoryStream package = new();
        using (ZipArchive zip = new(package, ZipArchiveMode.Create, leaveOpen: true))
        {
            using Stream entry = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
            entry.Write(content);
        }

        return package.ToArray();
    }
}
