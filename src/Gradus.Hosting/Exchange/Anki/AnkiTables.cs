namespace Gradus.Hosting.Exchange.Anki;

/// <summary>Note types and decks of a collection, wherever it keeps them: as JSON in one row, or in tables of their own.</summary>
/// <param name="rows">The collection.</param>
/// <param name="collection">Its row in <c>col</c>, with the columns <c>models</c> and <c>decks</c>.</param>
/// <param name="source">The file's name, for messages.</param>
internal sealed class AnkiTables(AnkiRows rows, AnkiRow collection, string source)
{
    private const int MostNotetypes = 10_000;
    private const int MostFields = 100_000;

    // The numbers of the fields in Anki's messages Notetype.Config and Notetype.Template.Config.
    private const int Kind = 1;
    private const int Cloze = 1;
    private const int Question = 1;
    private const int Answer = 2;

    private readonly bool _newer = AnkiSchema.NewerTables.All(rows.Has);

    /// <summary>The note types by their ids.</summary>
    public Dictionary<long, AnkiNotetype> Notetypes()
    {
        if (!_newer)
        {
            return AnkiJson.Notetypes(collection.Texts[0], source);
        }

        ILookup<long, string> fields = rows.Read("fields", MostFields, ["ntid", "ord"], ["name"])
            .OrderBy(row => row.Wholes[1]).ToLookup(row => row.Wholes[0], row => row.Texts[0]);
        ILookup<long, (string, string)> templates = rows.Read("templates", MostFields, ["ntid", "ord"], [], "config")
            .OrderBy(row => row.Wholes[1]).ToLookup(row => row.Wholes[0], Template);
        Dictionary<long, AnkiNotetype> notetypes = [];
        foreach (AnkiRow row in rows.Read("notetypes", MostNotetypes, ["id"], [], "config"))
        {
            long id = row.Wholes[0];
            notetypes[id] = new AnkiNotetype(Message(row).Number(Kind) == Cloze, [.. fields[id]], [.. templates[id]]);
        }

        return notetypes;
    }

    /// <summary>The names of the decks by their ids.</summary>
    public Dictionary<long, string> Decks()
    {
        if (!_newer)
        {
            return AnkiJson.Decks(collection.Texts[1], source);
        }

        Dictionary<long, string> decks = [];
        foreach (AnkiRow row in rows.Read("decks", ImportLimits.Cards, ["id"], ["name"]))
        {
            decks[row.Wholes[0]] = row.Texts[0].Replace(AnkiSchema.FieldSeparator.ToString(), "::", StringComparison.Ordinal);
        }

        return decks;
    }

    private (string Front, string Back) Template(AnkiRow row)
    {
        ProtobufMessage message = Message(row);
        return (StrictUtf8.Decode(message.Bytes(Question), source, row.Place), StrictUtf8.Decode(message.Bytes(Answer), source, row.Place));
    }

    private ProtobufMessage Message(AnkiRow row) =>
        ProtobufMessage.TryRead(row.Bytes[0], out ProtobufMessage? message) ? message : throw new ImportException(source, $"{row.Place}, config, is none of Anki's messages.");
}
