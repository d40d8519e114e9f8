using System.Text.Json;
using System.Text.Json.Serialization;

namespace Gradus.Interview.Grading.Models;

/// <summary>What a language model returned, typed; nothing in it is believed before <see cref="ModelVerdictReader"/> has checked it.</summary>
internal sealed record ModelReply
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Skip };

    public required IReadOnlyList<ModelPoint> Points { get; init; }

    public IReadOnlyList<ModelMisconception> Misconceptions { get; init; } = [];

    /// <summary>Reads a reply; a fence of Markdown around the object is passed over.</summary>
    /// <exception cref="FormatException">It is no such object; the message says where.</exception>
    public static ModelReply Parse(string text)
    {
        int begin = text.IndexOf('{', StringComparison.Ordinal), end = text.LastIndexOf('}');
        if (begin < 0 || end < begin)
        {
            throw new FormatException("the reply holds no JSON object");
        }

        try
        {
            ModelReply reply = JsonSerializer.Deserialize<ModelReply>(text[begin..(end + 1)], Options)!;
            return reply.Points is null || reply.Misconceptions is null || reply.Points.Any(point => point is null) || reply.Misconceptions.Any(item => item is null)
                ? throw new FormatException("the reply holds null where a list or an object is needed")
                : reply;
        }
        catch (JsonException error)
        {
            throw new FormatException($"the reply cannot be read: {error.Message}", error);
        }
    }
}

/// <summary>What the model says of a point.</summary>
internal sealed record ModelPoint(string Id, bool Earned, string? Evidence);

/// <summary>A misconception that the model sees asserted.</summary>
internal sealed record ModelMisconception(string Id, string? Evidence);
