using System.Text;
using Dapper;
using Gradus.Hosting.Exchange;
using Gradus.Hosting.Services;
using Gradus.Hosting.Tests.Services;
using Gradus.Interview.Schedule;
using Microsoft.Data.Sqlite;

namespace Gradus.Hosting.Tests.Exchange;

/// <summary>Where cards stand when they come from Anki and go back: set aside, in steps of minutes, learned.</summary>
public sealed class AnkiStandingTests
{
    [Fact]
    public void Suspended_InAnki_StaySoHereAndWhenTheyGoBack()
    {
        using Workbench bench = new();
        byte[] package = AnkiSamples.Package(bench, connection =>
        {
            AnkiSamples.AddNote(connection, 1, "learned", "learned and set aside", "b", "");
            AnkiSamples.Place(connection, 1, type: 2, queue: -1, due: 30);
            AnkiSamples.AddNote(connection, 2, "fresh", "new and set aside", "b", "");
            AnkiSamples.Place(connection, 2, type: 0, queue: -1, due: 1);
            connection.Execute("DELETE FROM revlog WHERE cid = 2");
            AnkiSamples.AddNote(connection, 3, "open", "not set aside", "b", "");
        });

        bench.Application.Exchange.Import(package, "deck.apkg");

        Assert.Equal(["learned and set aside", "new and set aside"], bench.Application.Reviews.Suspended().Select(item => item.Question.Ask).Order());
        Assert.Empty(bench.Application.Reviews.New());
        Assert.DoesNotContain(bench.Application.Reviews.Due().Concat(bench.Application.Reviews.Upcoming(40_000)), item => item.Card.Suspended);
        using (SqliteConnection back = Open(bench))
        {
            Assert.Equal(
                ["fresh 0 -1", "learned 2 -1", "open 2 2"],
                back.Query<string>("SELECT n.guid || ' ' || c.type || ' ' || c.queue FROM cards c JOIN notes n ON n.id = c.nid ORDER BY n.guid"));
        }

        using Workbench other = new();
        other.Application.Exchange.Import(ReviewExchangeTests.Export(bench, ExchangeFormat.Apkg), "back.apkg");
        Assert.Equal(bench.Application.Reviews.Suspended().Select(item => item.Card.Id), other.Application.Reviews.Suspended().Select(item => item.Card.Id));
        Assert.Empty(bench.Application.Verify());
    }

    [Fact]
    public void Suspended_ResumedHere_IsNotSetAsideAgainByTheSameFile()
    {
        using Workbench bench = new();
        byte[] package = AnkiSamples.Package(bench, connection =>
        {
            AnkiSamples.AddNote(connection, 1, "g", "front", "b", "");
            AnkiSamples.Place(connection, 1, type: 2, queue: -1, due: 30);
        });
        bench.Application.Exchange.Import(package, "deck.apkg");
        string id = Assert.Single(bench.Application.Reviews.Suspended()).Card.Id;

        bench.Application.Reviews.Resume(id);
        ImportSummary again = bench.Application.Exchange.Import(package, "deck.apkg");

        Assert.Equal(0, again.Events);
        Assert.False(bench.Reopen().Reviews.Card(id).Suspended);
    }

    [Fact]
    public void Leech_BroughtBackInAnki_IsNotSetAsideByItsReviews()
    {
        using Workbench bench = new();
        byte[] Package(int queue) => AnkiSamples.Package(bench, connection =>
        {
            AnkiSamples.AddNote(connection, 1, "g", "front", "b", "");
            for (int i = 0; i < 9; i++)
            {
                connection.Execute("INSERT INTO revlog VALUES (@lapse, 1, 0, 1, 1, 1, 2500, 1000, 1), (@relearned, 1, 0, 3, 1, 1, 2500, 1000, 2)", new { lapse = 1762300000000 + (i * 86_400_000), relearned = 1762300900000 + (i * 86_400_000) });
            }

            AnkiSamples.Place(connection, 1, type: 2, queue, due: 30, changed: 1763100000);
        });
        using Workbench other = new();

        bench.Application.Exchange.Import(Package(queue: 2), "deck.apkg");
        other.Application.Exchange.Import(Package(queue: -1), "deck.apkg");

        CardState card = Assert.Single(bench.Application.Reviews.Upcoming(40_000).Concat(bench.Application.Reviews.Due())).Card;
        Assert.Equal((9, true, false), (card.Lapses, card.Leech, card.Suspended));
        Assert.True(Assert.Single(other.Application.Reviews.Suspended()).Card.Leech);
    }

    [Fact]
    public void Steps_OfMinutesAndDays_ComeBackWhenAnkiSays()
    {
        using Workbench bench = new();
        DateTimeOffset now = bench.Clock.GetUtcNow();
        byte[] package = AnkiSamples.Package(bench, connection =>
        {
            void Add(long id, string guid, int type, int queue, long due, int left, int reviews)
            {
                AnkiSamples.AddNote(connection, id, guid, guid, "b", "");
                AnkiSamples.Place(connection, id, type, queue, due, left, now.ToUnixTimeSeconds() - 60);
                connection.Execute("DELETE FROM revlog WHERE cid = @id AND id > (SELECT id FROM revlog WHERE cid = @id ORDER BY id LIMIT 1 OFFSET @reviews) ", new { id, reviews = reviews - 1 });
            }

            Add(1, "learning", type: 1, queue: 1, now.AddMinutes(7).ToUnixTimeSeconds(), left: 1001, reviews: 1);
            Add(2, "relearning", type: 3, queue: 1, now.AddMinutes(9).ToUnixTimeSeconds(), left: 1001, reviews: 2);
            // The 1st of November 2025 is the collection's first day; the 22nd of November 2026 is 386 days later.
            Add(3, "tomorrow", type: 1, queue: 3, 386, left: 3001, reviews: 2);
            Add(4, "one step was enough", type: 2, queue: 2, 390, left: 0, reviews: 1);
            Add(5, "overdue", type: 1, queue: 1, now.AddDays(-3).ToUnixTimeSeconds(), left: 2002, reviews: 1);
        });

        bench.Application.Exchange.Import(package, "deck.apkg");

        Dictionary<string, CardState> cards = bench.Application.Reviews.Upcoming(40_000).Concat(bench.Application.Reviews.Due()).ToDictionary(item => item.Question.Ask, item => item.Card);
        Assert.Equal((CardPhase.Learning, 1, now.AddMinutes(7)), (cards["learning"].Phase, cards["learning"].Step, cards["learning"].Due));
        Assert.Equal((CardPhase.Relearning, 0, now.AddMinutes(9)), (cards["relearning"].Phase, cards["relearning"].Step, cards["relearning"].Due));
        Assert.Equal((CardPhase.Learning, 1, new DateTimeOffset(2026, 11, 22, 4, 0, 0, TimeSpan.Zero)), (cards["tomorrow"].Phase, cards["tomorrow"].Step, cards["tomorrow"].Due));
        Assert.Equal((CardPhase.Review, new DateTimeOffset(2026, 11, 26, 4, 0, 0, TimeSpan.Zero)), (cards["one step was enough"].Phase, cards["one step was enough"].Due));
        Assert.Equal(["overdue"], bench.Application.Reviews.Due().Select(item => item.Question.Ask));
        Assert.Equal(0, bench.Application.Exchange.Import(package, "deck.apkg").Events);
        // A review goes on from there.
        Assert.Equal(CardPhase.Review, bench.Application.Reviews.Rate(cards["learning"].Id, Rating.Good).Phase);
    }

    [Fact]
    public void Placed_ReviewedHereSince_AnOlderFileChangesNothing()
    {
        using Workbench bench = new();
        byte[] package = AnkiSamples.Package(bench, connection => AnkiSamples.AddNote(connection, 1, "g", "front", "b", ""));
        bench.Application.Exchange.Import(package, "deck.apkg");
        string id = Assert.Single(bench.Application.Reviews.Upcoming(40_000).Concat(bench.Application.Reviews.Due())).Card.Id;
        CardState rated = bench.Application.Reviews.Rate(id, Rating.Good);

        bench.Application.Exchange.Import(AnkiSamples.Package(bench, connection =>
        {
            AnkiSamples.AddNote(connection, 1, "g", "front", "b", "");
            AnkiSamples.Place(connection, 1, type: 2, queue: -1, due: 30);
        }), "older.apkg");

        Assert.Equal(rated, bench.Application.Reviews.Card(id));
    }

    [Fact]
    public void Json_PlacedCards_ComeBackWhole()
    {
        using Workbench bench = new(), other = new();
        bench.Application.Exchange.Import(AnkiSamples.Package(bench, connection =>
        {
            AnkiSamples.AddNote(connection, 1, "g", "front", "b", "");
            AnkiSamples.Place(connection, 1, type: 0, queue: -1, due: 1, changed: 0);
            connection.Execute("DELETE FROM revlog");
        }), "deck.apkg");

        other.Application.Exchange.Import(ReviewExchangeTests.Export(bench, ExchangeFormat.Json), "own.json");

        Assert.Equal("front", Assert.Single(other.Application.Reviews.Suspended()).Question.Ask);
    }

    [Fact]
    public void Newest_Form_IsReadWithNotetypesDecksAndDates()
    {
        using Workbench bench = new();
        byte[] package = AnkiSamples.NewestPackage(bench, connection =>
        {
            AnkiSamples.AddNote(connection, 1, "basic", "<b>What</b> is dropout?<script>alert(1)</script>", "It drops units", " ml ");
            AnkiSamples.AddNote(connection, 2, "cloze", "Dropout drops {{c1::units}}.", "", "");
            connection.Execute("UPDATE notes SET mid = @Cloze WHERE id = 2", new { AnkiSamples.Cloze });
            AnkiSamples.Place(connection, 2, type: 2, queue: -1, due: 30);
        });

        ImportSummary summary = bench.Application.Exchange.Import(package, "newest.apkg");

        Assert.Equal((2, 4), (summary.Cards, summary.Reviews));
        ReviewItem basic = Assert.Single(bench.Application.Reviews.Upcoming(40_000).Concat(bench.Application.Reviews.Due()));
        Assert.Equal(("What is dropout?", "It drops units"), (basic.Question.Ask, basic.Question.ModelAnswer));
        ReviewItem cloze = Assert.Single(bench.Application.Reviews.Suspended());
        Assert.Equal(("Dropout drops [...].", "Dropout drops units."), (cloze.Question.Ask, cloze.Question.ModelAnswer));
        Assert.Contains("Deep::Learning", Encoding.UTF8.GetString(ReviewExchangeTests.Export(bench, ExchangeFormat.Cards)), StringComparison.Ordinal);
    }

    private static SqliteConnection Open(Workbench bench)
    {
        string path = Path.Combine(bench.Folder, "back.db");
        using (System.IO.Compression.ZipArchive zip = new(new MemoryStream(ReviewExchangeTests.Export(bench, ExchangeFormat.Apkg))))
        using (Stream entry = zip.GetEntry("collection.anki2")!.Open())
        using (FileStream file = File.Create(path))
        {
            entry.CopyTo(file);
        }

        SqliteConnection connection = new($"Data Source={path};Pooling=False");
        connection.Open();
        return connection;
    }
}
