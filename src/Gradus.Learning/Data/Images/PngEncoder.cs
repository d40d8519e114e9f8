using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Gradus.Learning.Data.Images;

/// <summary>Writes the chunks of a PNG.</summary>
internal static class PngEncoder
{
    internal static byte[] Encode(Picture picture)
    {
        using MemoryStream png = new();
        png.Write(PngChunks.Signature);
        byte[] header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, picture.Width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), picture.Height);
        header[8] = (byte)picture.Depth;
        header[9] = picture.Channels switch { 1 => 0, 2 => 4, 3 => 2, _ => 6 };
        Chunk(png, "IHDR", header);
        Chunk(png, "IDAT", Pack(picture));
        Chunk(png, "IEND", []);
        return png.ToArray();
    }

    private static void Chunk(MemoryStream png, string name, byte[] content)
    {
        byte[] chunk = new byte[12 + content.Length];
        BinaryPrimitives.WriteInt32BigEndian(chunk, content.Length);
        Encoding.ASCII.GetBytes(name, chunk.AsSpan(4));
        content.CopyTo(chunk, 8);
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(8 + content.Length), Crc32.Of(chunk.AsSpan(4, 4 + content.Length)));
        png.Write(chunk);
    }

    private static byte[] Pack(Picture picture)
    {
        using MemoryStream packed = new();
        using (ZLibStream stream = new(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            int step = picture.Channels * picture.Depth / 8;
            int length = picture.Width * step;
            byte[] none = new byte[length];
            byte[] best = new byte[1 + length];
            byte[] tried = new byte[1 + length];
            for (int y = 0; y < picture.Height; y++)
            {
                ReadOnlySpan<byte> row = picture.Samples.Span.Slice(y * length, length);
                ReadOnlySpan<byte> above = y == 0 ? none : picture.Samples.Span.Slice((y - 1) * length, length);
                long least = long.MaxValue;
                for (int filter = 0; filter < PngFilter.Count; filter++)
                {
                    tried[0] = (byte)filter;
                    PngFilter.Apply(filter, row, above, step, tried.AsSpan(1));
                    long size = Size(tried.AsSpan(1));
                    if (size < least)
                    {
                        least = size;
                        (best, tried) = (tried, best);
                    }
                }

                stream.Write(best);
            }
        }

        return packed.ToArray();
    }

    // The usual guess at how well a row packs: small differences either way are good.
    private static long Size(ReadOnlySpan<byte> differences)
    {
        long sum = 0;
        foreach (byte difference in differences)
        {
            sum += Math.Abs((int)(sbyte)difference);
        }

        return sum;
    }
}
