using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using Gradus.Learning.Data.Files;
using Gradus.Learning.Data.Images;
using Gradus.Learning.Tests.Fixtures;
using Gradus.Tensors;
using Gradus.Testing;

namespace Gradus.Learning.Tests.Data.Images;

public sealed class PngTests
{
    private static readonly IReadOnlyList<StoredPicture> Cases = Fixture.Read<StoredPicture>("png.json");

    public static TheoryData<string> Names => [.. Cases.Select(stored => stored.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Parse_OracleFile_HasItsSamples(string name)
    {
        StoredPicture stored = Cases.Single(entry => entry.Name == name);

        stored.Check(Png.Parse(Convert.FromBase64String(stored.File)));
    }

    [Theory]
    [InlineData(1, 8)]
    [InlineData(2, 8)]
    [InlineData(3, 8)]
    [InlineData(4, 8)]
    [InlineData(1, 16)]
    [InlineData(2, 16)]
    [InlineData(3, 16)]
    [InlineData(4, 16)]
    public void Encode_AnyPicture_IsReadBack(int channels, int depth)
    {
        Rng rng = new((ulong)((channels * 100) + depth));
        byte[] samples = [.. Enumerable.Range(0, 31 * 17 * channels * depth / 8).Select(place => (byte)(place + rng.NextInt(7)))];
        using TemporaryFolder folder = new();
        string path = Path.Combine(folder.Path, "x.png");

        Png.Write(path, new Picture(31, 17, channels, samples, depth));
        Picture back = Png.Read(path);

        Assert.Equal((31, 17, channels, depth), (back.Width, back.Height, back.Channels, back.Depth));
        Assert.Equal(samples, back.Samples.ToArray());
    }

    [Fact]
    public void Parse_EveryByteDamaged_IsRefusedWithItsPlace()
    {
        byte[] sound = Convert.FromBase64String(Cases.Single(entry => entry.Name == "colour 2 depth 8 interlace 0 9x7").File);
        for (int place = 0; place < sound.Length; place++)
        {
            byte[] broken = [.. sound];
            broken[place] ^= 0x10;

            // Every byte is covered by the signature, a length, a name or a checksum.
            DataFormatException error = Assert.Throws<DataFormatException>(() => Png.Parse(broken, "photo.png"));
            Assert.Equal("photo.png", error.File);
        }
    }

    [Fact]
    public void Parse_EveryLength_IsRefused()
    {
        byte[] sound = Convert.FromBase64String(Cases[0].File);

        for (int length = 0; length < sound.Length; length++)
        {
            Assert.Throws<DataFormatException>(() => Png.Parse(sound[..length]));
        }
    }

    [Theory]
    [InlineData("width", 0, 0, 0, 0, 8)]
    [InlineData("size", 0xFF, 0xFF, 0x7F, 0, 8)]
    [InlineData("colour type", 0, 0, 1, 5, 8)]
    [InlineData("colour type", 0, 0, 1, 2, 4)]
    [InlineData("palette", 0, 0, 1, 3, 8)]
    [InlineData("pixels", 0, 1, 0, 0, 8)]
    public void Parse_BadHeader_NamesTheField(string field, byte high, byte middle, byte low, byte colour, byte depth)
    {
        byte[] header = [0, high, middle, low, 0, high, middle, low, depth, colour, 0, 0, 0];

        DataFormatException error = Assert.Throws<DataFormatException>(() => Png.Parse(File([("IHDR", header), ("IDAT", Pack([0, 0])), ("IEND", [])])));

        Assert.Equal(field, error.Field);
    }

    [Fact]
    public void Parse_ChunksOutOfOrder_AreRefused()
    {
        byte[] header = [0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0];
        (string, byte[]) head = ("IHDR", header), data = ("IDAT", Pack([0, 7])), end = ("IEND", []);

        Assert.Equal(7, Png.Parse(File([head, ("teXt", [1]), data, end]))[0, 0]);
        Assert.Contains("first chunk is IDAT", Refusal([data, head, end]), StringComparison.Ordinal);
        Assert.Contains("second header", Refusal([head, head, data, end]), StringComparison.Ordinal);
        Assert.Contains("has no pixels", Refusal([head, end]), StringComparison.Ordinal);
        Assert.Contains("interrupted", Refusal([head, data, ("teXt", [1]), data, end]), StringComparison.Ordinal);
        Assert.Contains("ABCD is unknown", Refusal([head, ("ABCD", []), data, end]), StringComparison.Ordinal);
        Assert.Contains("without its end mark", Refusal([head, data]), StringComparison.Ordinal);
        Assert.Contains("more than the 2 bytes", Refusal([head, ("IDAT", Pack([0, 7, 7])), end]), StringComparison.Ordinal);
        Assert.Contains("end before the 2 bytes", Refusal([head, ("IDAT", Pack([0])), end]), StringComparison.Ordinal);
        Assert.Contains("has the filter 5", Refusal([head, ("IDAT", Pack([5, 7])), end]), StringComparison.Ordinal);
        Assert.Contains("does not fit the colour type 0", Refusal([head, ("tRNS", [1, 2, 3]), data, end]), StringComparison.Ordinal);
    }

    [Fact]
    public void Parse_ColourBeyondThePalette_IsRefused()
    {
        byte[] header = [0, 0, 0, 1, 0, 0, 0, 1, 8, 3, 0, 0, 0];

        Assert.Contains("colour 2 of a palette of 2", Refusal([("IHDR", header), ("PLTE", new byte[6]), ("IDAT", Pack([0, 2])), ("IEND", [])]), StringComparison.Ordinal);
    }

    private static string Refusal((string, byte[])[] chunks) => Assert.Throws<DataFormatException>(() => Png.Parse(File(chunks))).Message;

    private static byte[] Pack(byte[] raw)
    {
        using MemoryStream packed = new();
        using (ZLibStream stream = new(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            stream.Write(raw);
        }

        return packed.ToArray();
    }

    private static byte[] File((string Name, byte[] Content)[] chunks)
    {
        List<byte> file = [.. PngChunks.Signature];
        foreach ((string name, byte[] content) in chunks)
        {
            byte[] number = new byte[4];
            BinaryPrimitives.WriteInt32BigEndian(number, content.Length);
            byte[] covered = [.. Encoding.ASCII.GetBytes(name), .. content];
            file.AddRange(number);
            file.AddRange(covered);
            BinaryPrimitives.WriteUInt32BigEndian(number, Crc32.Of(covered));
            file.AddRange(number);
        }

        return [.. file];
    }
}
