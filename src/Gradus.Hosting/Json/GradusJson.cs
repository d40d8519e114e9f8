using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Gradus.Interview.Log;
using Gradus.Labs;
using Gradus.Labs.Figures;

namespace Gradus.Hosting.Json;

/// <summary>JSON as the command line and the REST API speak it, and as results are stored.</summary>
public static class GradusJson
{
    /// <summary>
    /// For the command line and the REST API: one line, camelCase, enums as camelCase strings, NaN and infinities as null. Verdicts and labs have the form of the command-line
    /// contract: evidence is the quoted words (with <c>start</c> and <c>length</c> beside it), an interval is <c>[low, high]</c>, figures are left out. Written, never read.
    /// </summary>
    public static JsonSerializerOptions Options { get; } = Make(
        [new PointVerdictConverter(), new MisconceptionVerdictConverter()],
        type => Remove(type, typeof(LabResult), nameof(LabResult.Figures)));

    /// <summary>For results in the store: as <see cref="Options"/>, but whole and read back as they were; figures included, each mark named by its <c>kind</c>.</summary>
    public static JsonSerializerOptions Stored { get; } = Make([], NameMarks);

    private static JsonSerializerOptions Make(IReadOnlyList<JsonConverter> converters, Action<JsonTypeInfo> modifier)
    {
        JsonSerializerOptions options = new(JsonSerializerDefaults.Web)
        {
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase), new FiniteNumberConverter(), new IntervalConverter() },
            TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { modifier } },
        };
        foreach (JsonConverter converter in converters)
        {
            options.Converters.Add(converter);
        }

        options.MakeReadOnly();
        return options;
    }

    private static void Remove(JsonTypeInfo type, Type from, string member)
    {
        string name = JsonNamingPolicy.CamelCase.ConvertName(member);
        if (type.Type == from && type.Properties.FirstOrDefault(property => property.Name == name) is { } property)
        {
            type.Properties.Remove(property);
        }
    }

    private static void NameMarks(JsonTypeInfo type)
    {
        if (type.Type == typeof(Mark))
        {
            type.PolymorphismOptions = new JsonPolymorphismOptions { TypeDiscriminatorPropertyName = "kind" };
            foreach (Type mark in typeof(Mark).Assembly.GetTypes().Where(candidate => candidate.IsSubclassOf(typeof(Mark)) && !candidate.IsAbstract).OrderBy(candidate => candidate.Name, StringComparer.Ordinal))
            {
                type.PolymorphismOptions.DerivedTypes.Add(new JsonDerivedType(mark, JsonNamingPolicy.CamelCase.ConvertName(mark.Name)));
            }
        }
    }
}
