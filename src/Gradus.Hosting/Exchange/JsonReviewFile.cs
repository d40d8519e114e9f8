using System.Globalization;
using System.Text.Json;
using Gradus.Interview.Log;
using Gradus.Interview.Schedule;

namespace Gradus.Hosting.Exchange;

/// <summary>Gradus's own file of reviews: the events of the log as they are, each with its id and time.</summary>
internal static class JsonReviewFile
{
    /// <summary>What the field <c>format</c> says.</summary>
    public const string Format = "gradus-reviews";

    /// <summary>The version that is written; later ones are refused.</summary>
    public const int Version = 1;

    private const string TimeForm = "yyyy-MM-ddTHH:mm:ss.fffZ";
    private static readonly DateTimeOffset Earliest = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly LastDay = new(2200, 1, 1);

    /// <summary>Writes events.</summary>
    public static void Write(IReadOnlyList<LoggedEvent> events, DateTimeOffset now, Stream target)
    {
        using Utf8JsonWriter json = new(target, new JsonWriterOptions { Encoder = EventCodec.Json.Encoder, Indented = true });
        json.WriteStartObject();
        json.WriteString("format", Format);
        json.WriteNumber("version", Version);
        json.WriteString("exported", now.ToUniversalTime().ToString(TimeForm, CultureInfo.InvariantCulture));
        json.WriteStartArray("events");
        foreach (LoggedEvent logged in events)
        {
            EncodedEvent encoded = EventCodec.Current.Encode(logged.Event);
            json.WriteStartObject();
            json.WriteString("id", logged.Id);
            json.WriteString("at", logged.At.ToUniversalTime().ToString(TimeForm, CultureInfo.InvariantCulture));
            json.WriteString("kind", encoded.Kind);
            json.WriteNumber("version", encoded.Version);
            json.WritePropertyName("body");
            json.WriteRawValue(encoded.Body);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>Reads events and refuses every one that this Gradus could not have written.</summary>
    /// <param name="text">The text.</param>
    /// <param name="source">The file's name, for messages.</param>
    /// <param name="now">The time; later events are refused.</param>
    /// <returns>The events in the order of the file; their places are 0.</returns>
    public static IReadOnlyList<LoggedEvent> Read(string text, string source, DateTimeOffset now)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = 32 });
            JsonElement root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("format", out JsonElement format) || format.ValueKind != JsonValueKind.String || format.GetString() != Format)
            {
                throw new ImportException(source, $"the file is JSON, but its field 'format' is not \"{Format}\".");
            }

            if (!root.TryGetProperty("version", out JsonElement version) || version.ValueKind != JsonValueKind.Number || !version.TryGetInt32(out int number) || number is < 1 or > Version)
            {
                throw new ImportException(source, $"the field 'version' must be a number up to {Version}; a later one needs a newer Gradus.");
            }

            if (!root.TryGetProperty("events", out JsonElement events) || events.ValueKind != JsonValueKind.Array)
            {
                throw new ImportException(source, "the field 'events' must be a list.");
            }

            if (events.GetArrayLength() > ImportLimits.Reviews)
            {
                throw new ImportException(source, $"the file holds {events.GetArrayLength()} events; at most {ImportLimits.Reviews} are read.");
            }

            HashSet<string> ids = new(StringComparer.Ordinal);
            List<LoggedEvent> read = [];
            foreach (JsonElement element in events.EnumerateArray())
            {
                LoggedEvent logged = Event(element, source, $"event {read.Count + 1}", now);
                read.Add(ids.Add(logged.Id) ? logged : throw new ImportException(source, $"event {read.Count + 1} has the id {logged.Id} of one before it."));
            }

            return read;
        }
        catch (JsonException error)
        {
            throw new ImportException(source, $"line {(error.LineNumber ?? 0) + 1} is no valid JSON ({error.Message.Split(" Path:")[0].Split(" LineNumber:")[0].ReplaceLineEndings(" ").TrimEnd('.')}).", error);
        }
    }

    private static LoggedEvent Event(JsonElement element, string source, string place, DateTimeOffset now)
    {
        string id = Text(element, "id", source, place);
        string at = Text(element, "at", source, place);
        string kind = Text(element, "kind", source, place);
        if (!EventIds.IsId(id))
        {
            throw new ImportException(source, $"{place} has an id that is none.");
        }

        if (!DateTimeOffset.TryParseExact(at, TimeForm, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset time) || time < Earliest || time > now.AddDays(1))
        {
            throw new ImportException(source, $"{place} has the time '{(at.Length <= 40 ? at : at[..40])}'; it must be like 2026-11-26T10:00:00.000Z, from 2000 on and not to come.");
        }

        if (!ReviewExchange.Kinds.Contains(kind) || !element.TryGetProperty("version", out JsonElement version) || version.ValueKind != JsonValueKind.Number || !version.TryGetInt32(out int number) || number < 1)
        {
            throw new ImportException(source, $"{place} is of the kind '{(kind.Length <= 40 ? kind : kind[..40])}', which is none of a review, or has no version.");
        }

        if (!element.TryGetProperty("body", out JsonElement body) || body.ValueKind != JsonValueKind.Object)
        {
            throw new ImportException(source, $"{place} has no body.");
        }

        try
        {
            LogEvent @event = EventCodec.Current.Decode(new EncodedEvent(kind, number, body.GetRawText()), "");
            Check(@event, time, source, place);
            return new LoggedEvent(0, id, time, @event);
        }
        catch (Exception error) when (error is JsonException or ArgumentException or InvalidOperationException or FormatException)
        {
            throw new ImportException(source, $"{place} cannot be read ({error.Message.Split(" Path:")[0].ReplaceLineEndings(" ").TrimEnd('.')}).", error);
        }
    }

    private static void Check(LogEvent @event, DateTimeOffset at, string source, string place)
    {
        switch (@event)
        {
            case UnknownEvent:
                throw new ImportException(source, $"{place} was written by a newer Gradus.");
            case ReviewRated rated:
                Demand(IsQuestion(rated.Question) && Enum.IsDefined(rated.Rating), "rates no question, or not by 1 to 4");
                Demand(Math.Abs(rated.Day.DayNumber - DateOnly.FromDateTime(at.UtcDateTime).DayNumber) <= 2, "has a study day that is not that of its time");
                Demand(rated.AnswerId is null || IsName(rated.AnswerId), "names no answer");
                Demand(rated.Milliseconds is null or >= 0, "took less than no time");
                break;
            case ReviewResumed resumed:
                Demand(IsQuestion(resumed.Question), "resumes no question");
                break;
            case ReviewUndone undone:
                Demand(IsQuestion(undone.Question) && EventIds.IsId(undone.RatingId) && (undone.AnswerId is null || IsName(undone.AnswerId)), "takes back no rating");
                break;
            case ReviewsRescheduled rescheduled:
                Demand(rescheduled.Reviews.Count <= ImportLimits.Cards && rescheduled.Reviews.All(one => one is not null && IsQuestion(one.Question) && one.Day.Year >= 2000 && one.Day < LastDay), "gives a date that is none");
                break;
            case CardPlaced placed:
                Demand(IsQuestion(placed.Question) && Enum.IsDefined(placed.Phase) && placed.Step is >= 0 and < 100 && (placed.Due is null || (placed.Due >= Earliest && placed.Due.Value.Year < LastDay.Year)), "places no card, or places it nowhere");
                break;
            case WeightsFitted fitted:
                _ = new Fsrs6(fitted.Weights);
                Demand(Enum.IsDefined(fitted.Stage), "was fitted by no known stage");
                break;
            case PreferencesChanged changed:
                changed.Preferences.Validate();
                break;
            case OwnCardsSaved saved:
                Demand(saved.Source.Length <= ImportLimits.NameLength && !saved.Source.Any(char.IsControl), "has a source that is no file's name");
                Demand(saved.Cards.Count <= ImportLimits.Cards && saved.Cards.All(card => card is { Front: not null, Back: not null, Tags: not null, Id: not null } && card.Tags.All(tag => tag is not null)), "holds no cards, or too many");
                foreach (OwnCard card in saved.Cards)
                {
                    CardText.Check(source, place, card);
                }

                break;
        }

        void Demand(bool holds, string problem)
        {
            if (!holds)
            {
                throw new ImportException(source, $"{place} {problem}.");
            }
        }
    }

    private static string Text(JsonElement element, string name, string source, string place) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()!
            : throw new ImportException(source, $"{place} has no text '{name}'.");

    private static bool IsQuestion(string id) => id.Length is > 0 and <= 100 && id.All(c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-');

    private static bool IsName(string id) => id.Length is > 0 and <= 40 && id.All(char.IsAsciiLetterOrDigit);
}
