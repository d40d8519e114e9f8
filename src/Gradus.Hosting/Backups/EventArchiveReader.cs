using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Gradus.Hosting.Services.Authoring;
using Gradus.Interview.Log;

namespace Gradus.Hosting.Backups;

/// <summary>Reads an exported log and refuses, with the line, whatever is not one.</summary>
internal static partial class EventArchiveReader
{
    private const int MostEvents = 10_000_000;
    private const int MostFiles = 10_000;
    private const int LongestName = 300;
    private static readonly long LatestInstant = DateTimeOffset.MaxValue.ToUnixTimeMilliseconds();
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads an export; the checksum was compared, every event understood and every file read as a question when this returns.</summary>
    /// <param name="source">The file.</param>
    /// <param name="name">Its name for errors.</param>
    /// <exception cref="InvalidDataException">It is no export, or a damaged one.</exception>
    public static ArchiveContent Read(Stream source, string name)
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        List<ArchivedEvent> events = [];
        List<ArchivedFile> files = [];
        EventArchive.Head? head = null;
        EventArchive.Foot? foot = null;
        int number = 0;
        foreach (byte[] bytes in Lines(source, name))
        {
            number++;
            if (foot is not null)
            {
                throw Refuse(name, number, "something follows the checksum");
            }

            string line = Text(bytes, name, number);
            if (head is null)
            {
                head = Head(line, name);
            }
            else if (events.Count < head.Events)
            {
                events.Add(Event(line, name, number));
            }
            else if (files.Count < head.Files)
            {
                ArchivedFile file = File(line, name, number);
                files.Add(files.TrueForAll(other => other.Name != file.Name) ? file : throw Refuse(name, number, $"the file '{file.Name}' stands there twice"));
            }
            else
            {
                foot = Parse<EventArchive.Foot>(line, name, number);
                break;
            }

            hash.AppendData(bytes);
        }

        if (head is null || foot is null)
        {
            throw Refuse(name, number, "the file ends too early; copy or export it again");
        }

        if (Convert.ToHexStringLower(hash.GetHashAndReset()) != foot.Sha256)
        {
            throw Refuse(name, number, "the checksum is that of another content; copy or export it again");
        }

        return source.ReadByte() < 0 ? new ArchiveContent(events, files) : throw Refuse(name, number + 1, "something follows the checksum");
    }

    private static EventArchive.Head Head(string line, string name)
    {
        EventArchive.Head head = Parse<EventArchive.Head>(line, name, 1);
        if (head.Format != EventArchive.Format)
        {
            throw Refuse(name, 1, $"this is '{Short(head.Format)}', needed '{EventArchive.Format}'; 'gradus data export' writes it");
        }

        if (head.Version is < 1 or > EventArchive.Version)
        {
            throw Refuse(name, 1, $"the form has version {head.Version}, and this Gradus knows versions up to {EventArchive.Version}; update Gradus");
        }

        if (head.Files is < 0 or > MostFiles || (head.Files > 0 && head.Version < EventArchive.Version))
        {
            throw Refuse(name, 1, $"{head.Files} files are told of, needed 0 to {MostFiles}, and version {EventArchive.Version} of the form");
        }

        return head.Events is >= 0 and <= MostEvents ? head : throw Refuse(name, 1, $"{head.Events} events are told of, needed 0 to {MostEvents}");
    }

    private static ArchivedFile File(string line, string name, int number)
    {
        ArchivedFile file = Parse<ArchivedFile>(line, name, number);
        if (file.ModifiedAt < 0 || file.ModifiedAt > LatestInstant)
        {
            throw Refuse(name, number, $"'modifiedAt' is {file.ModifiedAt}, needed milliseconds since 1970");
        }

        if (!file.IsWhole)
        {
            throw Refuse(name, number, $"the text of '{Short(file.Name)}' is not the one that its checksum was made of; copy or export it again");
        }

        return OwnQuestionFiles.Problem(file.Name, file.Text) is { } problem ? throw Refuse(name, number, $"the file '{Short(file.Name)}' is none that could be taken: {problem}") : file;
    }

    private static ArchivedEvent Event(string line, string name, int number)
    {
        ArchivedEvent one = Parse<ArchivedEvent>(line, name, number);
        if (!IdForm().IsMatch(one.Id))
        {
            throw Refuse(name, number, $"'id' is '{Short(one.Id)}', needed lower-case letters and digits");
        }

        if (!KindForm().IsMatch(one.Kind) || one.Version < 1)
        {
            throw Refuse(name, number, $"'kind' is '{Short(one.Kind)}' in version {one.Version}, needed letters and a version from 1 up");
        }

        if (one.At < 0 || one.At > LatestInstant)
        {
            throw Refuse(name, number, $"'at' is {one.At}, needed milliseconds since 1970");
        }

        if (one.Stream.Length is 0 or > LongestName || one.Question?.Length > LongestName || one.Answer?.Length > LongestName)
        {
            throw Refuse(name, number, $"a name is empty or longer than {LongestName} characters");
        }

        try
        {
            LogEvent decoded = one.Decode();
            bool agrees = decoded is UnknownEvent || (decoded.Stream == one.Stream && decoded.AboutQuestion == one.Question && decoded.AboutAnswer == one.Answer);
            return agrees ? one : throw Refuse(name, number, "'stream', 'question' or 'answer' is not that of the content");
        }
        catch (JsonException error)
        {
            throw Refuse(name, number, $"the content of kind '{one.Kind}' cannot be read ({error.Message.ReplaceLineEndings(" ")})");
        }
    }

    private static T Parse<T>(string line, string name, int number)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(line, EventArchive.Json) ?? throw Refuse(name, number, "the line is null");
        }
        catch (JsonException error)
        {
            throw Refuse(name, number, $"the line cannot be read ({error.Message.ReplaceLineEndings(" ")})");
        }
    }

    private static string Text(byte[] bytes, string name, int number)
    {
        try
        {
            return Strict.GetString(bytes);
        }
        catch (DecoderFallbackException error)
        {
            throw Refuse(name, number, $"byte {error.Index + 1} of the line is no UTF-8");
        }
    }

    /// <summary>The lines with their line feeds; one that is too long is refused before it fills the memory.</summary>
    private static IEnumerable<byte[]> Lines(Stream source, string name)
    {
        using MemoryStream line = new();
        int number = 1;
        for (int value = source.ReadByte(); value >= 0; value = source.ReadByte())
        {
            if (line.Length >= EventArchive.LongestLine)
            {
                throw Refuse(name, number, $"the line is longer than {EventArchive.LongestLine} bytes");
            }

            line.WriteByte((byte)value);
            if (value == '\n')
            {
                yield return line.ToArray();
                line.SetLength(0);
                number++;
            }
        }

        if (line.Length > 0)
        {
            throw Refuse(name, number, "the file ends in the midst of a line; copy or export it again");
        }
    }

    private static string Short(string text) => text.Length <= 40 ? text : text[..40] + "…";

    private static InvalidDataException Refuse(string name, int line, string why) => new($"{name}:{Math.Max(1, line)}: {why}; nothing was imported.");

    [GeneratedRegex("^[0-9a-z]{1,64}$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex IdForm();

    [GeneratedRegex("^[A-Za-z]{1,64}$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex KindForm();
}
