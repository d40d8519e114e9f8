using System.Text.Json;
using Gradus.Learning.Data.Files;

namespace Gradus.Learning.Training.Runs;

/// <summary>One line of a file of JSON lines, an object. What is missing or of another kind is refused with file, byte and field.</summary>
/// <param name="Source">The file.</param>
/// <param name="Offset">Where the line begins.</param>
/// <param name="Text">The line.</param>
/// <param name="Object">The object.</param>
internal sealed record JsonLine(string Source, long Offset, string Text, JsonElement Object)
{
    internal string String(string name) => Take(name, JsonValueKind.String).GetString()!;

    internal double Number(string name) => Take(name, JsonValueKind.Number).GetDouble();

    internal double? NumberOrNull(string name) => IsNull(name) ? null : Number(name);

    internal string? StringOrNull(string name) => IsNull(name) ? null : String(name);

    internal int Whole(string name) => Take(name, JsonValueKind.Number).TryGetInt32(out int value) && value >= 0 ? value : throw Fault(name, "it is no whole number from 0 on");

    internal JsonElement Take(string name, JsonValueKind kind) =>
        Object.TryGetProperty(name, out JsonElement value) && value.ValueKind == kind ? value : throw Fault(name, $"it is missing, or no {kind.ToString().ToLowerInvariant()}");

    internal DataFormatException Fault(string field, string problem) => new(Source, Offset, field, $"{problem}. Take the line out, or the file away.");

    private bool IsNull(string name) => !Object.TryGetProperty(name, out JsonElement value) || value.ValueKind == JsonValueKind.Null;
}
