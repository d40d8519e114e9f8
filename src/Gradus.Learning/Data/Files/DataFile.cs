using System.Buffers.Binary;
using System.IO.Compression;

namespace Gradus.Learning.Data.Files;

/// <summary>Reads whole files of data, unpacking those that gzip has packed.</summary>
internal static class DataFile
{
    /// <summary>The most bytes that are read at once, before or after unpacking: half a gigabyte.</summary>
    internal const int Largest = 1 << 29;

    // The most bytes that one byte of a deflate stream can become.
    private const int MostPacked = 1032;

    /// <summary>Reads a file; one that begins with the two bytes of gzip is unpacked, whatever its name.</summary>
    /// <param name="path">The file.</param>
    /// <returns>Its bytes, unpacked.</returns>
    /// <exception cref="DataFormatException">It is too large, or no whole gzip stream.</exception>
    /// <exception cref="IOException">The file cannot be opened.</exception>
    internal static byte[] ReadAll(string path)
    {
        using FileStream file = File.OpenRead(path);
        if (file.Length > Largest)
        {
            throw new DataFormatException(path, 0, "length", $"the file has {file.Length} bytes; at most {Largest} can be read at once. Split it.");
        }

        byte[] bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        return Unpack(bytes, path);
    }

    /// <summary>Unpacks bytes that begin with the two bytes of gzip; others are handed back.</summary>
    internal static byte[] Unpack(byte[] bytes, string source)
    {
        if (bytes is not [0x1F, 0x8B, ..])
        {
            return bytes;
        }

        using MemoryStream packed = new(bytes);
        using GZipStream unpacking = new(packed, CompressionMode.Decompress);

        MemoryStream unpacked = new(ToldLength(bytes));
        byte[] piece = new byte[1 << 16];
        try
        {
            for (int read = unpacking.Read(piece); read > 0; read = unpacking.Read(piece))
            {
                if (unpacked.Length + read > Largest)
                {
                    throw new DataFormatException(source, unpacked.Length, "gzip", $"the file unpacks to more than {Largest} bytes, which is the most that can be read at once. Split it.");
                }

                unpacked.Write(piece, 0, read);
            }
        }
        catch (Exception broken) when (broken is InvalidDataException or EndOfStreamException)
        {
            throw new DataFormatException(source, unpacked.Length, "gzip", "the packed bytes are damaged here; get the file anew.");
        }

        return unpacked.Length == unpacked.Capacity ? unpacked.GetBuffer() : unpacked.ToArray();
    }

    // The last four bytes tell the length after unpacking. It may be a lie, so it is believed only where the packed bytes could become so many; the memory grows where it is too small.
    private static int ToldLength(byte[] bytes)
    {
        uint told = bytes.Length < 18 ? 0 : BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(bytes.Length - 4));
        return told <= Math.Min(Largest, (long)MostPacked * bytes.Length) ? (int)told : 0;
    }
}
