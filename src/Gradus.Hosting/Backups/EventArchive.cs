using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Gradus.Hosting.Backups;

/// <summary>The form of an exported log: JSON, one object a line; a head that names the form, the events in order, and a foot with the checksum of every byte before it.</summary>
internal static class EventArchive
{
    /// <summary>What the head names.</summary>
    public const string Format = "gradus-log";

    /// <summary>The newest version of the form.</summary>
    public const int Version = 1;

    /// <summary>The longest line that is read, in bytes: an answer holds a million characters at most.</summary>
    public const int LongestLine = 16_000_000;

    /// <summary>How lines are written and read.</summary>
    public static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        AllowDuplicateProperties = false,
    };

    /// <summary>Writes events.</summary>
    /// <param name="events">The events, in order.</param>
    /// <param name="at">When it is written.</param>
    /// <param name="target">Where it goes.</param>
    public static void Write(IReadOnlyList<ArchivedEvent> events, DateTimeOffset at, Stream target)
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Line(new Head(Format, Version, at, events.Count));
        foreach (ArchivedEvent one in events)
        {
            Line(one);
        }

        target.Write(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(new Foot(Convert.ToHexStringLower(hash.GetHashAndReset())), Json) + "\n"));

        void Line<T>(T value)
        {
            byte[] line = Encoding.UTF8.GetBytes(JsonSerializer.Serialize(value, Json) + "\n");
            hash.AppendData(line);
            target.Write(line);
        }
    }

    /// <summary>The first line.</summary>
    /// <param name="Format">Names the form.</param>
    /// <param name="Version">Its version.</param>
    /// <param name="ExportedAt">When it was written.</param>
    /// <param name="Events">How many events follow.</param>
    internal sealed record Head(string Format, int Version, DateTimeOffset ExportedAt, int Events);

    /// <summary>The last line.</summary>
    /// <param name="Sha256">The SHA-256 of every byte before it, in lower-case hexadecimal digits.</param>
    internal sealed record Foot(string Sha256);
}
