using System.Text.Json;
using System.Text.Json.Serialization;

namespace Gradus.Learning.Training.Runs;

/// <summary>How run records are written. Numbers that are not finite become null.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, Converters = [typeof(FiniteOrNullConverter)])]
[JsonSerializable(typeof(EpochRecord))]
[JsonSerializable(typeof(RunEnvironment))]
internal sealed partial class RunJson : JsonSerializerContext;

/// <summary>Writes what is not finite as null, which every reader of JSON can read, and reads null as NaN.</summary>
internal sealed class FiniteOrNullConverter : JsonConverter<double>
{
    public override bool HandleNull => true;

    public override double Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType == JsonTokenType.Null ? double.NaN : reader.GetDouble();

    public override void Write(Utf8JsonWriter writer, double value, JsonSerializerOptions options)
    {
        if (double.IsFinite(value))
        {
            writer.WriteNumberValue(value);
        }
        else
        {
            writer.WriteNullValue();
        }
    }
}
