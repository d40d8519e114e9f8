using System.IO.Compression;
using Gradus.Learning.Data.Files;

namespace Gradus.Learning.Data.Images;

/// <summary>Turns the packed pixels of a PNG into samples of 8 or 16 bits.</summary>
internal sealed class PngPixels
{
    // Deflate makes at most 1032 bytes of one.
    private const long MostExpansion = 1032;

    private readonly PngChunks _chunks;
    private readonly PngHeader _header;
    private readonly byte[] _samples;
    private readonly int _channels;

    private PngPixels(PngChunks chunks)
    {
        _chunks = chunks;
        _header = chunks.Header;
        _channels = (_header.Colour == PngHeader.Palette ? 3 : _header.Samples) + (chunks.Transparency.IsEmpty ? 0 : 1);
        _samples = new byte[_header.Width * _header.Height * _channels * (Depth / 8)];
    }

    private int Depth => _header.Depth == 16 ? 16 : 8;

    internal static Picture Unpack(PngChunks chunks, string source)
    {
        byte[] packed = chunks.Data();
        long raw = chunks.Header.RawBytes();
        if (raw > MostExpansion * packed.Length)
        {
            throw new DataFormatException(source, chunks.DataOffset, "pixels", $"{packed.Length} packed bytes cannot hold the {raw} of {chunks.Header.Width} by {chunks.Header.Height} pixels; the file is cut off or its sizes are wrong.");
        }

        PngPixels pixels = new(chunks);
        using ZLibStream stream = new(new MemoryStream(packed), CompressionMode.Decompress);
        try
        {
            foreach (PngPass pass in chunks.Header.Passes())
            {
                pixels.Read(stream, pass, source);
            }

            if (stream.ReadByte() >= 0)
            {
                throw new DataFormatException(source, chunks.DataOffset, "pixels", $"there are more than the {raw} bytes that {chunks.Header.Width} by {chunks.Header.Height} pixels take; the sizes are wrong.");
            }
        }
        catch (Exception broken) when (broken is InvalidDataException or EndOfStreamException)
        {
            throw new DataFormatException(source, chunks.DataOffset, "pixels", $"the packed pixels are damaged or end before the {raw} bytes that {chunks.Header.Width} by {chunks.Header.Height} pixels take.");
        }

        return new Picture(chunks.Header.Width, chunks.Header.Height, pixels._channels, pixels._samples, pixels.Depth);
    }

    private void Read(ZLibStream stream, PngPass pass, string source)
    {
        int length = (int)_header.RowBytes(pass.Columns);
        byte[] row = new byte[1 + length];
        byte[] above = new byte[length];
        for (int line = 0; line < pass.Rows; line++)
        {
            stream.ReadExactly(row);
            if (row[0] >= PngFilter.Count)
            {
                throw new DataFormatException(source, _chunks.DataOffset, "row filter", $"row {line} has the filter {row[0]}; only 0 to {PngFilter.Count - 1} are known.");
            }

            Span<byte> content = row.AsSpan(1);
            PngFilter.Undo(row[0], content, above, Math.Max(1, _header.BitsPerPixel / 8));
            Place(content, pass, pass.Y + (line * pass.StepY), source);
            content.CopyTo(above);
        }
    }

    // Puts the pixels of a row of a pass to their places in the image.
    private void Place(ReadOnlySpan<byte> row, PngPass pass, int y, string source)
    {
        int bytes = Depth / 8;
        ReadOnlySpan<byte> transparency = _chunks.Transparency.Span;
        for (int column = 0; column < pass.Columns; column++)
        {
            Span<byte> pixel = _samples.AsSpan(((y * _header.Width) + pass.X + (column * pass.StepX)) * _channels * bytes, _channels * bytes);
            if (_header.Colour == PngHeader.Palette)
            {
                Look(Index(row, column), pixel, transparency, source);
            }
            else if (_header.Depth < 8)
            {
                int value = Index(row, column);
                pixel[0] = (byte)(value * 255 / ((1 << _header.Depth) - 1));
                if (!transparency.IsEmpty)
                {
                    pixel[1] = value == ((transparency[0] << 8) | transparency[1]) ? (byte)0 : (byte)255;
                }
            }
            else
            {
                int size = _header.Samples * bytes;
                ReadOnlySpan<byte> stored = row.Slice(column * size, size);
                stored.CopyTo(pixel);
                if (!transparency.IsEmpty)
                {
                    pixel[size..].Fill(IsTransparent(stored, transparency) ? (byte)0 : (byte)255);
                }
            }
        }
    }

    private int Index(ReadOnlySpan<byte> row, int column)
    {
        int bit = column * _header.Depth;
        return (row[bit / 8] >> (8 - _header.Depth - (bit % 8))) & ((1 << _header.Depth) - 1);
    }

    private void Look(int index, Span<byte> pixel, ReadOnlySpan<byte> transparency, string source)
    {
        ReadOnlySpan<byte> palette = _chunks.Palette.Span;
        if (index >= palette.Length / 3)
        {
            throw new DataFormatException(source, _chunks.DataOffset, "pixels", $"a pixel has the colour {index} of a palette of {palette.Length / 3}.");
        }

        palette.Slice(3 * index, 3).CopyTo(pixel);
        if (!transparency.IsEmpty)
        {
            pixel[3] = index < transparency.Length ? transparency[index] : (byte)255;
        }
    }

    // The transparent colour is written in 16 bits a sample, whatever the depth.
    private static bool IsTransparent(ReadOnlySpan<byte> stored, ReadOnlySpan<byte> colour)
    {
        int bytes = stored.Length * 2 / colour.Length;
        for (int place = 0; place < stored.Length; place++)
        {
            int expected = bytes == 2 ? colour[place] : colour[2 * place] == 0 ? colour[(2 * place) + 1] : -1;
            if (stored[place] != expected)
            {
                return false;
            }
        }

        return true;
    }
}
