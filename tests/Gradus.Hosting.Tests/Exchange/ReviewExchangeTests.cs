using System.IO.Compression;
using System.Text;
using Dapper;
using Gradus.Hosting.Exchange;
using Gradus.Hosting.Services;
using Gradus.Hosting.Tests.Services;
using Gradus.Interview.Schedule;
using Microsoft.Data.Sqlite;

namespace Gradus.Hosting.Tests.Exchange;

public sealed class ReviewExchangeTests
{
    private const string FirstId = "question-1";

    [Fact]
    public void Json_RandomLives_ComeBackWhole()
    {
        for (ulong seed = 1; seed <= 12; seed++)
        {
            using Workbench from = new();
            RandomLife.Live(from, seed, answers: false);
            byte[] file = Export(from, ExchangeFormat.Json);
            using Workbench to = new();
            to.Clock.Advance(from.Clock.GetUtcNow() - to.Clock.GetUtcNow());

            ImportSummary summary = to.Application.Exchange.Import(file, "life.json");

            Assert.Equal(Cards(from), Cards(to));
            Assert.Equal(from.Application.Reviews.Preferences, to.Application.Reviews.Preferences);
            Assert.Equal(Encoding.UTF8.GetString(file), Encoding.UTF8.GetString(Export(to, ExchangeFormat.Json)));
            Assert.Equal((0, summary.Events), (to.Application.Exchange.Import(file, "life.json").Events, to.Application.Exchange.Import(file, "life.json").Known));
            Assert.Empty(to.Application.Verify());
        }
    }

    [Fact]
    public void Json_RatedAnswersThatAreNotHere_BecomeReviewsWithTheLastWord()
    {
        for (ulong seed = 20; seed <= 26; seed++)
        {
            using Workbench from = new();
            RandomLife.Live(from, seed);
            using Workbench to = new();
            to.Clock.Advance(from.Clock.GetUtcNow() - to.Clock.GetUtcNow());

            to.Application.Exchange.Import(Export(from, ExchangeFormat.Json), "life.json");

            Assert.Equal(Cards(from), Cards(to));
            Assert.Empty(to.Application.Verify());
        }
    }

    [Fact]
    public void Json_TwoMachines_MergeToTheSame()
    {
        using Workbench one = new();
        using Workbench two = new();
        for (int i = 0; i < 30; i++)
        {
            Workbench now = i % 3 == 0 ? one : two;
            now.Application.Reviews.Rate($"question-{i % 5}", (Rating)(1 + (i * 7 % 4)));
            one.Clock.Advance(TimeSpan.FromHours(5 + i));
            two.Clock.Advance(TimeSpan.FromHours(5 + i));
        }

        byte[] first = Export(one, ExchangeFormat.Json);
        one.Application.Exchange.Import(Export(two, ExchangeFormat.Json), "two.json");
        two.Application.Exchange.Import(first, "one.json");

        Assert.Equal(Cards(one), Cards(two));
        Assert.Equal(30, Cards(one).Sum(card => card.Repetitions));
    }

    [Theory]
    [InlineData(ExchangeFormat.Apkg)]
    [InlineData(ExchangeFormat.Csv)]
    public void Export_RandomLives_ReviewsCardsAndTagsAreTheSameAgain(ExchangeFormat format)
    {
        for (ulong seed = 40; seed <= 51; seed++)
        {
            using Workbench from = new();
            RandomLife.Live(from, seed);
            using Workbench to = new();
            to.Clock.Advance(from.Clock.GetUtcNow() - to.Clock.GetUtcNow());
            byte[] texts = Export(from, ExchangeFormat.Cards);

            if (format == ExchangeFormat.Csv)
            {
                to.Application.Exchange.Import(texts, "cards.txt");
            }

            to.Application.Exchange.Import(Export(from, format), "life.apkg");

            Assert.Equal(Encoding.UTF8.GetString(texts), Encoding.UTF8.GetString(Export(to, ExchangeFormat.Cards)));
            Assert.Equal(Encoding.UTF8.GetString(Export(from, ExchangeFormat.Csv)), Encoding.UTF8.GetString(Export(to, ExchangeFormat.Csv)));
            if (format == ExchangeFormat.Apkg)
            {
                Assert.Equal(Cards(from).Select(Standing), Cards(to).Select(Standing));
            }

            Assert.Equal(0, to.Application.Exchange.Import(Export(from, format), "life.apkg").Events);
        }
    }

    [Fact]
    public void Apkg_ReviewsOfOneMoment_ComeBackOnce()
    {
        using Workbench bench = new();
        string[] ids = [.. Enumerable.Range(0, 12).Select(i => $"question-{i}")];
        bench.Application.Exchange.Import(Encoding.UTF8.GetBytes("card_id,review_rating,review_time\n" + string.Concat(ids.Select(id => $"{id},3,2026-11-01T10:00:00Z\n"))), "log.csv");

        ImportSummary again = bench.Application.Exchange.Import(Export(bench, ExchangeFormat.Apkg), "own.apkg");

        Assert.Equal((0, 0), (again.Reviews, again.Events));
        Assert.All(ids, id => Assert.Equal(1, bench.Application.Reviews.Card(id).Repetitions));
    }

    [Fact]
    public void Apkg_Collection_IsWhatAnkiExpects()
    {
        using Workbench bench = new();
        bench.Application.Exchange.Import("front <b>\tback & more"u8.ToArray(), "cards.txt");
        CardState card = bench.Application.Reviews.Rate(FirstId, Rating.Easy);
        byte[] package = Export(bench, ExchangeFormat.Apkg);

        using ZipArchive zip = new(new MemoryStream(package));
        Assert.Equal(["collection.anki2", "media"], zip.Entries.Select(entry => entry.FullName));
        string path = Path.Combine(bench.Folder, "out.db");
        zip.GetEntry("collection.anki2")!.ExtractToFile(path);
        using SqliteConnection connection = new($"Data Source={path};Pooling=False");
        connection.Open();
        Assert.Equal("ok", connection.ExecuteScalar<string>("PRAGMA integrity_check"));
        Assert.Equal(11, connection.ExecuteScalar<int>("SELECT ver FROM col"));
        Assert.Equal(["cards", "col", "graves", "notes", "revlog"], connection.Query<string>("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"));
        Assert.Equal(0, connection.ExecuteScalar<int>("SELECT count(*) FROM cards WHERE nid NOT IN (SELECT id FROM notes)"));
        (string guid, string fields, long checksum) = connection.QuerySingle<(string, string, long)>("SELECT guid, flds, csum FROM notes WHERE guid NOT LIKE 'gradus:%'");
        Assert.Equal("front &lt;b&gt;\u001fback &amp; more", fields);
        Assert.StartsWith("front:", guid, StringComparison.Ordinal);
        // The first four bytes of the SHA-1 of "front <b>".
        Assert.Equal(2192884334, checksum);
        (long type, long queue, long interval, long due) = connection.QuerySingle<(long, long, long, long)>("SELECT c.type, c.queue, c.ivl, c.due FROM cards c JOIN notes n ON n.id = c.nid WHERE n.guid = 'gradus:question-1'");
        Assert.Equal((2L, 2L, (long)card.IntervalDays, (long)card.IntervalDays), (type, queue, interval, due));
        (long id, long ease) = connection.QuerySingle<(long, long)>("SELECT id, ease FROM revlog");
        Assert.Equal((card.LastReview!.Value.ToUnixTimeMilliseconds(), 4), (id, ease));
    }

    [Fact]
    public void Import_AnkiNotes_BecomePlainText()
    {
        using Workbench bench = new();
        byte[] package = AnkiSamples.Package(bench, connection =>
        {
            AnkiSamples.AddNote(connection, 1, "basic-guid", "<div>What is <b>dropout</b>?</div><script>alert('x')</script><img src=x onerror=alert(1)>", "It drops&nbsp;units<br>at random [sound:a.mp3]", " ml  deep ");
            AnkiSamples.AddNote(connection, 2, "script only", "<script>alert(1)</script>", "x", "");
        });

        ImportSummary summary = bench.Application.Exchange.Import(package, "deck.apkg");

        OwnQuestion(bench, out string front, out string back);
        Assert.Equal("What is dropout?", front);
        Assert.Equal("It drops units\nat random", back);
        Assert.Equal((1, 2), (summary.Cards, summary.Reviews));
        Assert.Contains(summary.Notices, notice => notice.StartsWith("1 time: card shows nothing", StringComparison.Ordinal));
    }

    [Fact]
    public void Import_NoteChangedInAnki_UpdatesTheCardAndKeepsItsSchedule()
    {
        using Workbench bench = new();
        bench.Application.Exchange.Import(AnkiSamples.Package(bench, connection => AnkiSamples.AddNote(connection, 1, "g", "old", "b", "")), "deck.apkg");
        CardState before = Assert.Single(Cards(bench));

        ImportSummary summary = bench.Application.Exchange.Import(AnkiSamples.Package(bench, connection => AnkiSamples.AddNote(connection, 1, "g", "new", "b", "")), "deck.apkg");

        OwnQuestion(bench, out string front, out _);
        Assert.Equal(("new", 1, 0), (front, summary.Cards, summary.Reviews));
        Assert.Equal(before, Assert.Single(Cards(bench)));
    }

    [Fact]
    public void Import_CsvOfUnknownCards_NamesLineAndWayOut()
    {
        using Workbench bench = new();

        ImportException error = Assert.Throws<ImportException>(() => bench.Application.Exchange.Import("card_id,review_rating,review_time\nquestion-1,3,2026-11-01T10:00:00Z\n12345,3,2026-11-01T10:00:00Z\n"u8.ToArray(), "log.csv"));

        Assert.StartsWith("log.csv: line 3 reviews '12345'", error.Message, StringComparison.Ordinal);
        Assert.Equal(CardPhase.New, bench.Application.Reviews.Card(FirstId).Phase);
    }

    internal static byte[] Export(Workbench bench, ExchangeFormat format)
    {
        using MemoryStream content = new();
        bench.Application.Exchange.Export(format, content);
        return content.ToArray();
    }

    // Anki counts instants in seconds.
    private static (string, CardPhase, int, long, bool) Standing(CardState card) => (card.Id, card.Phase, card.Step, card.Due!.Value.ToUnixTimeSeconds(), card.Suspended);

    private static CardState[] Cards(Workbench bench) =>
        [.. bench.Application.Reviews.Upcoming(40_000).Concat(AllDue(bench)).Concat(bench.Application.Reviews.Suspended()).Select(item => item.Card).OrderBy(card => card.Id, StringComparer.Ordinal)];

    private static IReadOnlyList<ReviewItem> AllDue(Workbench bench) => bench.Application.Reviews.Due();

    private static void OwnQuestion(Workbench bench, out string front, out string back)
    {
        ReviewItem item = Assert.Single(bench.Application.Reviews.Upcoming(40_000).Concat(bench.Application.Reviews.Due()).Concat(bench.Application.Reviews.New()));
        front = item.Question.Ask;
        back = item.Question.ModelAnswer;
    }
}
