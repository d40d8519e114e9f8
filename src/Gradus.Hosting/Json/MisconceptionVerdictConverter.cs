using System.Text.Json;
using System.Text.Json.Serialization;
using Gradus.Interview.Grading;

namespace Gradus.Hosting.Json;

/// <summary>A misconception as <c>{"id","evidence": words, ...}</c>.</summary>
internal sealed class MisconceptionVerdictConverter : JsonConverter<MisconceptionVerdict>
{
    public override MisconceptionVerdict Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("The contract's form of a verdict is written, never read; read with GradusJson.Stored.");

    public override void Write(Utf8JsonWriter writer, MisconceptionVerdict value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteString("id", value.Id);
        writer.WriteEvidence(value.Evidence);
        writer.WriteString("correction", value.Correction);
        writer.WriteEndObject();
    }
}
