using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Dapper;
using Gradus.Interview.Schedule;
using Microsoft.Data.Sqlite;

namespace Gradus.Hosting.Exchange.Anki;

/// <summary>Writes an Anki package: notes, cards with their schedule, decks, tags and the review log.</summary>
internal sealed class AnkiPackageWriter
{
    private const long NotetypeId = 1_600_000_000_000;
    private const int StartingFactor = 2500;

    private readonly SqliteConnection _connection;
    private readonly SqliteTransaction _transaction;
    private readonly DateTimeOffset _now;
    private readonly StudyDay _days;
    private readonly DateOnly _first;
    private readonly Dictionary<string, long> _decks = new(StringComparer.Ordinal) { ["Default"] = 1 };
    private readonly HashSet<long> _reviewIds = [];

    private AnkiPackageWriter(SqliteConnection connection, SqliteTransaction transaction, DateTimeOffset now, StudyDay days, DateOnly first)
    {
        _connection = connection;
        _transaction = transaction;
        _now = now;
        _days = days;
        _first = first;
    }

    /// <summary>Writes a package.</summary>
    /// <param name="cards">The cards.</param>
    /// <param name="now">The time.</param>
    /// <param name="days">The person's study days.</param>
    /// <param name="target">Where it is written.</param>
    public static void Write(IReadOnlyList<AnkiCard> cards, DateTimeOffset now, StudyDay days, Stream target)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("gradus-export-");
        try
        {
            string path = Path.Combine(folder.FullName, "collection.db");
            using (SqliteConnection connection = new(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString()))
            {
                connection.Open();
                connection.Execute("PRAGMA journal_mode = DELETE");
                connection.Execute(AnkiSchema.Sql);
                using SqliteTransaction transaction = connection.BeginTransaction();
                DateOnly first = cards.SelectMany(card => card.Reviews.Take(1)).Select(review => days.Of(review.At)).Append(days.Of(now)).Min();
                new AnkiPackageWriter(connection, transaction, now, days, first).WriteAll(cards);
                transaction.Commit();
            }

            AnkiPackage.Pack(path, target);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private void WriteAll(IReadOnlyList<AnkiCard> cards)
    {
        long id = _now.ToUnixTimeMilliseconds();
        int place = 0;
        foreach (AnkiCard card in cards)
        {
            WriteNote(card, ++id);
            WriteCard(card, id, ++place);
            WriteReviews(card, id);
        }

        long seconds = _now.ToUnixTimeSeconds();
        _connection.Execute(
            "INSERT INTO col VALUES (1, @Crt, @Mod, @Scm, @Ver, 0, 0, 0, @Conf, @Models, @Decks, @Dconf, '{}')",
            new
            {
                Crt = _days.StartOf(_first).ToUnixTimeSeconds(),
                Mod = seconds * 1000,
                Scm = seconds * 1000,
                Ver = AnkiSchema.Version,
                Conf = AnkiSettings.Collection(NotetypeId),
                Models = AnkiSettings.Notetypes(NotetypeId, seconds),
                Decks = AnkiSettings.Decks(_decks, seconds),
                Dconf = AnkiSettings.DeckOptions(seconds),
            },
            _transaction);
    }

    private void WriteNote(AnkiCard card, long id)
    {
        string front = HtmlText.From(card.Front);
        _connection.Execute(
            "INSERT INTO notes VALUES (@id, @Guid, @Notetype, @mod, -1, @tags, @flds, @front, @csum, 0, '')",
            new
            {
                id,
                card.Guid,
                Notetype = NotetypeId,
                mod = _now.ToUnixTimeSeconds(),
                tags = card.Tags.Count == 0 ? "" : $" {string.Join(' ', card.Tags)} ",
                flds = card.Front + AnkiSchema.FieldSeparator + card.Back,
                front,
                csum = Checksum(front),
            },
            _transaction);
    }

    private void WriteCard(AnkiCard card, long id, int place)
    {
        CardState state = card.State;
        int type = state.Phase switch { CardPhase.New => 0, CardPhase.Learning => 1, CardPhase.Review => 2, _ => 3 };
        long due = state.Phase switch
        {
            CardPhase.New => place,
            CardPhase.Review => _days.Of(state.Due!.Value).DayNumber - _first.DayNumber,
            _ => state.Due!.Value.ToUnixTimeSeconds(),
        };
        _connection.Execute(
            "INSERT INTO cards VALUES (@id, @id, @deck, 0, @mod, -1, @type, @queue, @due, @ivl, @factor, @reps, @lapses, @left, 0, 0, 0, @data)",
            new
            {
                id,
                deck = Deck(card.Deck),
                mod = _now.ToUnixTimeSeconds(),
                type,
                queue = state.Suspended ? -1 : type == 3 ? 1 : type,
                due,
                ivl = state.IntervalDays,
                factor = state.Phase == CardPhase.New ? 0 : StartingFactor,
                reps = state.Repetitions,
                lapses = state.Lapses,
                left = AnkiPlace.Left(state),
                data = state.Memory is { } memory ? string.Create(CultureInfo.InvariantCulture, $"{{\"s\":{memory.Stability:0.####},\"d\":{memory.Difficulty:0.###}}}") : "",
            },
            _transaction);
    }

    private void WriteReviews(AnkiCard card, long cardId)
    {
        int interval = 0;
        for (int i = 0; i < card.Reviews.Count; i++)
        {
            ForeignReview review = card.Reviews[i];
            // The time in milliseconds is the key: of two reviews in one, the later moves by one.
            long id = review.At.ToUnixTimeMilliseconds();
            while (!_reviewIds.Add(id))
            {
                id++;
            }

            bool last = i + 1 == card.Reviews.Count;
            int next = last ? card.State.IntervalDays : Math.Max(0, _days.Of(card.Reviews[i + 1].At).DayNumber - _days.Of(review.At).DayNumber);
            bool later = i > 0 && _days.Of(review.At) > _days.Of(card.Reviews[i - 1].At);
            _connection.Execute(
                "INSERT INTO revlog VALUES (@id, @cardId, -1, @ease, @ivl, @lastIvl, @factor, @time, @type)",
                new { id, cardId, ease = (int)review.Rating, ivl = next, lastIvl = interval, factor = StartingFactor, time = review.Milliseconds ?? 0, type = later ? 1 : i == 0 ? 0 : 2 },
                _transaction);
            interval = next;
        }
    }

    private long Deck(string name)
    {
        if (!_decks.TryGetValue(name, out long id))
        {
            _decks[name] = id = NotetypeId + 1000 + _decks.Count;
        }

        return id;
    }

    // As Anki has it: the first eight digits of the SHA-1 of the first field without its HTML.
    private static long Checksum(string field)
    {
#pragma warning disable CA5350 // The format demands SHA-1; nothing is secured by it.
        byte[] hash = SHA1.HashData(Encoding.UTF8.GetBytes(field));
#pragma warning restore CA5350
        return ((long)hash[0] << 24) | ((long)hash[1] << 16) | ((long)hash[2] << 8) | hash[3];
    }
}
