using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Gradus.Interview.Log;

/// <summary>Writes events as JSON and reads them back, those of older versions upgraded, those of newer ones kept unread.</summary>
public sealed class EventCodec
{
    private static readonly EventForm[] Forms =
    [
        new("sittingStarted", typeof(SittingStarted)),
        new("questionAsked", typeof(QuestionAsked)),
        new("answerSubmitted", typeof(AnswerSubmitted)),
        new("answerGraded", typeof(AnswerGraded)),
        new("roundSkipped", typeof(RoundSkipped)),
        new("roundProved", typeof(RoundProved)),
        new("reviewRated", typeof(ReviewRated)),
        new("reviewResumed", typeof(ReviewResumed)),
        new("reviewUndone", typeof(ReviewUndone)),
        new("reviewsRescheduled", typeof(ReviewsRescheduled)),
        new("cardPlaced", typeof(CardPlaced)),
        new("weightsFitted", typeof(WeightsFitted)),
        new("ownCardsSaved", typeof(OwnCardsSaved)),
        new("labRan", typeof(LabRan)),
        new("sittingFinished", typeof(SittingFinished)),
        new("sittingAbandoned", typeof(SittingAbandoned)),
        new("preferencesChanged", typeof(PreferencesChanged)),
        new("hintTaken", typeof(HintTaken)),
        new("sittingPaused", typeof(SittingPaused)),
        new("sittingResumed", typeof(SittingResumed)),
    ];

    private readonly Dictionary<string, EventForm> _byKind;
    private readonly Dictionary<Type, EventForm> _byType;

    internal EventCodec(IReadOnlyList<EventForm> forms)
    {
        _byKind = forms.ToDictionary(form => form.Kind);
        _byType = forms.ToDictionary(form => form.Type);
    }

    /// <summary>The codec of this version of Gradus.</summary>
    public static EventCodec Current { get; } = new(Forms);

    /// <summary>How events are written: compact, camelCase, enums as names, nulls written, every constructor parameter without a default demanded.</summary>
    public static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase), new FiniteNumberConverter() },
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { LeaveOutWhatIsDerived } },
    };

    /// <summary>The kind under which a type of event is stored.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <returns>The kind.</returns>
    public string KindOf<T>()
        where T : LogEvent => _byType[typeof(T)].Kind;

    /// <summary>Writes an event.</summary>
    /// <param name="event">The event.</param>
    /// <returns>Its stored form; that of an unknown event is what was read.</returns>
    public EncodedEvent Encode(LogEvent @event)
    {
        if (@event is UnknownEvent unknown)
        {
            return new EncodedEvent(unknown.Kind, unknown.Version, unknown.Body.GetRawText());
        }

        EventForm form = _byType[@event.GetType()];
        return new EncodedEvent(form.Kind, form.Version, JsonSerializer.Serialize(@event, form.Type, Json));
    }

    /// <summary>Reads an event.</summary>
    /// <param name="encoded">Its stored form.</param>
    /// <param name="stream">The stream it stands in.</param>
    /// <returns>The event; an <see cref="UnknownEvent"/> where the kind or version is newer than this codec.</returns>
    /// <exception cref="JsonException">The content is not what its kind and version demand.</exception>
    public LogEvent Decode(EncodedEvent encoded, string stream)
    {
        if (!_byKind.TryGetValue(encoded.Kind, out EventForm? form) || encoded.Version > form.Version)
        {
            using JsonDocument document = JsonDocument.Parse(encoded.Body);
            return new UnknownEvent(encoded.Kind, encoded.Version, document.RootElement.Clone(), stream);
        }

        if (encoded.Version == form.Version)
        {
            return Demand(JsonSerializer.Deserialize(encoded.Body, form.Type, Json), encoded);
        }

        JsonObject body = JsonNode.Parse(encoded.Body) as JsonObject ?? throw new JsonException($"An event of kind {encoded.Kind} is not a JSON object.");
        foreach (Action<JsonObject> upgrade in form.Upgrades.Skip(encoded.Version - 1))
        {
            upgrade(body);
        }

        return Demand(body.Deserialize(form.Type, Json), encoded);
    }

    private static LogEvent Demand(object? value, EncodedEvent encoded) => value as LogEvent ?? throw new JsonException($"An event of kind {encoded.Kind} is null.");

    private static void LeaveOutWhatIsDerived(JsonTypeInfo type)
    {
        if (type.Kind == JsonTypeInfoKind.Object)
        {
            // Properties without a setter follow from the others; storing them would let the two disagree.
            foreach (JsonPropertyInfo property in type.Properties.Where(property => property.Set is null).ToList())
            {
                type.Properties.Remove(property);
            }
        }
    }
}
