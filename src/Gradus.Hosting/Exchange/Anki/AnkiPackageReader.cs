using Gradus.Interview.Schedule;

namespace Gradus.Hosting.Exchange.Anki;

/// <summary>Reads an Anki package: notes as cards of plain text, the review log, the dates. Media are passed over.</summary>
internal static class AnkiPackageReader
{
    private static readonly DateTimeOffset Earliest = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Reads a package.</summary>
    /// <param name="content">The file.</param>
    /// <param name="source">Its name, for messages.</param>
    /// <param name="isQuestion">Whether the bank has a question with an id.</param>
    /// <param name="now">The time; later reviews are refused.</param>
    /// <param name="today">The study day.</param>
    public static ForeignCollection Read(byte[] content, string source, Func<string, bool> isQuestion, DateTimeOffset now, DateOnly today)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("gradus-import-");
        try
        {
            string path = Path.Combine(folder.FullName, "collection.db");
            AnkiPackage.Extract(content, source, path);
            using AnkiRows rows = new(path, source);
            return Read(rows, source, isQuestion, now, today);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static ForeignCollection Read(AnkiRows rows, string source, Func<string, bool> isQuestion, DateTimeOffset now, DateOnly today)
    {
        AnkiRow[] collections = [.. rows.Read("col", 16, ["crt"], ["models", "decks"])];
        if (collections is not [AnkiRow collection])
        {
            throw new ImportException(source, $"the collection has {collections.Length} rows in col; it needs one.");
        }

        AnkiTables tables = new(rows, collection, source);
        Dictionary<long, AnkiNotetype> notetypes = tables.Notetypes();
        Dictionary<long, string> decks = tables.Decks();
        Dictionary<long, AnkiRow> notes = [];
        foreach (AnkiRow note in rows.Read("notes", ImportLimits.Cards, ["id", "mid"], ["guid", "tags", "flds"]))
        {
            notes[note.Wholes[0]] = note;
        }

        List<OwnCard> cards = [];
        List<ForeignPlace> places = [];
        Dictionary<long, string> ids = [];
        int empty = 0;
        foreach (AnkiRow row in rows.Read("cards", ImportLimits.Cards, ["id", "nid", "did", "ord", "type", "due", "ivl", "odid", "odue", "queue", "left", "mod"], []))
        {
            long number = row.Wholes[3];
            if (!notes.TryGetValue(row.Wholes[1], out AnkiRow? note) || number is < 0 or > 500)
            {
                throw new ImportException(source, $"{row.Place} belongs to no note of the package.");
            }

            string guid = note.Texts[0];
            string id;
            if (guid.StartsWith(AnkiKey.Question, StringComparison.Ordinal) && isQuestion(guid[AnkiKey.Question.Length..]))
            {
                id = guid[AnkiKey.Question.Length..];
            }
            else
            {
                if (!notetypes.TryGetValue(note.Wholes[1], out AnkiNotetype? notetype))
                {
                    throw new ImportException(source, $"{note.Place} has a note type that the package does not hold.");
                }

                (string front, string back) = Sides(note, notetype, number);
                if (front.Length == 0)
                {
                    empty++;
                    continue;
                }

                string? deck = decks.GetValueOrDefault(row.Wholes[7] != 0 ? row.Wholes[7] : row.Wholes[2]);
                OwnCard card = CardText.Make(source, note.Place, AnkiKey.Of(guid, number), front, back, note.Texts[1].Split(' ', StringSplitOptions.RemoveEmptyEntries), deck);
                cards.Add(card);
                id = card.Id;
            }

            ids[row.Wholes[0]] = id;
            places.Add(AnkiPlace.Of(row.Wholes[4..], id, collection.Wholes[0], now, today));
        }

        (List<ForeignReview> reviews, int strange) = Reviews(rows, source, ids, now);
        List<string> notices = [];
        Tell(empty, "card shows nothing but pictures or sounds on its front and was left out");
        Tell(strange, "entry of the review log is no rating (such as a new date given by hand) or belongs to no card, and was left out");
        return new ForeignCollection(cards, reviews, places, notices);
        void Tell(int count, string what)
        {
            if (count > 0)
            {
                notices.Add($"{count} time{(count == 1 ? "" : "s")}: {what}.");
            }
        }
    }

    private static (List<ForeignReview> Reviews, int Strange) Reviews(AnkiRows rows, string source, Dictionary<long, string> ids, DateTimeOffset now)
    {
        List<ForeignReview> reviews = [];
        int strange = 0;
        foreach (AnkiRow row in rows.Read("revlog", ImportLimits.Reviews, ["id", "cid", "ease", "time", "type"], []))
        {
            if (row.Wholes[2] is < 1 or > 4 || row.Wholes[4] is < 0 or > 3 || !ids.TryGetValue(row.Wholes[1], out string? id))
            {
                strange++;
                continue;
            }

            long at = row.Wholes[0];
            if (at < Earliest.ToUnixTimeMilliseconds() || at > now.AddDays(1).ToUnixTimeMilliseconds())
            {
                throw new ImportException(source, $"{row.Place} was given at {at} ms since 1970, which is before 2000 or to come.");
            }

            reviews.Add(new ForeignReview(id, (Rating)row.Wholes[2], DateTimeOffset.FromUnixTimeMilliseconds(at), row.Wholes[3] > 0 ? (int)Math.Min(row.Wholes[3], int.MaxValue) : null));
        }

        return (reviews, strange);
    }

    private static (string Front, string Back) Sides(AnkiRow note, AnkiNotetype notetype, long number)
    {
        string[] fields = note.Texts[2].Split(AnkiSchema.FieldSeparator);
        if (notetype.IsCloze)
        {
            (string asked, string whole) = AnkiTemplate.Cloze(fields[0], number + 1);
            string extra = fields.Length > 1 ? HtmlText.From(fields[1]) : "";
            return (asked, extra.Length > 0 ? $"{whole}\n{extra}" : whole);
        }

        Dictionary<string, string> byName = new(StringComparer.Ordinal);
        foreach ((string name, string value) in notetype.Fields.Zip(fields))
        {
            byName[name] = value;
        }

        (string question, string answer) = number < notetype.Templates.Count ? notetype.Templates[(int)number] : ("", "");
        string front = AnkiTemplate.Render(question, byName);
        string back = AnkiTemplate.Render(answer, byName);
        return front.Length > 0 && back.Length > 0 ? (front, back) : (HtmlText.From(fields[0]), fields.Length > 1 ? HtmlText.From(fields[1]) : "");
    }
}
