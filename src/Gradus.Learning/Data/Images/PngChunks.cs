using System.Buffers.Binary;
using System.Text;
using Gradus.Learning.Data.Files;

namespace Gradus.Learning.Data.Images;

/// <summary>The chunks of a PNG that make its pixels, each checked.</summary>
internal sealed class PngChunks
{
    internal static readonly byte[] Signature = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];
    private const long LargestPixels = 1L << 28;

    private readonly byte[] _bytes;
    private readonly string _source;
    private readonly List<(int From, int Length)> _data = [];
    private bool _dataEnded;

    private PngChunks(byte[] bytes, string source) => (_bytes, _source) = (bytes, source);

    internal PngHeader Header { get; private set; }

    /// <summary>The colours of the palette, three bytes each; empty where there is none.</summary>
    internal ReadOnlyMemory<byte> Palette { get; private set; }

    /// <summary>The opacity of the palette's colours, or the transparent colour; empty where there is none.</summary>
    internal ReadOnlyMemory<byte> Transparency { get; private set; }

    /// <summary>Where the packed pixels begin in the file.</summary>
    internal int DataOffset => _data[0].From;

    /// <summary>Reads the chunks up to the end mark.</summary>
    internal static PngChunks Read(byte[] bytes, string source)
    {
        PngChunks chunks = new(bytes, source);
        if (!bytes.AsSpan().StartsWith(Signature))
        {
            throw new DataFormatException(source, 0, "signature", "the first eight bytes are not those of PNG; this is another format, or the file was sent as text.");
        }

        int place = Signature.Length;
        while (chunks.ReadChunk(ref place))
        {
        }

        return chunks;
    }

    /// <summary>The packed pixels of all data chunks.</summary>
    internal byte[] Data()
    {
        byte[] joined = new byte[_data.Sum(part => part.Length)];
        int to = 0;
        foreach ((int from, int length) in _data)
        {
            _bytes.AsSpan(from, length).CopyTo(joined.AsSpan(to));
            to += length;
        }

        return joined;
    }

    // Reads one chunk; false after the last.
    private bool ReadChunk(ref int place)
    {
        int start = place;
        if (_bytes.Length - place < 12)
        {
            throw Fault(place, "chunk", $"the file ends after {_bytes.Length} bytes without its end mark (IEND); it is cut off.");
        }

        uint length = BinaryPrimitives.ReadUInt32BigEndian(_bytes.AsSpan(place));
        string name = Encoding.Latin1.GetString(_bytes, place + 4, 4);
        if (length > _bytes.Length - place - 12)
        {
            throw Fault(place, "chunk length", $"the chunk {Shown(name)} says {length} bytes and {_bytes.Length - place - 12} are left; the file is cut off or damaged.");
        }

        ReadOnlySpan<byte> covered = _bytes.AsSpan(place + 4, 4 + (int)length);
        uint stored = BinaryPrimitives.ReadUInt32BigEndian(_bytes.AsSpan(place + 8 + (int)length));
        if (Crc32.Of(covered) is uint computed && computed != stored)
        {
            throw Fault(place + 8 + length, "checksum", $"the chunk {Shown(name)} has the checksum 0x{computed:X8}, the file says 0x{stored:X8}; it is damaged.");
        }

        place += 12 + (int)length;
        if ((start == Signature.Length) != (name == "IHDR"))
        {
            throw Fault(start, "chunk", name == "IHDR" ? "a second header (IHDR) follows; there must be one." : $"the first chunk is {Shown(name)}; it must be the header (IHDR).");
        }

        if (name != "IDAT")
        {
            _dataEnded = _data.Count > 0;
        }

        return Take(name, start, covered[4..]);
    }

    private bool Take(string name, int start, ReadOnlySpan<byte> content)
    {
        switch (name)
        {
            case "IHDR":
                Header = ReadHeader(start + 8, content);
                return true;
            case "PLTE":
                Demand(Palette.IsEmpty && _data.Count == 0 && content.Length is > 0 and <= 768 && content.Length % 3 == 0, start, "palette", $"the palette (PLTE) of {content.Length} bytes stands twice, after the pixels, or is not 1 to 256 times three bytes.");
                Palette = content.ToArray();
                return true;
            case "tRNS":
                Demand(_data.Count == 0 && content.Length <= 256, start, "transparency", $"the transparency (tRNS) of {content.Length} bytes stands after the pixels or is longer than a palette.");
                Transparency = content.ToArray();
                return true;
            case "IDAT":
                Demand(!_dataEnded, start, "pixels", "the pixels (IDAT) are interrupted by another chunk; the file is damaged.");
                _data.Add((start + 8, content.Length));
                return true;
            case "IEND":
                Complete(start);
                return false;
            default:
                // Those whose first letter is small may be passed over.
                Demand((name[0] & 0x20) != 0, start, "chunk", $"the chunk {Shown(name)} is unknown and says that it must not be passed over.");
                return true;
        }
    }

    private PngHeader ReadHeader(int place, ReadOnlySpan<byte> content)
    {
        Demand(content.Length == 13, place, "header", $"the header has {content.Length} bytes; it must have 13.");
        uint width = BinaryPrimitives.ReadUInt32BigEndian(content), height = BinaryPrimitives.ReadUInt32BigEndian(content[4..]);
        (byte depth, byte colour) = (content[8], content[9]);
        Demand(width is > 0 and <= int.MaxValue, place, "width", $"the width is {width}; it must be 1 to 2147483647.");
        Demand(height is > 0 and <= int.MaxValue, place + 4, "height", $"the height is {height}; it must be 1 to 2147483647.");
        bool known = colour switch { 0 => depth is 1 or 2 or 4 or 8 or 16, 3 => depth is 1 or 2 or 4 or 8, 2 or 4 or 6 => depth is 8 or 16, _ => false };
        Demand(known, place + 8, "colour type", $"the colour type {colour} with {depth} bits is unknown.");
        Demand(content[10] == 0, place + 10, "compression", $"the compression is {content[10]}; only 0 is known.");
        Demand(content[11] == 0, place + 11, "filter", $"the filter method is {content[11]}; only 0 is known.");
        Demand(content[12] <= 1, place + 12, "interlace", $"the interlace is {content[12]}; only 0 and 1 are known.");
        PngHeader header = new((int)width, (int)height, depth, colour, content[12] == 1);

        // Four samples a pixel is the most that it can become; 128-bit arithmetic is not needed, the product of two 31-bit numbers fits.
        Demand((long)width * height <= LargestPixels / (header.Depth == 16 ? 8 : 4), place, "size", $"the image of {width} by {height} pixels has more than {LargestPixels} bytes of pixels, which is the most that is read.");
        return header;
    }

    private void Complete(int place)
    {
        Demand(_data.Count > 0, place, "pixels", "the file has no pixels (IDAT).");
        Demand(Header.Colour != PngHeader.Palette || !Palette.IsEmpty, place, "palette", "the pixels are indices into a palette (PLTE), and there is none.");
        int needed = Header.Colour switch { 0 => 2, 2 => 6, _ => 0 };
        bool fits = Transparency.IsEmpty || (Header.Colour == PngHeader.Palette ? Transparency.Length <= Palette.Length / 3 : Transparency.Length == needed);
        Demand(fits, place, "transparency", $"the transparency (tRNS) of {Transparency.Length} bytes does not fit the colour type {Header.Colour}.");
    }

    private void Demand(bool held, long place, string field, string problem)
    {
        if (!held)
        {
            throw Fault(place, field, problem);
        }
    }

    private DataFormatException Fault(long place, string field, string problem) => new(_source, place, field, problem);

    private static string Shown(string name) => name.All(char.IsAsciiLetter) ? name : string.Join(' ', name.Select(letter => $"{(int)letter:X2}"));
}
