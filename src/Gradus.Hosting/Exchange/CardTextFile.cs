using System.Globalization;
using System.Text;
using Gradus.Interview.Schedule;

namespace Gradus.Hosting.Exchange;

/// <summary>Cards as text, with the headers that Anki writes before the records: <c>#separator:</c>, <c>#html:</c>, <c>#columns:</c>, <c>#guid column:</c>, <c>#deck:</c> and so on.</summary>
internal static class CardTextFile
{
    private static readonly Dictionary<string, char> Separators = new(StringComparer.OrdinalIgnoreCase)
    {
        ["comma"] = ',',
        ["semicolon"] = ';',
        ["tab"] = '\t',
        ["space"] = ' ',
        ["pipe"] = '|',
        ["colon"] = ':',
        [","] = ',',
        [";"] = ';',
        ["\\t"] = '\t',
        ["|"] = '|',
    };

    /// <summary>Reads the cards. Without headers, the first two fields of a record are front and back.</summary>
    public static IReadOnlyList<OwnCard> Read(string text, string source)
    {
        Dictionary<string, string> headers = new(StringComparer.OrdinalIgnoreCase);
        int line = 1;
        int at = 0;
        while (at < text.Length && text[at] == '#')
        {
            int end = text.IndexOf('\n', at);
            end = end < 0 ? text.Length : end;
            string[] header = text[(at + 1)..end].TrimEnd('\r').Split(':', 2);
            headers[header[0].Trim()] = header.Length == 2 ? header[1] : "";
            at = Math.Min(text.Length, end + 1);
            line++;
        }

        char separator = headers.TryGetValue("separator", out string? name)
            ? Separators.TryGetValue(name.Trim(), out char known) ? known : throw new ImportException(source, $"the header '#separator:{(name.Length <= 20 ? name : name[..20])}' names no separator; use comma, semicolon, tab or pipe.")
            : text.AsSpan(at).IndexOfAny('\t', ',') is >= 0 and int first ? text[at + first] : '\t';
        bool html = headers.GetValueOrDefault("html")?.Trim().Equals("true", StringComparison.OrdinalIgnoreCase) ?? false;
        int guid = Column(headers, "guid column", source);
        int deck = Column(headers, "deck column", source);
        int tags = Column(headers, "tags column", source);
        int type = Column(headers, "notetype column", source);
        List<OwnCard> cards = [];
        foreach ((int at2, IReadOnlyList<string> fields) in DelimitedText.Read(text[at..], separator, source, line))
        {
            int[] texts = [.. Enumerable.Range(0, fields.Count).Where(i => i != guid && i != deck && i != tags && i != type)];
            if (texts.Length < 2)
            {
                throw new ImportException(source, $"line {at2} has {fields.Count} fields; a card needs a front and a back.");
            }

            if (cards.Count == ImportLimits.Cards)
            {
                throw new ImportException(source, $"line {at2} is the {ImportLimits.Cards + 1}th card; at most {ImportLimits.Cards} are read.");
            }

            string front = html ? HtmlText.From(fields[texts[0]]) : fields[texts[0]];
            string back = html ? HtmlText.From(fields[texts[1]]) : fields[texts[1]];
            cards.Add(CardText.Make(
                source,
                $"line {at2}",
                guid >= 0 && guid < fields.Count && fields[guid].Length > 0 ? fields[guid] : "front:" + EventIds.Of(front),
                front,
                back,
                (tags >= 0 && tags < fields.Count ? fields[tags] : headers.GetValueOrDefault("tags") ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries),
                deck >= 0 && deck < fields.Count ? fields[deck] : headers.GetValueOrDefault("deck")));
        }

        return cards;
    }

    /// <summary>Writes cards.</summary>
    public static string Write(IEnumerable<OwnCard> cards)
    {
        StringBuilder text = new("#separator:comma\n#html:false\n#columns:guid,deck,front,back,tags\n#guid column:1\n#deck column:2\n#tags column:5\n");
        foreach (OwnCard card in cards)
        {
            text.Append(DelimitedText.Write([card.Key ?? card.Id, card.Deck ?? "", card.Front, card.Back, string.Join(' ', card.Tags)], ','));
        }

        return text.ToString();
    }

    private static int Column(Dictionary<string, string> headers, string name, string source) =>
        !headers.TryGetValue(name, out string? value) ? -1
        : int.TryParse(value.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out int column) && column is >= 1 and <= 100 ? column - 1
        : throw new ImportException(source, $"the header '#{name}:' must give the number of a column from 1 to 100.");
}
