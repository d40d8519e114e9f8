using System.Text.Json;
using System.Text.Json.Serialization;
using Gradus.Labs;

namespace Gradus.Hosting.Json;

/// <summary>An interval as <c>[low, high]</c>.</summary>
internal sealed class IntervalConverter : JsonConverter<Interval>
{
    public override Interval Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        JsonSerializer.Deserialize<double[]>(ref reader, options) is [double low, double high]
            ? new Interval(low, high)
            : throw new JsonException("An interval is an array of two numbers: [low, high].");

    public override void Write(Utf8JsonWriter writer, Interval value, JsonSerializerOptions options) => JsonSerializer.Serialize(writer, (double[])[value.Low, value.High], options);
}
