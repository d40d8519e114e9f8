using System.IO.Compression;
using ZstdSharp;

namespace Gradus.Hosting.Exchange.Anki;

/// <summary>The zip around an Anki collection. Only the collection is taken out, by its fixed name into a folder of our own; names inside the zip never become paths.</summary>
internal static class AnkiPackage
{
    private const string Old = "collection.anki2";
    private const string Newer = "collection.anki21";
    private const string Newest = "collection.anki21b";

    /// <summary>Takes the collection out.</summary>
    /// <param name="content">The package.</param>
    /// <param name="source">Its name, for messages.</param>
    /// <param name="target">The file that is written.</param>
    public static void Extract(byte[] content, string source, string target)
    {
        try
        {
            using ZipArchive zip = new(new MemoryStream(content, writable: false), ZipArchiveMode.Read);
            if (zip.Entries.Count > ImportLimits.PackageEntries)
            {
                throw new ImportException(source, $"the package has {zip.Entries.Count} entries; at most {ImportLimits.PackageEntries} are read.");
            }

            // Beside the newest form lies an old one that only says that Anki is to be updated.
            ZipArchiveEntry? newest = Find(zip, Newest, source);
            ZipArchiveEntry entry = newest ?? Find(zip, Newer, source) ?? Find(zip, Old, source)
                ?? throw new ImportException(source, "the package holds no collection (collection.anki2, collection.anki21 or collection.anki21b), so it is none of Anki's.");
            using Stream packed = entry.Open();
            if (newest is null)
            {
                Copy(packed, entry.FullName, source, target);
            }
            else
            {
                using Stream unpacked = ZstdContent.Open(packed);
                Copy(unpacked, entry.FullName, source, target);
            }
        }
        catch (Exception error) when (error is InvalidDataException or ZstdException or EndOfStreamException)
        {
            throw new ImportException(source, $"the package is damaged or no zip file ({error.Message.ReplaceLineEndings(" ").TrimEnd('.')}).", error);
        }
    }

    /// <summary>Puts a collection into a package.</summary>
    /// <param name="collection">The collection's file.</param>
    /// <param name="target">Where the package is written.</param>
    public static void Pack(string collection, Stream target)
    {
        using ZipArchive zip = new(target, ZipArchiveMode.Create, leaveOpen: true);
        Add(zip, Old, File.ReadAllBytes(collection));
        // No media: an empty map from numbers to names.
        Add(zip, "media", "{}"u8.ToArray());
    }

    private static void Add(ZipArchive zip, string name, byte[] content)
    {
        using Stream entry = zip.CreateEntry(name, CompressionLevel.Optimal).Open();
        entry.Write(content);
    }

    private static ZipArchiveEntry? Find(ZipArchive zip, string name, string source) => zip.Entries.Where(entry => entry.FullName == name).ToList() switch
    {
        [] => null,
        [ZipArchiveEntry entry] => entry,
        _ => throw new ImportException(source, $"the package holds {name} more than once."),
    };

    // What the zip, or a frame in it, says of a length is not believed; the bytes that come out are counted.
    private static void Copy(Stream from, string name, string source, string target)
    {
        using FileStream to = new(target, FileMode.CreateNew, FileAccess.Write);
        byte[] buffer = new byte[81920];
        long total = 0;
        int read;
        while ((read = from.Read(buffer)) > 0)
        {
            total += read;
            if (total > ImportLimits.CollectionBytes)
            {
                throw new ImportException(source, $"{name} unpacks to more than {ImportLimits.CollectionBytes / (1024 * 1024)} MB.");
            }

            to.Write(buffer, 0, read);
        }
    }
}
