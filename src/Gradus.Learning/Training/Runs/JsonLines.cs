using System.Text;
using System.Text.Json;
using Gradus.Learning.Data.Files;

namespace Gradus.Learning.Training.Runs;

/// <summary>Reads a file of JSON lines that another process may be writing or was killed in writing: a last line without its end does not count.</summary>
/// <param name="Lines">The whole lines.</param>
/// <param name="Length">The bytes of the whole lines.</param>
internal sealed record JsonLines(IReadOnlyList<JsonLine> Lines, long Length)
{
    /// <summary>Reads a file; one that is not there has no lines.</summary>
    /// <exception cref="DataFormatException">A line is no JSON object, or the file is too large.</exception>
    internal static JsonLines Read(string path)
    {
        if (!File.Exists(path))
        {
            return new JsonLines([], 0);
        }

        using FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        if (file.Length > DataFile.Largest)
        {
            throw new DataFormatException(path, 0, "length", $"the file has {file.Length} bytes; at most {DataFile.Largest} are read");
        }

        byte[] bytes = new byte[file.Length];
        int there = file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        List<JsonLine> lines = [];
        int from = 0;
        for (int end = bytes.AsSpan(0, there).IndexOf((byte)'\n'); end >= 0; end = bytes.AsSpan(from, there - from).IndexOf((byte)'\n'))
        {
            lines.Add(Parse(path, from, bytes.AsMemory(from, end)));
            from += end + 1;
        }

        return new JsonLines(lines, from);
    }

    private static JsonLine Parse(string path, long offset, ReadOnlyMemory<byte> line)
    {
        try
        {
            JsonElement parsed = JsonElement.Parse(line.Span);
            return parsed.ValueKind == JsonValueKind.Object
                ? new JsonLine(path, offset, Encoding.UTF8.GetString(line.Span), parsed)
                : throw new DataFormatException(path, offset, "line", "it is no JSON object. Take the line out, or the file away.");
        }
        catch (JsonException fault)
        {
            throw new DataFormatException(path, offset + (fault.BytePositionInLine ?? 0), "line", "it is no JSON. Take the line out, or the file away.");
        }
    }
}
