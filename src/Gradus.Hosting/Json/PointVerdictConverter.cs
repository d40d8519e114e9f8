using System.Text.Json;
using System.Text.Json.Serialization;
using Gradus.Interview.Grading;

namespace Gradus.Hosting.Json;

/// <summary>A point as <c>{"id","earned","evidence": words or null, ...}</c>.</summary>
internal sealed class PointVerdictConverter : JsonConverter<PointVerdict>
{
    public override PointVerdict Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("The contract's form of a verdict is written, never read; read with GradusJson.Stored.");

    public override void Write(Utf8JsonWriter writer, PointVerdict value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteString("id", value.Id);
        writer.WriteBoolean("earned", value.Earned);
        writer.WriteEvidence(value.Evidence);
        writer.WritePropertyName("facet");
        JsonSerializer.Serialize(writer, value.Facet, options);
        writer.WriteString("fact", value.Fact);
        writer.WritePropertyName("credit");
        JsonSerializer.Serialize(writer, value.Credit, options);
        writer.WriteString("note", value.Note);
        if (value.Near is { } near)
        {
            writer.WriteString("near", near.Text);
        }

        if (value.WrongWord is { } wrongWord)
        {
            writer.WriteString("wrongWord", wrongWord);
        }

        writer.WriteEndObject();
    }
}
