using System.Globalization;
using System.IO.Compression;
using System.Text;
using Dapper;
using Gradus.Hosting.Exchange;
using Gradus.Hosting.Tests.Services;
using Gradus.Interview;
using Microsoft.Data.Sqlite;
using ZstdSharp;

namespace Gradus.Hosting.Tests.Exchange;

/// <summary>A hostile file from a seed.</summary>
/// <param name="Name">What it tries.</param>
/// <param name="Content">Its bytes.</param>
/// <param name="Fate">What it must come to.</param>
internal sealed record HostileFile(string Name, byte[] Content, Fate Fate)
{
    /// <summary>The number of kinds; seeds that differ by it are of one kind.</summary>
    public const int Kinds = 55;

    private const string Script = "<script>fetch('//evil')</script><iframe src=javascript:alert(1)></iframe><svg onload=alert(1)></svg>ok<b onclick=\"x()\">text</b>";

    public static HostileFile Make(ulong seed, Workbench bench)
    {
        SeededChoice choice = new(seed);
        int kind = (int)(seed % Kinds);
        return kind switch
        {
            0 => new("noise", Noise(choice, 1 + choice.Next(5000)), Fate.Refused),
            1 => new("nothing", [], Fate.Refused),
            2 => new("bytes that are no UTF-8 in JSON", [.. Json(Rated("question-1"))[..60], 0xFF, 0xC0, 0x80, .. Json(Rated("question-1"))[60..]], Fate.Refused),
            3 => new("JSON cut short", Json(Rated("question-1"))[..^(5 + choice.Next(100))], Fate.Refused),
            4 => new("JSON with one byte changed", Changed(Json(Rated("question-1")), choice, 1), Fate.Either),
            5 => new("JSON nested deeply", Text(new string('[', 20_000 + choice.Next(1000))), Fate.Refused),
            6 => new("JSON of another program", Text("""{"format":"other","version":1,"events":[]}"""), Fate.Refused),
            7 => new("JSON of a later version", Text($$"""{"format":"gradus-reviews","version":{{2 + choice.Next(100)}},"events":[]}"""), Fate.Refused),
            8 => new("rating out of range", Json(Rated("question-1", rating: (5 + choice.Next(90)).ToString(CultureInfo.InvariantCulture))), Fate.Refused),
            9 => new("rating of a path", Json(Rated("../../etc/passwd")), Fate.Refused),
            10 => new("rating of script", Json(Rated("<script>alert(1)<\\/script>")), Fate.Refused),
            11 => new("rating in time to come", Json(Rated("question-1", at: $"{2100 + choice.Next(7000)}-01-01T00:00:00.000Z")), Fate.Refused),
            12 => new("study day far from its time", Json(Rated("question-1", day: "1999-01-01")), Fate.Refused),
            13 => new("one id twice", Json(Rated("question-1"), Rated("question-2")), Fate.Refused),
            14 => new("id that is none", Json(Rated("question-1", id: "'; DROP TABLE events")), Fate.Refused),
            15 => new("event of another kind", Json(Event("sittingFinished", "{}")), Fate.Refused),
            16 => new("weights out of range", Json(Event("weightsFitted", $$"""{"weights":[{{string.Join(',', Enumerable.Repeat("1e9", 21))}}],"stage":"all","reviews":1,"lossBefore":1,"lossAfter":0}""")), Fate.Refused),
            17 => new("too few weights", Json(Event("weightsFitted", """{"weights":[1,2,3],"stage":"all","reviews":1,"lossBefore":1,"lossAfter":0}""")), Fate.Refused),
            18 => new("settings out of range", Json(Event("preferencesChanged", $$$"""{"preferences":{"zone":null,"rolloverHour":{{{24 + choice.Next(100)}}},"desiredRetention":0.9,"maximumInterval":100}}""")), Fate.Refused),
            19 => new("card with script in JSON", Json(Card("card-abc", "<script>alert(1)</script>")), Fate.Read),
            20 => new("card with a huge side in JSON", Json(Card("card-abc", new string('x', ImportLimits.TextLength + 1 + choice.Next(1000)))), Fate.Refused),
            21 => new("card in the place of a question", Json(Card("question-1", "x")), Fate.Refused),
            22 => new("card with control characters", Json(Card("card-abc", "a\\u001b[2Jb\\u202e")), Fate.Refused),
            23 => new("half a surrogate pair", Json(Card("card-abc", "a\\ud83d")), Fate.Refused),
            24 => new("null where a text is needed", Json(Event("ownCardsSaved", """{"source":"x","cards":[null]}""")), Fate.Refused),
            25 => new("date that is none", Json(Event("reviewsRescheduled", """{"reviews":[{"question":"question-1","day":"9999-12-31"}]}""")), Fate.Refused),
            26 => new("log with a rating of 9", Text("card_id,review_rating,review_time,review_duration\nquestion-1,9,2026-11-01T10:00:00Z,5\n"), Fate.Refused),
            27 => new("log with no time", Text("card_id,review_rating,review_time,review_duration\nquestion-1,3,soon,5\n"), Fate.Refused),
            28 => new("log with an open quote", Text("card_id,review_rating,review_time,review_duration\n\"question-1,3,2026-11-01T10:00:00Z,5\n"), Fate.Refused),
            29 => new("log with bytes that are no UTF-8", [.. Text("card_id,review_rating,review_time,review_duration\nquestion-1,3,"), .. Noise(choice, 40), 0xFE], Fate.Refused),
            30 => new("log of a formula", Text("card_id,review_rating,review_time,review_duration\n=cmd|' /C calc'!A0,3,2026-11-01T10:00:00Z,5\n"), Fate.Refused),
            31 => new("cards with one field", Text("front only\nanother\n"), Fate.Refused),
            32 => new("cards with a huge field", Text($"front\t{new string('y', ImportLimits.TextLength + 1)}\n"), Fate.Refused),
            33 => new("cards with script as HTML", Text($"#separator:tab\n#html:true\n{Script} front\t{Script} back\n"), Fate.Read),
            34 => new("cards with an unknown separator", Text("#separator:<script>\na,b\n"), Fate.Refused),
            35 => new("cards with a column beyond all", Text("#separator:tab\n#guid column:99999999999\na\tb\n"), Fate.Refused),
            36 => new("cards with too many tags", Text($"#separator:comma\n#tags column:3\na,b,{string.Join(' ', Enumerable.Range(0, ImportLimits.Tags + 1).Select(i => $"t{i}"))}\n"), Fate.Refused),
            37 => new("zip bomb", Bomb(), Fate.Refused),
            38 => new("package with paths that climb", Climbing(bench), Fate.Read),
            39 => new("package cut short", Package(bench)[..^(30 + choice.Next(300))], Fate.Refused),
            40 => new("package with bytes changed", Changed(Package(bench), choice, 1 + choice.Next(20)), Fate.Either),
            41 => new("collection with bytes changed", AnkiSamples.Zip("collection.anki2", Changed(AnkiSamples.Collection(bench, Fill), choice, 1 + choice.Next(200))), Fate.Either),
            42 => new("collection of noise", AnkiSamples.Zip("collection.anki21", [.. "SQLite format 3\0"u8, .. Noise(choice, 4096)]), Fate.Refused),
            43 => Collection("collection with a view", "ALTER TABLE notes RENAME TO n; CREATE VIEW notes AS WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c) SELECT x AS id, 1 AS mid, 'g' AS guid, '' AS tags, 'f' AS flds FROM c"),
            44 => Collection("collection with a trigger", "CREATE TRIGGER t AFTER INSERT ON notes BEGIN DELETE FROM cards; END"),
            45 => choice.Next(2) == 0
                ? Collection("collection with a virtual table", "DROP TABLE revlog; CREATE VIRTUAL TABLE revlog USING fts5(id, cid, ease, time, type)")
                : Collection("collection that computes", "DROP TABLE revlog; CREATE TABLE revlog (id integer, cid integer, ease integer, time integer, type integer AS (length(hex(zeroblob(400000000))))); INSERT INTO revlog (id, cid, ease, time) VALUES (1762000000001, 1, 3, 4000)"),
            46 => Collection("text where a number is needed", choice.Next(2) == 0 ? "UPDATE cards SET due = 'soon'" : "UPDATE revlog SET ease = 'good'"),
            47 => Collection("fields that are no UTF-8", $"UPDATE notes SET flds = CAST(x'{Convert.ToHexString(Noise(choice, 20))}FF1FC3' AS TEXT)"),
            48 => choice.Next(3) switch
            {
                0 => Collection("cards of no note", "UPDATE cards SET nid = 77"),
                1 => Collection("notes of no type", "UPDATE notes SET mid = 3"),
                _ => Collection("note types that are no JSON", "UPDATE col SET models = '{\"1\":{\"flds\":7'"),
            },
            49 => new("zstd bomb", AnkiSamples.Zip("collection.anki21b", Packed(ImportLimits.CollectionBytes + 1)), Fate.Refused),
            50 => new("zstd frame with a window of 2 GB", AnkiSamples.Zip("collection.anki21b", [0x28, 0xB5, 0x2F, 0xFD, 0x00, 0xA8, 0x01, 0x00, 0x00, .. Noise(choice, 64)]), Fate.Refused),
            51 => new("newest package with bytes changed", Changed(AnkiSamples.NewestPackage(bench, Fill), choice, 1 + choice.Next(20)), Fate.Either),
            52 => new("zstd cut short", AnkiSamples.Zip("collection.anki21b", Packed(100_000)[..^(1 + choice.Next(4))]), Fate.Refused),
            53 => new("note types that are no messages", AnkiSamples.NewestPackage(bench, Fill, $"UPDATE {(choice.Next(2) == 0 ? "templates" : "notetypes")} SET config = x'{Convert.ToHexString(Noise(choice, 1 + choice.Next(40)))}'"), Fate.Refused),
            _ => new("package with script", AnkiSamples.Package(bench, connection => AnkiSamples.AddNote(connection, 1, "guid", Script + " front", Script + " back", " <script> ")), Fate.Read),
        };
        HostileFile Collection(string name, string sql) => new(name, AnkiSamples.Package(bench, connection =>
        {
            Fill(connection);
            connection.Execute(sql);
        }), Fate.Refused);
    }

    private static void Fill(SqliteConnection connection)
    {
        for (int i = 1; i <= 20; i++)
        {
            AnkiSamples.AddNote(connection, i, $"guid-{i}", $"front {i} of some length", $"back {i}", " tag ");
        }
    }

    private static byte[] Package(Workbench bench) => AnkiSamples.Package(bench, Fill);

    private static byte[] Climbing(Workbench bench)
    {
        using MemoryStream package = new();
        package.Write(Package(bench));
        using (ZipArchive zip = new(package, ZipArchiveMode.Update, leaveOpen: true))
        {
            foreach (string name in new[] { "../../../../tmp/gradus-climbed", "/tmp/gradus-climbed", "..\\..\\gradus-climbed", "media/../../gradus-climbed" })
            {
                using Stream entry = zip.CreateEntry(name).Open();
                entry.Write("climbed"u8);
            }
        }

        return package.ToArray();
    }

    private static byte[] Bomb()
    {
        using MemoryStream package = new();
        using (ZipArchive zip = new(package, ZipArchiveMode.Create, leaveOpen: true))
        {
            using Stream entry = zip.CreateEntry("collection.anki2", CompressionLevel.Fastest).Open();
            byte[] zeros = new byte[1024 * 1024];
            for (long written = 0; written <= ImportLimits.CollectionBytes; written += zeros.Length)
            {
                entry.Write(zeros);
            }
        }

        return package.ToArray();
    }

    private static byte[] Packed(long length)
    {
        using MemoryStream packed = new();
        using (CompressionStream zeros = new(packed, leaveOpen: true))
        {
            byte[] block = new byte[1024 * 1024];
            for (long left = length; left > 0; left -= block.Length)
            {
                zeros.Write(block, 0, (int)Math.Min(left, block.Length));
            }
        }

        return packed.ToArray();
    }

    private static byte[] Noise(SeededChoice choice, int length) => [.. Enumerable.Range(0, length).Select(_ => (byte)(128 + choice.Next(128)))];

    private static byte[] Changed(byte[] bytes, SeededChoice choice, int times)
    {
        byte[] changed = [.. bytes];
        for (int i = 0; i < times; i++)
        {
            changed[choice.Next(changed.Length)] ^= (byte)(1 + choice.Next(255));
        }

        return changed;
    }

    private static byte[] Text(string text) => Encoding.UTF8.GetBytes(text);

    private static byte[] Json(params string[] events) => Text($$"""{"format":"gradus-reviews","version":1,"exported":"2026-11-21T10:00:00.000Z","events":[{{string.Join(',', events)}}]}""");

    private static string Event(string kind, string body, string id = "abcdefghjkmnpqrstv", string at = "2026-11-20T10:00:00.000Z") => $$"""{"id":"{{id}}","at":"{{at}}","kind":"{{kind}}","version":1,"body":{{body}}}""";

    private static string Rated(string question, string rating = "\"good\"", string day = "2026-11-20", string id = "abcdefghjkmnpqrstv", string at = "2026-11-20T10:00:00.000Z") =>
        Event("reviewRated", $$"""{"question":"{{question}}","rating":{{rating}},"day":"{{day}}","answerId":null,"proposed":false}""", id, at);

    private static string Card(string id, string front) => Event("ownCardsSaved", $$"""{"source":"x","cards":[{"id":"{{id}}","front":"{{front}}","back":"b","tags":[],"key":null,"deck":null}]}""");
}
