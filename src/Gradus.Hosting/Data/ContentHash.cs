using System.IO.Compression;
using System.Security.Cryptography;

namespace Gradus.Hosting.Data;

/// <summary>The checksum of a file's content after unpacking: gzip packs the same content in many ways.</summary>
internal static class ContentHash
{
    /// <summary>Reads a file to its end.</summary>
    /// <param name="path">The file.</param>
    /// <param name="packed">Whether it is unpacked first.</param>
    /// <param name="most">The bytes after which reading stops: no content is longer.</param>
    /// <returns>The SHA-256 in lower case and the length; null where the file is damaged or longer.</returns>
    internal static (string Sha256, long Bytes)? Compute(string path, bool packed, long most)
    {
        using FileStream file = File.OpenRead(path);
        using Stream content = packed ? new GZipStream(file, CompressionMode.Decompress) : file;
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        byte[] piece = new byte[1 << 16];
        long bytes = 0;
        try
        {
            for (int read = content.Read(piece); read > 0; read = content.Read(piece))
            {
                bytes += read;
                if (bytes > most)
                {
                    return null;
                }

                hash.AppendData(piece, 0, read);
            }
        }
        catch (InvalidDataException)
        {
            return null;
        }

        return (Convert.ToHexStringLower(hash.GetHashAndReset()), bytes);
    }

    /// <summary>The MD5 of a file as it is.</summary>
    internal static string Md5(string path)
    {
        using FileStream file = File.OpenRead(path);
#pragma warning disable CA5351 // It is what the makers of a data set publish, and shows damage alone.
        return Convert.ToHexStringLower(MD5.HashData(file));
#pragma warning restore CA5351
    }
}
