using System.Globalization;
using System.Text.Json;

namespace Gradus.Hosting.Exchange.Anki;

/// <summary>Reads the JSON that stands in a collection: note types and decks by their ids.</summary>
internal static class AnkiJson
{
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 32 };

    /// <summary>The note types.</summary>
    public static Dictionary<long, AnkiNotetype> Notetypes(string json, string source) => Read(json, source, "models", model => new AnkiNotetype(
        model.TryGetProperty("type", out JsonElement type) && type.ValueKind == JsonValueKind.Number && type.TryGetInt32(out int kind) && kind == 1,
        [.. model.GetProperty("flds").EnumerateArray().Select(field => field.GetProperty("name").GetString() ?? "")],
        [.. model.GetProperty("tmpls").EnumerateArray().Select(template => (template.GetProperty("qfmt").GetString() ?? "", template.GetProperty("afmt").GetString() ?? ""))]));

    /// <summary>The names of the decks.</summary>
    public static Dictionary<long, string> Decks(string json, string source) => Read(json, source, "decks", deck => deck.GetProperty("name").GetString() ?? "");

    private static Dictionary<long, T> Read<T>(string json, string source, string what, Func<JsonElement, T> read)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(json, Options);
            Dictionary<long, T> all = [];
            foreach (JsonProperty one in document.RootElement.EnumerateObject())
            {
                if (long.TryParse(one.Name, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long id))
                {
                    all[id] = read(one.Value);
                }
            }

            return all;
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or KeyNotFoundException or FormatException)
        {
            throw new ImportException(source, $"the {what} of the collection cannot be read ({error.Message.ReplaceLineEndings(" ").TrimEnd('.')}).", error);
        }
    }
}
