using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Gradus.Hosting.Backups;

/// <summary>The form of an exported log: JSON, one object a line; a head that names the form, the events in order, the question files of the person's own, and a foot with the checksum of every byte before it.</summary>
internal static class EventArchive
{
    /// <summary>What the head names.</summary>
    public const string Format = "gradus-log";

    /// <summary>The newest version of the form: with files.</summary>
    public const int Version = 2;

    private const int VersionWithoutFiles = 1;

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

    /// <summary>Writes an export; one without files is read by every Gradus.</summary>
    /// <param name="content">What it holds.</param>
    /// <param name="at">When it is written.</param>
    /// <param name="target">Where it goes.</param>
    public static void Write(ArchiveContent content, DateTimeOffset at, Stream target)
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Line(new Head(Format, content.Files.Count > 0 ? Version : VersionWithoutFiles, at, content.Events.Count, content.Files.Count));
        foreach (ArchivedEvent one in content.Events)
        {
            Line(one);
        }

        foreach (ArchivedFile file in content.Files)
        {
            Line(file);
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
    /// <param name="Files">How many files follow them.</param>
    internal sealed record Head(string Format, int Version, DateTimeOffset ExportedAt, int Events, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] int Files = 0);

    /// <summary>The last line.</summary>
    /// <param name="Sha256">The SHA-256 of every byte before it, in lower-case hexadecimal digits.</param>
    internal sealed record Foot(string Sha256);
}
